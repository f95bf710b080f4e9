"""What a walk does to C: every entry is a glass that rises, and three marks say where it is."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import VGroup, VMobject

from mathcore import Walk, terms_added
from scenes.acts.writing_gemm.marks import Marks
from scenes.acts.writing_gemm.matrices import Matrices, hue_of
from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import for_the_eye, rectangle
from scenes.kit.ground.theme import Theme

RADIUS, FULL = 5.0, 0.62  # pixels; how much of its hue is in a glass
REASON = "how far a glass has been filled, which the count of products tells"


class Filling(VGroup):
    """The glasses of C after so many steps of a walk, and what goes along with them.

    ``beside`` are further things that show how many steps have been made.
    """

    def __init__(self, theme: Theme, walk: Walk, matrices: Matrices, *beside: Any) -> None:
        self.walk, self.boxes, self.beside = walk, matrices.stored["C"].boxes, beside
        hue = hue_of(theme, "C")
        self.levels = VGroup(*(for_the_eye(VMobject(), REASON) for _ in self.boxes))
        self.levels.set_fill(theme.tint(hue.fill, FULL), opacity=1).set_stroke(width=0)
        self.marks = Marks(theme, walk, matrices)
        self.added = [0] * len(self.boxes)
        super().__init__(self.levels, self.marks, *beside)

    def show_at(self, steps: int) -> Filling:
        """Fill every glass as far as it is."""
        added = terms_added(self.walk, steps).ravel().tolist()
        for place, (before, now) in enumerate(zip(self.added, added, strict=True)):
            if before != now:
                self._fill(place, now)
        self.added = added
        self.marks.show_at(steps)
        for each in self.beside:
            each.show_at(steps)
        return self

    def _fill(self, place: int, terms: int) -> None:
        box, level = self.boxes[place], self.levels[place]
        high = box.height * terms / self.walk.n
        if not terms:
            level.set_points(np.zeros((0, 3)))
            return
        filled = Box(box.x, box.bottom - high, box.width, high)
        level.set_points(rectangle(filled, radius=min(RADIUS, box.width / 4, high / 2)).points)
