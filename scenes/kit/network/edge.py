"""An edge of a network: thick as its weight, in the hue of its input, dashed where negative."""

from __future__ import annotations

import numpy as np
from manim import VMobject

from scenes.kit.bar.liquid import draw
from scenes.kit.ground.frame import Box, stroke
from scenes.kit.ground.shapes import for_the_eye
from scenes.kit.ground.theme import Hue, Theme, mix
from scenes.kit.network.network_geometry import Point

THINNEST, THICKEST = 2.0, 17.0  # pixels
DIM = 0.26  # how much of its hue an edge keeps that is not meant
NEGLIGIBLE = 0.004  # a weight that is printed as nothing
DASH, GAP = 20.0, 16.0


class Edge(VMobject):
    """The line from one node to another; ``heaviest`` is the weight that is drawn thickest.

    Parameters
    ----------
    hue : Hue
        That of its input.
    ends : ((x, y), (x, y))
        Pixels.
    weight, heaviest : float
        A negative weight is dashed; ``heaviest`` is above 0.
    lit : bool, optional
        Whether it is meant now; else it is but a hint.
    scale : float, optional
        How thick it is, and how long its dashes, beside one of an ordinary network.
    """

    def __init__(
        self,
        theme: Theme,
        hue: Hue,
        ends: tuple[Point, Point],
        weight: float,
        heaviest: float,
        *,
        lit: bool = True,
        scale: float = 1.0,
    ) -> None:
        super().__init__(fill_opacity=0)
        self.ornament, self.scale_of_lines = "", scale
        self.theme, self.hue, self.ends, self.heaviest = theme, hue, ends, heaviest
        self.weigh(weight, lit)

    def weigh(self, weight: float, lit: bool = True) -> Edge:
        """Take another weight; an edge that is not ``lit`` is but a hint."""
        self.weight, self.lit = float(weight), lit
        start, end = np.array(self.ends)
        length = float(np.hypot(*(end - start)))
        draw(self, *self._runs(start, end, length), closed=False)
        share = min(1.0, abs(self.weight) / self.heaviest)
        none = abs(self.weight) < NEGLIGIBLE
        colour = self.theme.line if none else self.hue.text
        shown = colour if lit or none else mix(self.theme.background, colour, DIM)
        width = self.scale_of_lines * (THINNEST + (THICKEST - THINNEST) * share)
        self.set_stroke(shown, stroke(width))
        quiet = "an edge that is not meant now, or has no weight"
        return for_the_eye(self, "" if lit and not none else quiet)

    def _runs(self, start: np.ndarray, end: np.ndarray, length: float) -> list[np.ndarray]:
        if self.weight >= 0:
            return [np.array([start, end])]
        count = max(2, round(length / (DASH + GAP) / self.scale_of_lines))
        way = (end - start) / count
        on = DASH / (DASH + GAP)
        return [np.array([start + n * way, start + (n + on) * way]) for n in range(count)]

    def copy_as(self, weight: float | None = None, *, lit: bool = True) -> Edge:
        """Return this edge with another weight, or dimmed."""
        shown = self.weight if weight is None else weight
        return self._again(self.ends, shown, lit=lit)

    def laid_across(self, box: Box) -> Edge:
        """Return this edge as a bar across the middle of a box."""
        _, y = box.centre
        ends = (box.x, y), (box.right, y)
        return self._again(ends, self.weight, lit=self.lit)

    def _again(self, ends: tuple[Point, Point], weight: float, *, lit: bool) -> Edge:
        return Edge(
            self.theme, self.hue, ends, weight, self.heaviest, lit=lit, scale=self.scale_of_lines
        )
