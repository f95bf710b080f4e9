"""What is true of a classifier, in the words by which the chapter's sentences go.  Pure."""

from __future__ import annotations

from mathcore.layer_file.classifier import Classifier


def named_as(layer: Classifier) -> str:
    """Return what a class is called: ``digits`` if all are, else ``classes``."""
    names = {text for name in layer.classes for text in name.values()}
    return (
        "digits" if all(len(n) == 1 and n.isascii() and n.isdigit() for n in names) else "classes"
    )


def layout_of(layer: Classifier) -> str:
    """Return whether a picture has several ``rows``, is one ``row`` of pixels, or one ``pixel``."""
    if layer.size[0] > 1:
        return "rows"
    return "row" if layer.size[1] > 1 else "pixel"


def signs_of(layer: Classifier) -> str:
    """Return which weights the shown recipe has: ``up``, for its class, ``down``, or ``both``.

    It is ``nothing`` where all are 0.
    """
    weights = layer.weights[:, layer.label]
    up, down = (weights > 0).any(), (weights < 0).any()
    if up and down:
        return "both"
    return "up" if up else "down" if down else "nothing"
