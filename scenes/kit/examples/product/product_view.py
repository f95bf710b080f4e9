"""A product on one line: left, dot, matrix, equals, result."""

from scenes.kit.ground.motion import appear
from scenes.kit.product.product_view import ProductView
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        self.beat("shown", appear(ProductView(self.theme, self.product("bill"), self.lang)))
