"""A picture painted by its pixels: rectangles, which can travel one by one."""

from __future__ import annotations

from collections.abc import Sequence

from manim import Animation, LaggedStart, Transform, VGroup, VMobject

from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import TRAVEL
from scenes.kit.ground.shapes import for_the_eye, rectangle
from scenes.kit.ground.theme import Theme, mix
from scenes.kit.images.pixel_geometry import PixelPlace

MARGIN, EDGE, RADIUS = 6.0, 2.2, 8.0


class PixelGrid(VGroup):
    """Pixels at a place, each a share of full ink: ``levels`` go row by row from 0 to 1.

    ``framed`` draws an edge around them; ``focused`` draws it in the focus.

    Parameters
    ----------
    place : PixelPlace
        A box for each pixel: see :func:`picture_place` and :func:`strip_place`.
    levels : sequence of float
        From 0 to 1, as many as there are boxes.
    framed, focused : bool, optional
        Whether it has an edge, and whether that is the focus's.
    """

    def __init__(
        self,
        theme: Theme,
        place: PixelPlace,
        levels: Sequence[float],
        *,
        framed: bool = True,
        focused: bool = False,
    ) -> None:
        self.theme, self.place, self.levels = theme, place, list(levels)
        self.pixels = VGroup(*(self._pixel(k, place.boxes[k]) for k in range(len(self.levels))))
        self.edge = self._edge(focused) if framed else VGroup()
        super().__init__(self.edge, self.pixels)

    def _pixel(self, k: int, box: Box) -> VMobject:
        shade = mix(self.theme.panel, self.theme.ink, self.levels[k])
        pixel = rectangle(box, fill=shade, radius=min(3.0, box.width / 6))
        return for_the_eye(pixel, "a pixel is as bright as it is: the picture as a whole tells it")

    def _edge(self, focused: bool) -> VMobject:
        colour = self.theme.focus if focused else self.theme.muted
        box = self.place.ground.grown(MARGIN)
        return rectangle(box, edge=colour, edge_width=2 * EDGE if focused else EDGE, radius=RADIUS)

    def at(self, place: PixelPlace, *, framed: bool = True, focused: bool = False) -> PixelGrid:
        """Return the same picture at another place."""
        return PixelGrid(self.theme, place, self.levels, framed=framed, focused=focused)

    def unroll(self, place: PixelPlace, columns: int, run_time: float) -> tuple[VGroup, Animation]:
        """Return copies of the pixels, and their way into a row: one row of the picture at a time.

        The picture stays; the copies are the row when they have arrived.
        """
        goal, copies = self.at(place, framed=False), self.pixels.copy()
        lines = [range(k, k + columns) for k in range(0, len(self.levels), columns)]
        motions = [
            Transform(VGroup(*(copies[k] for k in line)), VGroup(*(goal.pixels[k] for k in line)))
            for line in lines
        ]
        lag = max(0.05, (run_time - TRAVEL) / (len(lines) * TRAVEL))
        return copies, LaggedStart(*motions, lag_ratio=lag, run_time=run_time)
