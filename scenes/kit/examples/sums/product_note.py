"""One product among many, written out."""

from scenes.kit.ground.motion import appear
from scenes.kit.ground.sizes import SHAPE_LARGE
from scenes.kit.stage.chapter import Chapter
from scenes.kit.sums.product_note import ProductNote


class Example(Chapter):
    def construct(self) -> None:
        bill = self.product("bill")
        step = bill.entry(0, 1)[1]
        note = ProductNote(self.theme, step, (0, 1), bill.of, SHAPE_LARGE, right=1060, baseline=500)
        self.beat("shown", appear(note))
