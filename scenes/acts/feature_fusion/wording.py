"""What is true of a picture's numbers, in the words by which the chapter's sentences go.  Pure."""

from __future__ import annotations

from mathcore.layer_file.picture import Picture


def signs_of(layer: Picture) -> str:
    """Return what the channels add to the first fused pixel: ``up``, ``down`` or ``both``.

    It is ``nothing`` where every product is 0, and ``alone`` where there is one channel only.
    """
    products = [step.product for step in layer.mixing.entry(0, 0)]
    up, down = any(each > 0 for each in products), any(each < 0 for each in products)
    if len(products) == 1:
        return "alone"
    if up and down:
        return "both"
    return "up" if up else "down" if down else "nothing"


def way_of(layer: Picture) -> str:
    """Return whether the weight is turned ``up`` or ``down``."""
    weights = layer.turning.right[layer.turn.map]
    return "up" if weights[-1] > weights[0] else "down"
