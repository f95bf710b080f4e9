"""A painting: a picture of thousands of pixels, drawn as one shape for each of its tones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from manim import Animation, ManimColor, VGroup, VMobject, linear, smooth

from scenes.kit.ground.frame import Box, stroke, to_point
from scenes.kit.ground.shapes import for_the_eye, rectangle
from scenes.kit.ground.theme import Theme
from scenes.kit.images.painting_geometry import Tones, outlines, runs

EDGE, APART = 2.2, 3.5  # the edge around a picture, and how far it is from its pixels
FRONT = 3.0
REASON = "the pixels of a picture: its edge tells where it is"


class Painting(VGroup):
    """A picture that fills ``box``: of each pixel the tone, and of each tone the colour.

    ``edge`` is the colour of the line around it; only the first ``columns`` are seen, and while it
    is painted or read a ``front`` runs along it.  An empty one has a ``ground``.

    Parameters
    ----------
    box : Box
        Pixels; as wide to its height as the picture is.
    tones : (H, W) array of int
        Indices into the palette: see :func:`tones_of` and :func:`palette_of`.
    palette : sequence of str
        Colours, the darkest first.
    edge : str
        The colour of the line around it.
    columns : int, optional
        How many are seen at first; all of them, if not given.
    ground : bool, optional
        Whether there is a ground where nothing is painted yet.
    """

    def __init__(
        self,
        theme: Theme,
        box: Box,
        tones: Tones,
        palette: Sequence[str],
        *,
        edge: str,
        columns: int | None = None,
        ground: bool = False,
    ) -> None:
        self.theme, self.box, self.tones = theme, box, tones
        self.columns = tones.shape[1] if columns is None else columns
        filling = theme.panel if ground else None
        self.edge = rectangle(box, fill=filling, edge=edge, edge_width=EDGE, radius=4)
        self.shapes = VGroup(*(_shape(colour) for colour in palette))
        self.front = VMobject(stroke_color=theme.ink, stroke_width=stroke(FRONT))
        for_the_eye(self.shapes, REASON)
        for_the_eye(self.front, REASON)
        super().__init__(self.edge, self.shapes, self.front)
        self.fit(box)

    def fit(self, box: Box) -> Painting:
        """Take the place of another box."""
        self.box = box
        around = rectangle(box.grown(APART), radius=4)
        self.edge.set_points(around.points)
        return self.show_tones(self.tones)

    def show_tones(self, tones: Tones) -> Painting:
        """Show other tones at the same place."""
        self.tones = tones
        side = self.side
        left, top, _ = to_point(self.box.x, self.box.y)
        found = runs(tones[:, : self.columns]) if self.columns else np.zeros((0, 4), dtype=int)
        drawn = np.zeros((len(found) * 12, 3))
        flat = outlines(found, side).reshape(-1, 2)
        scale = to_point(side, 0)[0] - to_point(0, 0)[0]
        drawn[:, 0], drawn[:, 1] = left + flat[:, 0] * scale, top - flat[:, 1] * scale
        each = drawn.reshape(-1, 12, 3)
        for tone, shape in enumerate(self.shapes):
            shape.set_points(each[found[:, 0] == tone].reshape(-1, 3))
        return self

    def reveal(self, columns: int) -> Painting:
        """Show so many of its columns, the first ones."""
        self.columns = columns
        return self.show_tones(self.tones)

    def run_front(self, column: int) -> Painting:
        """Let the front stand before a column; at either end there is none."""
        self.front.clear_points()
        if 0 < column < self.tones.shape[1]:
            x, box = self.box.x + column * self.side, self.box
            ends = to_point(x, box.y - APART), to_point(x, box.bottom + APART)
            self.front.set_points_as_corners(ends)
        return self

    def dye(self, palette: Sequence[str], edge: str) -> Painting:
        """Take other colours."""
        for shape, colour in zip(self.shapes, palette, strict=True):
            shape.set_fill(colour)
        self.edge.set_stroke(edge, stroke(EDGE))
        return self

    @property
    def side(self) -> float:
        """The side of one pixel of the picture, in pixels of the frame."""
        return float(self.box.width / self.tones.shape[1])

    @property
    def edge_colour(self) -> str:
        """The colour of its edge now, ``#RRGGBB``."""
        return ManimColor(self.edge.get_stroke_color()).to_hex()

    @property
    def palette(self) -> list[str]:
        """The colours that it has now, ``#RRGGBB``, tone by tone."""
        return [ManimColor(shape.get_fill_color()).to_hex() for shape in self.shapes]

    def pixel(self, row: int, column: int) -> Box:
        """Return where one of its pixels is."""
        side = self.side
        return Box(self.box.x + column * side, self.box.y + row * side, side, side)

    def tile(self, row: int, column: int) -> VMobject:
        """Return one of its pixels by itself."""
        tile = rectangle(self.pixel(row, column), fill=self.palette[self.tones[row, column]])
        return for_the_eye(tile, REASON)


def _shape(colour: str) -> VMobject:
    return VMobject(fill_color=colour, fill_opacity=1, stroke_width=0)


class Sweep(Animation):
    """A painting appears from left to right, column by column."""

    def __init__(self, painting: Painting, **kwargs: Any) -> None:
        super().__init__(painting, **{"rate_func": linear, **kwargs})
        self.painting = painting

    def interpolate_mobject(self, alpha: float) -> None:
        """Show so many columns as the time that has passed."""
        columns = round(self.rate_func(alpha) * self.painting.tones.shape[1])
        if columns != self.painting.columns:
            self.painting.reveal(columns)
        self.painting.run_front(columns)


class Scan(Sweep):
    """A painting is read from left to right, while another one is swept."""

    def interpolate_mobject(self, alpha: float) -> None:
        """Let the front stand where as much time has passed."""
        self.painting.run_front(round(self.rate_func(alpha) * self.painting.tones.shape[1]))


class Glide(Animation):
    """A painting goes to another box."""

    def __init__(self, painting: Painting, to: Box, **kwargs: Any) -> None:
        super().__init__(painting, **{"run_time": 0.7, "rate_func": smooth, **kwargs})
        self.painting, self.to = painting, to

    def begin(self) -> None:
        """Remember where the painting sets out."""
        self.start = self.painting.box
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        """Fill the box that is ``alpha`` of the way between the two."""
        done, start, to = self.rate_func(alpha), self.start, self.to
        ends = zip(
            (start.x, start.y, start.width, start.height),
            (to.x, to.y, to.width, to.height),
            strict=True,
        )
        self.painting.fit(Box(*(a + (b - a) * done for a, b in ends)))
