"""A running sum: layers in a glass with a scale, the number at their height."""

from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.stage.chapter import Chapter
from scenes.kit.sums.running_sum import Rise, RunningSum


class Example(Chapter):
    def construct(self) -> None:
        bill = self.product("bill")
        chart = RunningSum(self.theme, Box(800, 220, 220, 560), bill, 0, room=1500)
        steps = bill.entry(0, 1)
        terms = [step.product for step in steps]
        self.beat(
            "shown",
            appear(chart.vessel, chart.scale_marks),
            *(
                Rise(
                    chart, terms[: k + 1], step.partial - step.product, step.partial,
                    bill.claim("partial", 0, 1, k),
                )
                for k, step in enumerate(steps)
            ),
        )  # fmt: skip
