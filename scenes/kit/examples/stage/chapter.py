"""A whole scene: two beats, a heading, and a second line while things move."""

from scenes.kit.bar.mixture_icon import mixture_icon
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear, vanish
from scenes.kit.stage.chapter import NEXT_LINE, Chapter


class Example(Chapter):
    def construct(self) -> None:
        drinks = [
            mixture_icon(self.theme, self.book, j, Box(600 + 290 * j, 400, 140, 300))
            for j in range(len(self.book.mixtures))
        ]
        self.beat("all_of_them", appear(*drinks, lag=0.3))
        self.beat("the_first", vanish(*drinks[1:]), NEXT_LINE)
