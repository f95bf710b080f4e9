"""A colour that is data: red, green and blue from 0 to 255."""

from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.product.swatch import swatch
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    example = "paint"

    def construct(self) -> None:
        paints = (self.book.values @ self.book.shares).T
        boxes = (Box(360 + 310 * j, 400, 240, 240) for j in range(len(paints)))
        self.beat("shown", appear(*map(swatch, [self.theme] * len(paints), boxes, paints)))
