"""The mixtures of the example in a row: glasses that fill by their recipes."""

from manim import AnimationGroup

from scenes.kit.bar.drinks import Drinks
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        mixtures = self.book.mixtures
        boxes = [Box(450 + 400 * j, 200, 200, 480) for j in range(len(mixtures))]
        names = [(mixture.short[self.lang],) for mixture in mixtures]
        drinks = Drinks(self.theme, self.book, boxes, names, baseline=740)
        everything = len(self.book.ingredients) - 1
        pours = (drinks.pour(0, j, 2.0, last=everything) for j in range(len(mixtures)))
        self.beat("shown", appear(drinks), AnimationGroup(*pours))
