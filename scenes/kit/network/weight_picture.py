"""A recipe as a picture: a square where a pixel speaks for it, a disc where one speaks against.

The larger the mark, the larger the weight: its area is in proportion.  Sign is told by shape and by
colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from manim import Animation, Transform, VGroup, VMobject

from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import TRAVEL
from scenes.kit.ground.shapes import for_the_eye, rectangle
from scenes.kit.ground.theme import Theme, mix
from scenes.kit.images.pixel_geometry import PixelPlace

MARGIN, EDGE, RADIUS = 5.0, 3.4, 8.0
LEAST = 2.0  # pixels: a smaller mark would be dust
FULL = 0.88  # of a pixel's side: the mark of the greatest weight
SUBDUED = 0.45
HUSHED = "a recipe that is not meant now: its name tells it"
GROUND = "the ground of a recipe: its marks tell it"


class WeightPicture(VGroup):
    """Marks at a place; ``weights`` go row by row, from -1 to 1 for the greatest there is.

    ``alive`` pictures are strong, others subdued; a ``focused`` one has the edge of the focus.

    Parameters
    ----------
    place : PixelPlace
        A box for each weight: see :func:`picture_place` and :func:`strip_place`.
    weights : sequence of float
        From -1 to 1, as many as there are boxes.
    alive, focused : bool, optional
        Whether it is strong, and whether it has the edge of the focus.
    """

    def __init__(
        self,
        theme: Theme,
        place: PixelPlace,
        weights: Sequence[float],
        *,
        alive: bool = True,
        focused: bool = False,
    ) -> None:
        self.theme, self.place, self.weights = theme, place, list(weights)
        self.alive, self.focused = alive, focused
        edge = theme.focus if focused else theme.line
        self.ground = rectangle(
            place.ground.grown(MARGIN),
            fill=theme.panel,
            edge=edge,
            edge_width=EDGE if focused else 2.0,
            radius=RADIUS,
        )
        for_the_eye(self.ground, "" if focused else GROUND)
        self.marks = VGroup(*map(self._mark, self.weights, place.boxes))
        super().__init__(self.ground, self.marks)

    def _mark(self, weight: float, box: Box) -> VMobject:
        share = FULL * abs(weight) ** 0.5
        is_dust = box.width * share < LEAST
        wide, high = (LEAST, LEAST) if is_dust else (box.width * share, box.height * share)
        x, y = box.centre
        hue = self.theme.plus if weight > 0 else self.theme.minus
        mark = rectangle(
            Box(x - wide / 2, y - high / 2, wide, high),
            fill=hue if self.alive else mix(self.theme.panel, hue, SUBDUED),
            radius=0.08 * wide if weight > 0 else wide / 2,
        )
        mark.set_fill(opacity=0 if is_dust else 1)  # it is there, so that it can grow in its colour
        return for_the_eye(mark, "" if self.alive else HUSHED)

    def at(
        self, place: PixelPlace | None = None, *, alive: bool = True, focused: bool = False
    ) -> WeightPicture:
        """Return the same recipe at another place, or in another state."""
        place = place or self.place
        return WeightPicture(self.theme, place, self.weights, alive=alive, focused=focused)

    def to(self, goal: WeightPicture, run_time: float = TRAVEL, **kwargs: Any) -> Animation:
        """Return the change into another place or state."""
        self.place, self.alive, self.focused = goal.place, goal.alive, goal.focused
        for_the_eye(self.ground, "" if self.focused else GROUND)
        for mark in self.marks:
            for_the_eye(mark, "" if self.alive else HUSHED)
        return Transform(self, goal, run_time=run_time, **kwargs)
