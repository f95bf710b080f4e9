"""Words and numbers as pictures, set by the shipped font on an exact baseline."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np
from manim import VMobject

from mathcore import format_number, format_percent
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import to_pixels, to_point, units
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.stage.claims import Claim


@lru_cache(maxsize=4096)
def glyph_points(text: str, size: float, bold: bool) -> np.ndarray:
    """Return the curves of ``text`` as Manim's points; its baseline begins at the origin.

    The array is shared, and so can only be read.
    """
    glyphs, _ = lettering.shape(text, bold)
    curves = [
        (np.array(outline) + np.array([glyph.x, glyph.y])).reshape(-1, 2)
        for glyph in glyphs
        if (outline := lettering.outline(glyph.index, bold))
    ]
    flat = np.concatenate(curves) if curves else np.zeros((0, 2))
    points = np.column_stack([flat, np.zeros(len(flat))]) * units(size)
    points.flags.writeable = False
    return points


class Label(VMobject):
    """A line of text.

    ``x`` and ``baseline`` are pixels; ``anchor`` says which part of the line stands at ``x``.

    Parameters
    ----------
    text : str
        One line, of characters that the font has.
    size : float
        Of the type, in pixels; no text that is read is smaller than ``sizes.SMALLEST``.
    colour : str
        A role of the theme.
    x, baseline : float, optional
        Pixels.
    anchor : str, optional
        ``"left"``, ``"center"`` or ``"right"``.
    bold : bool, optional
        Whether it is set in bold.
    """

    def __init__(
        self,
        text: str,
        size: float,
        colour: str,
        *,
        x: float = 0.0,
        baseline: float = 0.0,
        anchor: str = "left",
        bold: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(fill_color=colour, fill_opacity=1, stroke_width=0, **kwargs)
        self.text, self.size, self.bold, self.anchor = text, size, bold, anchor
        self.set_text(text).place(x, baseline)

    def set_text(self, text: str) -> Label:
        """Set other words at the frame's centre; :meth:`place` puts them where they belong."""
        self.text = text
        self.set_points(glyph_points(text, self.size, self.bold))
        return self

    def place(self, x: float, baseline: float) -> Label:
        """Put the anchor of the line at pixel (x, baseline)."""
        self.at = (x, baseline)
        back = {"left": 0.0, "center": 0.5, "right": 1.0}[self.anchor]
        self.set_points(glyph_points(self.text, self.size, self.bold))
        start = x - back * lettering.width(self.text, self.size, self.bold)
        return self.shift(to_point(start, baseline))

    def baseline(self) -> float:
        """Return the pixel row of the baseline, wherever the label has moved to."""
        drawn = glyph_points(self.text, self.size, self.bold)
        if not len(drawn):
            return self.at[1]
        low, high = drawn[:, 1].min(), drawn[:, 1].max()
        scale = np.ptp(self.points[:, 1]) / (high - low) if high > low else 1.0
        bottom = min(self.points[::4, 1].min(), self.points[3::4, 1].min())  # of the anchors
        return to_pixels(0, bottom - low * scale)[1]


class Number(Label):
    """A numeral: the characters that :mod:`mathcore` gives for ``value``, which it remembers.

    An ``enclosed`` one has parentheses if it is negative, as it stands after ``+`` or ``×``; one
    with ``places`` is rounded to so many, and keeps their zeros.
    ``claim`` says what it is a number of; while it is ``counting`` it is on its way there.

    Parameters
    ----------
    value : float or Fraction
        The exact number; what is printed is rounded, and a Fraction is exact.
    size, colour
        As for :class:`Label`, which takes all the rest, too.
    signed, percent, enclosed : bool, optional
        With a sign in any case; as a share of 100 %; in parentheses where negative.
    places : int, optional
        How many decimals; as many as it has, if not given.
    claim : Claim, optional
        What it is a number of; without one, the gate refuses it.
    """

    def __init__(
        self,
        value: float | Fraction,
        size: float,
        colour: str,
        *,
        signed: bool = False,
        percent: bool = False,
        enclosed: bool = False,
        places: int | None = None,
        claim: Claim | None = None,
        **kwargs: Any,
    ) -> None:
        self.value, self.signed, self.percent, self.enclosed = value, signed, percent, enclosed
        self.places, self.claim, self.counting = places, claim, False
        super().__init__(self._characters(value), size, colour, **kwargs)

    def _characters(self, value: float | Fraction, places: int | None = None) -> str:
        places = self.places if places is None else places
        if self.percent:
            return format_percent(value, places=places)
        printed = format_number(value, signed=self.signed, places=places)
        return f"({printed})" if self.enclosed and value < 0 else printed

    def set_value(self, value: float | Fraction, places: int | None = None) -> Number:
        """Show another value at the same place, with a fixed number of places while it counts."""
        self.value, self.counting = value, places is not None
        self.set_text(self._characters(value, places)).place(*self.at)
        return self


def cap_centred(y: float, size: float) -> float:
    """Return the baseline on which capitals of ``size`` are centred at ``y``."""
    return y + lettering.CAP_HEIGHT * size / 2


def paragraph(
    lines: tuple[str, ...],
    size: float,
    colour: str,
    *,
    x: float,
    baseline: float,
    leading: float,
    anchor: str = "center",
    bold: bool = False,
) -> GroupOf[Label]:
    """Return several lines; the first stands on ``baseline``, the others below it.

    Parameters
    ----------
    lines : tuple of str
        As they are broken.
    size, colour, anchor, bold
        As for :class:`Label`.
    x, baseline : float
        Pixels, of the first line.
    leading : float
        Pixels from one baseline to the next.
    """
    return GroupOf(
        *(
            Label(
                line, size, colour, x=x, baseline=baseline + n * leading, anchor=anchor, bold=bold
            )
            for n, line in enumerate(lines)
        )
    )
