"""A flow: a sheet in an ingredient's hue that slides to another place, behind all cells."""

from __future__ import annotations

from manim import Transform, VMobject, smooth

from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import for_the_eye, rectangle
from scenes.kit.ground.theme import Hue, Theme

BEHIND = -3
SHARE = 0.55  # of the hue over the background


def sheet(theme: Theme, hue: Hue, box: Box) -> VMobject:
    """Return a sheet that fills a box.

    Parameters
    ----------
    hue : Hue
        Of the sheet.
    box : Box
        Pixels.
    """
    area = rectangle(box, fill=theme.tint(hue.fill, SHARE), radius=10)
    for_the_eye(area, "a flow in passing: the numerals tell what arrives")
    area.set_z_index(BEHIND)
    return area


class Flow(Transform):
    """A sheet slides from one box to another, and is gone when it is there."""

    def __init__(
        self, theme: Theme, hue: Hue, start: Box, end: Box, *, run_time: float = 0.5
    ) -> None:
        super().__init__(
            sheet(theme, hue, start),
            sheet(theme, hue, end),
            run_time=run_time,
            rate_func=smooth,
            remover=True,
            introducer=True,
        )
