"""Cells in their states: on, active, stepped back, waiting for a sum, in focus, filled."""

from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.product.cell import Cell
from scenes.kit.product.cell_style import State
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        bill, hue = self.product("bill"), self.theme.hue(1)
        value = bill.trace.left[0, 0]
        states: list[State] = ["on", "act", "soft", "empty", "focus", "filled"]
        cells = [
            Cell(
                self.theme, Box(330 + 220 * n, 460, 150, 120), state=state, hue=hue,
                value=None if state == "empty" else value, claim=bill.claim("value", 0, 0),
            )
            for n, state in enumerate(states)
        ]  # fmt: skip
        self.beat("shown", appear(*cells))
