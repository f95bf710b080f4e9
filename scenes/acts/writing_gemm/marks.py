"""Where a walk is: the three numbers that a step meets, and what its innermost loop runs along."""

from __future__ import annotations

import numpy as np
from manim import VGroup, VMobject

from mathcore import Walk
from scenes.acts.writing_gemm.bench_geometry import MATRICES
from scenes.acts.writing_gemm.matrices import Matrices, hue_of
from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import for_the_eye, rectangle
from scenes.kit.ground.theme import Theme
from scenes.kit.memory.storage_geometry import Boxes

LANE, MARK, FOCUS_MARK, RADIUS = 2.4, 3.4, 4.0, 5.0  # pixels
LANE_GROWN, GROWN = 5.0, 1.0
ABOVE = 2  # numbers, and frames of tiles
MARKED = "where a walk is, for a moment"


class Marks(VGroup):
    """Outlines around the numbers of a step, that of C in focus, and around their lanes.

    A lane is all that the innermost loop meets of a matrix: a row, a column, or one number.
    ``to_a_step`` are those that :meth:`show_at` counts: 1 for steps, 3 for accesses.
    """

    def __init__(self, theme: Theme, walk: Walk, matrices: Matrices, to_a_step: int = 1) -> None:
        self.walk, self.theme, self.to_a_step = walk, theme, to_a_step
        self.boxes: list[Boxes] = [matrices.stored[name].boxes for name in MATRICES]
        self.lanes = VGroup(*(for_the_eye(VMobject(), MARKED) for _ in MATRICES))
        self.outlines = VGroup(*(for_the_eye(VMobject(), MARKED) for _ in MATRICES))
        super().__init__(self.lanes, self.outlines)
        self.set_z_index(ABOVE)
        self.show_at(0)

    def show_at(self, done: int) -> Marks:
        """Mark the step that was begun last; nothing before the first."""
        steps = -(-done // self.to_a_step)
        for matrix, (lane, outline) in enumerate(zip(self.lanes, self.outlines, strict=True)):
            if steps == 0:
                lane.set_points(np.zeros((0, 3)))
                outline.set_points(np.zeros((0, 3)))
            else:
                self._draw_lane(matrix, lane, steps - 1)
                self._draw_mark(matrix, outline, steps - 1)
        return self

    def _box(self, matrix: int, step: int) -> Box:
        access = len(MATRICES) * step + matrix
        row, column = int(self.walk.row[access]), int(self.walk.column[access])
        return self.boxes[matrix][row * self.walk.n + column]

    def _draw_lane(self, matrix: int, lane: VMobject, step: int) -> None:
        first = step - step % self.walk.tile
        ends = (self._box(matrix, each) for each in (first, first + self.walk.tile - 1))
        edge = hue_of(self.theme, MATRICES[matrix]).text
        box = Box.around(*ends).grown(LANE_GROWN)
        _redraw(lane, rectangle(box, edge=edge, edge_width=LANE, radius=2 * RADIUS))

    def _draw_mark(self, matrix: int, outline: VMobject, step: int) -> None:
        focused = matrix == len(MATRICES) - 1
        edge, width = (self.theme.focus, FOCUS_MARK) if focused else (self.theme.ink, MARK)
        box = self._box(matrix, step).grown(GROWN)
        _redraw(outline, rectangle(box, edge=edge, edge_width=width, radius=RADIUS))


def _redraw(outline: VMobject, drawn: VMobject) -> None:
    outline.set_points(drawn.points)
    outline.match_style(drawn)
