"""Signed terms: every bar begins where the one before it ended."""

from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.stage.chapter import Chapter
from scenes.kit.sums.step_chart import StepChart, grow


class Example(Chapter):
    def construct(self) -> None:
        bill = self.product("balance")
        steps, hues = bill.entry(0, 0), bill.hues(self.theme)
        chart = StepChart(
            self.theme, Box(560, 240, 760, 520), [680 + 240 * k for k in range(len(steps))],
            [hue.text for hue in hues], [step.partial for step in steps], width=120,
        )  # fmt: skip
        growing = (grow(chart, bill, (0, 0), k) for k in range(len(steps)))
        self.beat("shown", appear(chart.zero), growing)
