"""What a walk does to C: every entry is a glass that rises, and three marks say where it is."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import VGroup, VMobject

from mathcore import Walk, terms_added
from scenes.acts.writing_gemm.bench_geometry import MATRICES
from scenes.acts.writing_gemm.matrices import Matrices, hue_of
from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import for_the_eye, rectangle
from scenes.kit.ground.theme import Theme
from scenes.kit.memory.storage_geometry import Boxes

MARK, FOCUS_MARK, GROWN, RADIUS = 3.4, 4.0, 1.0, 5.0  # pixels
REASON = "how far a glass has been filled, which the count of products tells"
MARKED = "where a walk is, for a moment"


class Marks(VGroup):
    """Outlines around the three numbers that a step meets: of C it is in focus."""

    def __init__(self, theme: Theme, walk: Walk, matrices: Matrices) -> None:
        self.walk, self.theme = walk, theme
        self.boxes: list[Boxes] = [matrices.stored[name].boxes for name in MATRICES]
        super().__init__(*(for_the_eye(VMobject(), MARKED) for _ in MATRICES))
        self.show(0)

    def show(self, steps: int) -> Marks:
        """Mark the step that was made last; nothing before the first."""
        for matrix, outline in enumerate(self):
            if steps == 0:
                outline.set_points(np.zeros((0, 3)))
                continue
            access = 3 * (steps - 1) + matrix
            row, column = self.walk.row[access], self.walk.column[access]
            box = self.boxes[matrix][int(row * self.walk.n + column)]
            focused = matrix == len(MATRICES) - 1
            drawn = rectangle(
                box.grown(GROWN),
                edge=self.theme.focus if focused else self.theme.ink,
                edge_width=FOCUS_MARK if focused else MARK,
                radius=RADIUS,
            )
            outline.become(drawn)
            for_the_eye(outline, MARKED)
        return self


class Filling(VGroup):
    """The glasses of C after so many steps of a walk, and what goes along with them.

    ``beside`` are further things that show how many steps have been made.
    """

    def __init__(self, theme: Theme, walk: Walk, matrices: Matrices, *beside: Any) -> None:
        self.walk, self.boxes, self.beside = walk, matrices.stored["C"].boxes, beside
        hue = hue_of(theme, "C")
        self.levels = VGroup(*(for_the_eye(VMobject(), REASON) for _ in self.boxes))
        self.levels.set_fill(hue.fill, opacity=1).set_stroke(width=0)
        self.marks = Marks(theme, walk, matrices)
        self.added = [0] * len(self.boxes)
        super().__init__(self.levels, self.marks, *beside)

    def show(self, steps: int) -> Filling:
        """Fill every glass as far as it is."""
        added = terms_added(self.walk, steps).ravel().tolist()
        for place, (before, now) in enumerate(zip(self.added, added, strict=True)):
            if before != now:
                self._fill(place, now)
        self.added = added
        self.marks.show(steps)
        for each in self.beside:
            each.show(steps)
        return self

    def _fill(self, place: int, terms: int) -> None:
        box, level = self.boxes[place], self.levels[place]
        high = box.height * terms / self.walk.n
        if not terms:
            level.set_points(np.zeros((0, 3)))
            return
        filled = Box(box.x, box.bottom - high, box.width, high)
        level.set_points(rectangle(filled, radius=min(RADIUS, box.width / 4, high / 2)).points)
