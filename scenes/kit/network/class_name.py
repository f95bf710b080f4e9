"""The name of a class: a text, or a numeral where classes are digits."""

from __future__ import annotations

from mathcore.layer_file.classifier import Classifier
from scenes.kit.ground import lettering
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.name_lines import Lines, size_for, wrapped
from scenes.kit.ground.sizes import LEADING
from scenes.kit.ground.text import Label, Number, paragraph
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.numeral import Numeral
from scenes.kit.stage.script import Text

MOST_DIGITS = 4  # of a numeral


def class_name(
    layer: Classifier,
    j: int,
    language: str,
    size: float,
    colour: str,
    *,
    x: float,
    baseline: float,
    room: float,
    anchor: str = "center",
    bold: bool = False,
) -> GroupOf[Label]:
    """Return the name of class ``j``, its last line on an exact baseline.

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
    x, baseline, room : float
        Pixels; the name has as many lines as it needs to be no wider than its room.
    """
    numeral = numeral_of(layer, j)
    if numeral is not None:
        return GroupOf(
            Number(
                numeral, size, colour, x=x, baseline=baseline, anchor=anchor, bold=bold,
                claim=_claim(j),
            )
        )  # fmt: skip
    lines = name_lines(layer, j, language, size, room)
    first = baseline - LEADING * (len(lines) - 1)
    return paragraph(
        lines, size, colour, x=x, baseline=first, leading=LEADING, anchor=anchor, bold=bold
    )


def name_size(layer: Classifier, language: str, most: float, room: float) -> float:
    """Return the size, ``most`` or smaller, at which words fit in a room without a hyphen.

    None is too small to read; so a word that is very long is divided.
    """
    names = (name[language] for name in layer.classes)
    return size_for((part.strip() for name in names for part in lettering.pieces(name)), most, room)


def name_lines(layer: Classifier, j: int, language: str, size: float, room: float) -> Lines:
    """Return the lines of the name of class ``j``; bold ones fit, too."""
    (lines,), _ = wrapped([layer.classes[j][language]], size, room, bold=True)
    return lines


def spoken_name(layer: Classifier, j: int) -> Text:
    """Return the name of class ``j`` for a spoken line."""
    numeral = numeral_of(layer, j)
    return layer.classes[j] if numeral is None else Numeral(numeral, _claim(j))


def numeral_of(layer: Classifier, j: int) -> int | None:
    """Return the number that class ``j`` is called in every language; else None.

    A long one is a name like others, which may be broken.
    """
    called = set(layer.classes[j].values())
    short = len(called) == 1 and all(is_numeral(n) and len(n) <= MOST_DIGITS for n in called)
    return int(called.pop()) if short else None


def _claim(j: int) -> Claim:
    return Claim("entry", (j,), "classes")


def is_numeral(name: str) -> bool:
    """Tell whether a name is a whole number as it is printed.

    >>> is_numeral("3"), is_numeral("03"), is_numeral("A1")
    (True, False, False)
    """
    return name.isascii() and name.isdecimal() and str(int(name)) == name
