"""A waterfall so small that only its line is left: the running sum from zero to its end."""

from __future__ import annotations

from manim import VGroup

from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import path, rectangle
from scenes.kit.ground.theme import Theme
from scenes.kit.sums.waterfall_geometry import WaterfallPlace

LINE, ZERO, DOT = 3.4, 2.0, 11.0


class RunningCurve(VGroup):
    """The line of a waterfall, its zero line, and a dot at its end.

    Parameters
    ----------
    place : WaterfallPlace
        From :func:`waterfall_place`, in pixels.
    focused : bool, optional
        Whether its line is in the focus.
    """

    def __init__(self, theme: Theme, place: WaterfallPlace, *, focused: bool = False) -> None:
        zero = place.row_of(0.0)
        colour = theme.focus if focused else theme.ink
        points = place.level(len(place.sums)) or [(place.box.x, zero), (place.box.right, zero)]
        x, y = points[-1]
        self.zero = path([(place.box.x, zero), (place.box.right, zero)], theme.muted, ZERO)
        self.line = path(points, colour, LINE, round_caps=False)  # nothing of it shows too early
        dot = Box(x - DOT / 2, y - DOT / 2, DOT, DOT)
        self.end = rectangle(dot, fill=colour, radius=DOT / 2)
        super().__init__(self.zero, self.line, self.end)
