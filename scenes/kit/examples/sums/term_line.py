"""The terms of an entry: factors above their products, signs, and the total."""

from scenes.kit.ground.motion import appear
from scenes.kit.product.falk_view import FalkView
from scenes.kit.stage.chapter import Chapter
from scenes.kit.sums.term_line import line_of


class Example(Chapter):
    def construct(self) -> None:
        view = FalkView(self.theme, self.product("bill"), self.lang)
        self.beat("shown", appear(view, line_of(view, 0, 1)))
