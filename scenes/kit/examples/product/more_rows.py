"""A whole product is filled in a wave; where its rows are a colour, the colours are shown."""

from scenes.kit.bar.book_product import book_product
from scenes.kit.ground.motion import appear, wave
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.more_rows import fill_in_a_wave, swatches_under
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    example = "paint"

    def construct(self) -> None:
        view = FalkView(self.theme, book_product(self.book), self.lang).without_entry_heads()
        swatches = swatches_under(self.theme, view.product, view.place.result)
        colours = wave([appear(each) for each in swatches])
        self.beat("shown", appear(view), fill_in_a_wave(view), colours)
