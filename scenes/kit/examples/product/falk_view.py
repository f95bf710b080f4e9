"""A product in Falk's layout: a row and a column meet at their result."""

from scenes.kit.ground.motion import appear
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.more_rows import fill_in_a_wave
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        view = FalkView(self.theme, self.product("bill"), self.lang)
        self.beat("shown", appear(view), fill_in_a_wave(view))
