"""The mixtures of the example as icons."""

from scenes.kit.bar.mixture_icon import mixture_icon
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        icons = [
            mixture_icon(self.theme, self.book, j, Box(600 + 290 * j, 400, 140, 300))
            for j in range(len(self.book.mixtures))
        ]
        self.beat("shown", appear(*icons))
