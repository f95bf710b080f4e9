"""A plank of the bar: the shelf's board and the counter."""

from __future__ import annotations

from manim import VGroup

from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import rectangle
from scenes.kit.ground.theme import Theme, mix

EDGE = 4.0  # of light along the top
SHADOW = 12.0
DEPTH = -6  # behind whatever stands on it


class Plank(VGroup):
    """A board with a lit upper edge and a soft shadow under it.

    Parameters
    ----------
    box : Box
        Pixels of the board, without the shadow under it; it may reach beyond the frame.
    """

    ornament = "the wood of the bar: what stands on it is what counts"
    bleeds = "sides"  # out of the safe area, on purpose

    def __init__(self, theme: Theme, box: Box) -> None:
        shadow = Box(box.x, box.bottom, box.width, SHADOW)
        edge = Box(box.x, box.y, box.width, EDGE)
        dark = mix(theme.background, theme.wood, 0.12)
        super().__init__(
            rectangle(shadow, fill=dark),
            rectangle(box, fill=theme.wood),
            rectangle(edge, fill=theme.wood_edge),
        )
        self.set_z_index(DEPTH)
