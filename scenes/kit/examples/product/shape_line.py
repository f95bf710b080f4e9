"""The shape of a product, large, and small beside a heading."""

from scenes.kit.ground.motion import appear
from scenes.kit.ground.sizes import SHAPE_LARGE
from scenes.kit.product.shape_line import ShapeLine, beside, shape_within
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.heading import Heading


class Example(Chapter):
    def construct(self) -> None:
        bill = self.product("bill")
        heading = Heading(self.theme, self.script.title[self.lang])
        small = beside(heading, self.theme, bill.sizes, of=bill.of)
        large = ShapeLine(self.theme, bill.sizes, SHAPE_LARGE, x=660, baseline=480, of=bill.of)
        fitted = shape_within(self.theme, bill.trace, bill.of, 900, 1500, 700)
        self.beat("shown", appear(heading, small, large, fitted))
