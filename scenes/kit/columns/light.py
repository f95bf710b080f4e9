"""A light behind what is in play: a soft area with the focus's edge, under the cells."""

from __future__ import annotations

from manim import VGroup

from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import for_the_eye, rectangle
from scenes.kit.ground.theme import Theme, mix
from scenes.kit.product.beam import EDGE, FILL_SHARE, OUTSIDE, RADIUS
from scenes.kit.product.grid_geometry import GridPlace

BEHIND = -5


class Light(VGroup):
    """The light behind a box.

    Parameters
    ----------
    box : Box
        Pixels.
    """

    def __init__(self, theme: Theme, box: Box) -> None:
        area = rectangle(box, fill=mix(theme.background, theme.focus, FILL_SHARE), radius=RADIUS)
        edge = mix(theme.background, theme.focus, theme.edge_share)
        super().__init__(area, rectangle(box, edge=edge, edge_width=EDGE, radius=RADIUS))
        for_the_eye(self, "a light behind cells: their own edges tell which are meant")
        self.set_z_index(BEHIND)


def column_light(theme: Theme, upper: GridPlace, lower: GridPlace, j: int) -> Light:
    """Return the light behind column ``j`` of two grids, one above the other.

    Parameters
    ----------
    upper, lower : GridPlace
        The matrix and the result below it, in pixels.
    j : int
        The column of both.
    """
    return Light(theme, Box.around(upper.column_box(j), lower.column_box(j)).grown(OUTSIDE))
