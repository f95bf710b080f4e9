"""A scale of round numbers at the left of a glass."""

from mathcore import trace_matmul
from scenes.kit.bar.glass import Glass
from scenes.kit.bar.scale import Scale
from scenes.kit.bar.ticks import ticks
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.ground.sizes import SMALL
from scenes.kit.ground.text import Number
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Claim


class Example(Chapter):
    def construct(self) -> None:
        sums = trace_matmul(self.book.values, self.book.shares).partials[0]
        marks = ticks(sums.max())
        glass = Glass(self.theme, Box(860, 240, 220, 520), full=float(marks[-1]))
        labels = [
            (float(mark), Number(mark, SMALL, self.theme.muted, claim=Claim("scale", (0, n))))
            for n, mark in enumerate(marks)
        ]
        self.beat("shown", appear(glass, Scale(self.theme, glass, labels)))
