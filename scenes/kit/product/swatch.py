"""A swatch: the colour that a mixture of red, green and blue light makes."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from manim import VMobject

from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import rectangle
from scenes.kit.ground.theme import Theme

BRIGHTEST = 255


def hex_colour(channels: Sequence[float | Fraction]) -> str:
    """Return red, green and blue of 0 to 255 as ``#RRGGBB``; what lies beyond is cut off.

    >>> hex_colour((255, 127.5, -3))
    '#FF8000'
    """
    return "#" + "".join(f"{max(0, min(BRIGHTEST, round(c))):02X}" for c in channels)


def swatch(theme: Theme, box: Box, channels: Sequence[float | Fraction]) -> VMobject:
    """Return a box in the colour of three channels; it is data, so no theme changes it.

    Parameters
    ----------
    box : Box
        Pixels.
    channels : sequence of (3,) numbers
        Red, green and blue, from 0 to 255; what lies beyond is cut off.
    """
    return rectangle(box, fill=hex_colour(channels), edge=theme.ink, edge_width=2.4, radius=10)
