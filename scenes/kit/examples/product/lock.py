"""Cells of which two are locked."""

from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.product.cell import Cell
from scenes.kit.product.lock import Lock
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        boxes = [Box(680 + 190 * n, 470, 176, 84) for n in range(3)]
        cells = [Cell(self.theme, box, state="idle") for box in boxes]
        locks = [Lock(self.theme, x=box.centre[0], y=box.centre[1], height=44) for box in boxes[1:]]
        self.beat("shown", appear(*cells), appear(*locks, lag=0.5))
