"""A product on stage: shown, its first entry made term by term, the other one briskly."""

from scenes.kit.product.product_stage import ProductStage
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        stage = ProductStage(self.theme, self.product("bill"), self.lang)
        self.beat("the_first", stage.show(), stage.make_first())
        self.beat("the_other", stage.make_others(), stage.settle())
