"""A scene to copy that multiplies numbers of its own: they are in ``blank_product.toml``."""

from __future__ import annotations

from scenes.kit.product.product_stage import ProductStage, carry_on
from scenes.kit.stage.chapter import NEXT_LINE, Chapter


class BlankProduct(Chapter):
    """Today's weather times how it changes overnight is tomorrow's; and once more."""

    def construct(self) -> None:
        """List the beats: each has a table of its name in the .toml, and one or more motions."""
        tomorrow, later = (
            ProductStage(self.theme, self.product(name), self.lang)
            for name in ("tomorrow", "later")
        )
        self.beat("how_it_changes", tomorrow.show())
        self.beat("one_sum", tomorrow.make_first())
        again = carry_on(tomorrow, later), NEXT_LINE, later.fill()
        self.beat("two_steps", tomorrow.make_others(), *again)
