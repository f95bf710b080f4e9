"""The picture of the product: a row of bottles · the recipes = a row of filled glasses."""

from __future__ import annotations

from manim import VGroup

from mathcore import RecipeBook
from scenes.kit.bar.bottle import Bottle
from scenes.kit.bar.mixture_icon import mixture_icon
from scenes.kit.bar.silhouettes import height_beside
from scenes.kit.ground.name_lines import Lines
from scenes.kit.ground.shapes import Sign
from scenes.kit.ground.sizes import LEADING, SMALLEST, TITLE
from scenes.kit.ground.text import paragraph
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.product.matrix_grid import MatrixGrid
from scenes.kit.product.product_geometry import product_place

BEHIND = -1  # the cells, behind the bottles and glasses in them


class ProductView(VGroup):
    """Row, matrix and result as they stand at the end of chapter 1, without the shape line.

    ``row`` and ``result`` are grids without numbers; ``bottles[k]`` stands in row cell k,
    ``vessels[j]`` in result cell j, ``row_heads[k]`` and ``column_heads[j]`` beside the matrix.
    ``row_names`` and ``result_names`` are empty where names do not fit.
    """

    def __init__(self, theme: Theme, book: RecipeBook, language: str) -> None:
        self.theme, self.book = theme, book
        self.place = place = product_place(book, language)
        self.row = MatrixGrid(theme, place.row, hue_of=lambda i, k: self.hue(k))
        self.matrix = MatrixGrid(
            theme,
            place.matrix,
            values=book.shares,
            quantity="share",
            hue_of=lambda k, j: self.hue(k),
        )
        self.result = MatrixGrid(theme, place.result, state="idle")
        ingredients, mixtures = range(place.row.columns), range(place.result.columns)
        self.bottles = VGroup(*(self._bottle(k) for k in ingredients))
        self.vessels = VGroup(*(mixture_icon(theme, book, j, place.vessel(j)) for j in mixtures))
        self.row_heads = VGroup(*(self._row_head(k) for k in ingredients))
        self.column_heads = VGroup(*(self._column_head(j) for j in mixtures))
        self.row_names, self.result_names = self._row_names(), self._result_names()
        for grid in (self.row, self.result):
            grid.body.set_z_index(BEHIND)
        self.dot = Sign("·", TITLE, theme.ink, *place.dot)
        self.equals = Sign("=", TITLE, theme.ink, *place.equals)
        super().__init__(
            self.row, self.bottles, self.row_names, self.dot, self.row_heads, self.column_heads,
            self.matrix, self.equals, self.result, self.vessels, self.result_names,
        )  # fmt: skip

    def hue(self, k: int) -> Hue:
        """Return the hue of ingredient ``k``."""
        return self.theme.hue(self.book.ingredients[k].hue)

    def _standing(
        self, k: int, tallest: float, x: float, floor: float, icon: bool = False
    ) -> Bottle:
        silhouette = self.book.ingredients[k].bottle
        height = height_beside(silhouette, tallest)
        return Bottle(
            self.theme, self.hue(k), silhouette, height=height, x=x, floor=floor, icon=icon
        )

    def _bottle(self, k: int) -> Bottle:
        cell = self.place.row.cell(0, k)
        return self._standing(k, self.place.bottle, cell.centre[0], cell.bottom - 22)

    def _row_head(self, k: int) -> Bottle:
        height = height_beside(self.book.ingredients[k].bottle, self.place.icon)
        floor = self.place.head_foot(k) - (self.place.icon - height) / 2
        return self._standing(k, self.place.icon, self.place.head_x, floor, icon=True)

    def _column_head(self, j: int) -> VGroup:
        place = self.place
        if place.mixture_names is None:
            return VGroup(mixture_icon(self.theme, self.book, j, place.head_glass(j)))
        lines = place.mixture_names[j]
        first = place.heads_lowest - (len(lines) - 1) * LEADING
        return _name(lines, self.theme.ink, place.matrix.cell(0, j).centre[0], first)

    def _row_names(self) -> VGroup:
        place = self.place
        first = place.names_first(place.row)
        return VGroup(
            *(
                _name(lines, self.hue(k).text, place.row.cell(0, k).centre[0], first)
                for k, lines in enumerate(place.ingredient_names or ())
            )
        )

    def _result_names(self) -> VGroup:
        place = self.place
        first = place.names_first(place.result)
        return VGroup(
            *(
                _name(lines, self.theme.ink, place.result.cell(0, j).centre[0], first)
                for j, lines in enumerate(place.mixture_names or ())
            )
        )


def _name(lines: Lines, colour: str, x: float, baseline: float) -> VGroup:
    return paragraph(lines, SMALLEST, colour, x=x, baseline=baseline, leading=LEADING)
