"""A running sum whose number stands at the left, under its label."""

from __future__ import annotations

from typing import Any

from mathcore import format_number
from scenes.acts.feature_fusion.pixel_mix_geometry import MARGIN_RIGHT
from scenes.kit.ground.frame import LEFT
from scenes.kit.ground.name_lines import size_for
from scenes.kit.ground.shapes import path
from scenes.kit.ground.text import Number
from scenes.kit.sums.step_chart import MARK, Amount, StepChart

TOTAL, BASELINE = 72.0, 914.0


class SideSum(StepChart):
    """Signed bars, each from where the one before it ended; the level reached is drawn in mint."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.zero.set_z_index(-1)  # a dark bar would swallow the line
        self.remove(self.total)
        *_, sums, _ = arguments
        size = size_for(map(format_number, (0, *sums)), TOTAL, MARGIN_RIGHT - LEFT)
        self.total = Number(0, size, self.theme.focus, bold=True, anchor="right")
        self.total.set_opacity(0)
        self.add(self.total)

    def _place_total(self, count: int, total: Amount, places: int | None) -> None:
        row = self.row_of(total)
        line = path([(self.box.x, row), (self.box.right, row)], self.theme.focus, MARK)
        self.mark.submobjects = [line]
        self.total.set_opacity(1)
        self.total.at = (MARGIN_RIGHT, BASELINE)
        self.total.set_value(total, places)
