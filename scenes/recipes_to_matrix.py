"""Chapter 1: the recipes of a bar become a matrix."""

from __future__ import annotations

from scenes.acts.recipes_to_matrix.bar_scene import Bar
from scenes.acts.recipes_to_matrix.formula_sheet import FormulaSheet
from scenes.acts.recipes_to_matrix.lifting import lift_off
from scenes.acts.recipes_to_matrix.multiplying import multiply, name_sizes, swap_sizes
from scenes.acts.recipes_to_matrix.product_shape import ProductShape
from scenes.acts.recipes_to_matrix.serving import bring_orders, fill_others, pour_first, settle
from scenes.acts.recipes_to_matrix.writing import merge_names, write_formulas
from scenes.kit.bar.book_likenesses import BookLikenesses
from scenes.kit.bar.book_product import book_product
from scenes.kit.product.product_view import ProductView
from scenes.kit.stage.chapter import NEXT_LINE, Chapter


class RecipesToMatrix(Chapter):
    """From bottles and order cards to a row times a matrix."""

    def construct(self) -> None:
        """Tell the chapter."""
        bar = Bar(self.theme, self.book, self.lang)
        sheet = FormulaSheet(self.theme, self.book, self.lang)
        likenesses = BookLikenesses(self.theme, self.book)
        product = ProductView(self.theme, book_product(self.book), self.lang, likenesses)
        self.beat("the_shelf", settle(bar))
        self.beat("the_order", bring_orders(bar))
        self.beat("first_pour", pour_first(bar))
        if bar.others:
            self.beat("the_others", fill_others(bar))
        self.beat("percent_to_formula", write_formulas(bar, sheet), **sheet.first_share())
        same, everywhere = self.label("the_same"), self.label("in_every_line")
        self.beat("what_is_the_same", NEXT_LINE, merge_names(sheet, same, everywhere))
        self.beat("numbers_lift_off", lift_off(bar, sheet, product))
        have, recipes = self.label("what_we_have"), self.label("the_recipes")
        names = (have, recipes, self.label("what_we_make"))
        shape = ProductShape(self.theme, product.place, names)
        self.beat("the_product", multiply(product), name_sizes(shape))
        if bar.others:  # a single column would fit the other way round, too
            self.beat("changing_places", swap_sizes(shape), one=shape.rows)
