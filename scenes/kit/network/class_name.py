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
    name, numeral = layer.classes[j][language], numeral_of(layer, j)
    if numeral is not None:
        return Number(
            numeral,
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
    numeral = numeral_of(layer, j)
    return layer.classes[j] if numeral is None else Numeral(numeral, _claim(j))


def numeral_of(layer: Classifier, j: int) -> int | None:
    """Return the number that class ``j`` is called in every language; else None."""
    called = set(layer.classes[j].values())
    return int(called.pop()) if len(called) == 1 and all(map(is_numeral, called)) else None


def _claim(j: int) -> Claim:
    return Claim("entry", (j,), "classes")


def is_numeral(name: str) -> bool:
    """Tell whether a name is a whole number as it is printed.

    >>> is_numeral("3"), is_numeral("03"), is_numeral("A1")
    (True, False, False)
    """
    return name.isascii() and name.isdecimal() and str(int(name)) == name
