"""A scene to copy: rename this file, ``blank.toml`` and the class, then change the beats."""

from __future__ import annotations

from collections.abc import Iterator

from manim import Animation

from scenes.kit.bar.book_likenesses import BookLikenesses
from scenes.kit.bar.book_product import book_product
from scenes.kit.ground.motion import appear, vanish
from scenes.kit.product.product_stage import ProductStage
from scenes.kit.product.product_view import ProductView
from scenes.kit.stage.chapter import NEXT_LINE, Chapter
from scenes.kit.stage.phrases import measured


class Blank(Chapter):
    """Two beats about the example's recipes, and one about numbers of the scene's own."""

    def construct(self) -> None:
        """List the beats: each has a table of its name in the .toml, and one or more motions."""
        recipes, likenesses = book_product(self.book), BookLikenesses(self.theme, self.book)
        self.picture = ProductView(self.theme, recipes, self.lang, likenesses)
        first = recipes.claim("result", 0, 0)  # what the number is: the gate looks it up
        total = measured(recipes.trace.result[0, 0], first, self.book.properties[0])
        self.beat("the_picture", appear(self.picture))
        self.beat("the_recipes", self.keep_the_recipes(), total=total)
        self.beat("one_sum", self.add_up(ProductStage(self.theme, self.product("cost"), self.lang)))

    def keep_the_recipes(self) -> Iterator[Animation | str]:
        """Yield motions one after another; each is made when the one before has been played."""
        view = self.picture
        yield vanish(view.row, view.bottles, view.row_names, view.dot, view.equals)
        yield NEXT_LINE
        yield vanish(view.result, view.vessels, view.result_names)

    def add_up(self, stage: ProductStage) -> Iterator[Animation | str]:
        """Show the product of numbers that are in the .toml, then how its first entry is made."""
        yield vanish(self.picture.matrix, self.picture.row_heads, self.picture.column_heads)
        yield stage.show()
        yield NEXT_LINE
        yield from stage.make_quickly()
