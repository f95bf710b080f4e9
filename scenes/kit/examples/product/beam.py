"""The light on the row and the column that make an entry."""

from scenes.kit.ground.motion import appear
from scenes.kit.product.beam import Beam
from scenes.kit.product.falk_view import FalkView
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        view = FalkView(self.theme, self.product("bill"), self.lang)
        place = view.place
        beam = Beam(self.theme, place.left, place.matrix, place.result, 0, 1)
        self.beat("shown", appear(view, beam))
