"""The name of a class: a text, or a numeral where classes are digits."""

from __future__ import annotations

from mathcore.layer_file.classifier import Classifier
from scenes.kit.ground.text import Label, Number
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.numeral import Numeral
from scenes.kit.stage.script import Text


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
    """Return the name of class ``j``, on an exact baseline.

    Parameters
    ----------
    layer : Classifier
        Whose class it is.
    j : int
        Which class, counted from 0.
    language : str
        ``"en"`` or ``"zh"``.
    size, colour, anchor, bold
        As for :class:`Label`.
    x, baseline : float
        Pixels.
    """
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
            claim=_claim(j),
        )
    return Label(name, size, colour, x=x, baseline=baseline, anchor=anchor, bold=bold)


def spoken_name(layer: Classifier, j: int) -> Text:
    """Return the name of class ``j`` for a spoken line."""
    name = layer.classes[j]
    if all(map(is_numeral, name.values())):
        return Numeral(int(name["en"]), _claim(j))
    return name


def _claim(j: int) -> Claim:
    return Claim("entry", (j,), "classes")


def is_numeral(name: str) -> bool:
    """Tell whether a name is a whole number as it is printed.

    >>> is_numeral("3"), is_numeral("03"), is_numeral("A1")
    (True, False, False)
    """
    return name.isascii() and name.isdecimal() and str(int(name)) == name
