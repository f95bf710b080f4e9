"""The name of a class: a text, or a numeral where classes are digits."""

from __future__ import annotations

from mathcore.layer_file.classifier import Classifier
from scenes.kit.ground.text import Label, Number
from scenes.kit.stage.claims import Claim


def class_name(
    layer: Classifier,
    j: int,
    language: str,
    size: float,
    colour: str,
    *,
    x: float,
    baseline: float,
    anchor: str = "center",
    bold: bool = False,
) -> Label:
    """Return the name of class ``j``, on an exact baseline."""
    name = layer.classes[j][language]
    if is_numeral(name):
        return Number(
            int(name),
            size,
            colour,
            x=x,
            baseline=baseline,
            anchor=anchor,
            bold=bold,
            claim=Claim("entry", (j,), "classes"),
        )
    return Label(name, size, colour, x=x, baseline=baseline, anchor=anchor, bold=bold)


def is_numeral(name: str) -> bool:
    """Tell whether a name is a whole number as it is printed.

    >>> is_numeral("3"), is_numeral("03"), is_numeral("A1")
    (True, False, False)
    """
    return name.isascii() and name.isdecimal() and str(int(name)) == name
