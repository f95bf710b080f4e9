"""The magnifier: one pixel of a painting is marked, and what is around it is seen enlarged."""

from __future__ import annotations

from manim import Animation, AnimationGroup, FadeIn, Succession, VGroup, VMobject, Wait

from scenes.acts.feature_fusion.pixel_mix_geometry import AROUND, window
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import DRAW, TRAVEL
from scenes.kit.ground.shapes import for_the_eye, path, rectangle
from scenes.kit.ground.theme import Theme, mix
from scenes.kit.images.painting import Glide, Painting

LINE, RIM, WAY = 2.4, 4.0, 2.0  # the mark of the pixel, the dark rim around it, the lines down
ABOVE = 3  # pictures that move
SPOT = 4.0  # the mark in the enlarged view
HINT = 0.6


def mark(theme: Theme, pixel: Box, line: float = LINE) -> VGroup:
    """Return the mark around exactly one pixel: a rim and a line, seen on any picture."""
    around = pixel.grown(line / 2)
    low, high = sorted((theme.background, theme.ink), key=lambda colour: int(colour[1:3], 16))
    rim = rectangle(around, edge=low, edge_width=line + RIM, radius=1)
    both = VGroup(
        for_the_eye(rim, "the rim around a mark, so that it is seen on every picture"),
        for_the_eye(rectangle(around, edge=high, edge_width=line, radius=1), "its lines lead here"),
    )
    return both.set_z_index(ABOVE)


class Magnifier(VGroup):
    """The mark on pixel ``spot`` of a painting, and the pixels around it at ``box``."""

    def __init__(self, painting: Painting, spot: tuple[int, int], box: Box) -> None:
        theme = painting.theme
        self.painting, self.box = painting, box
        rows, columns = painting.tones.shape
        top, left = window((rows, columns), spot)
        side = 2 * AROUND + 1
        self.small = Box.around(
            painting.pixel(top, left),
            painting.pixel(min(rows, top + side) - 1, min(columns, left + side) - 1),
        )
        self.mark = mark(theme, painting.pixel(*spot))
        cut = painting.tones[top : top + side, left : left + side]
        edge = painting.edge_colour
        self.patch = Painting(theme, box, cut, painting.palette, edge=edge)
        pixel = self.patch.pixel(spot[0] - top, spot[1] - left)
        self.spot = mark(theme, pixel, SPOT)
        self.ways = VGroup(*(self._way(theme, x) for x in (0, 1)))
        super().__init__(self.ways, self.mark, self.patch, self.spot)

    def _way(self, theme: Theme, side: int) -> VMobject:
        small, box = self.small, self.box
        start = (small.x + side * small.width, small.bottom)
        end = (box.x + side * box.width, box.y - 3)
        line = path([start, end], mix(theme.background, theme.ink, HINT), WAY)
        return for_the_eye(line, "leads the eye from a pixel to its enlarged view")

    @staticmethod
    def point_at(mark: VGroup) -> Animation:
        """Let a mark close in on its pixel."""
        return FadeIn(mark, scale=3, run_time=DRAW)

    def point(self) -> Animation:
        """Mark the pixel."""
        return self.point_at(self.mark)

    def zoom(self, run_time: float = TRAVEL) -> Animation:
        """Let the pixels around it grow out of the painting."""
        self.patch.fit(self.small)
        return AnimationGroup(
            Glide(self.patch, self.box, run_time=run_time),
            FadeIn(self.ways, run_time=run_time),
            Succession(Wait(run_time), FadeIn(self.spot, run_time=DRAW)),
        )
