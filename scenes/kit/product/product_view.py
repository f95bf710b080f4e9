"""The picture of a product in one line: bottles · recipes = glasses, or numbers all through."""

from __future__ import annotations

from manim import VGroup, VMobject

from scenes.kit.ground.frame import Box
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.name_lines import Lines
from scenes.kit.ground.shapes import Sign
from scenes.kit.ground.sizes import LEADING, SMALLEST, TITLE
from scenes.kit.ground.text import paragraph
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.product.labelled_product import LabelledProduct
from scenes.kit.product.likenesses import Likenesses
from scenes.kit.product.matrix_grid import MatrixGrid
from scenes.kit.product.product_geometry import product_place

BEHIND = -1  # the cells, behind the bottles and glasses in them


class ProductView(VGroup):
    """Row, matrix and result as they stand at the end of chapter 1, without the shape line.

    With ``likenesses`` row and result are grids without numbers: ``bottles[k]`` stands in row cell
    k, ``vessels[j]`` in result cell j, ``row_heads[k]`` beside the matrix.  Without, these are
    empty, and all rows are there with their numbers.  ``column_heads[j]`` stand above the matrix,
    ``row_names`` and ``result_names`` below; they are empty where there are no names, or these do
    not fit.  ``row``, ``dot``, ``matrix``, ``equals`` and ``result`` are its parts, to be shown one
    after another.

    Parameters
    ----------
    product : LabelledProduct
        (m, K) · (K, n).
    language : str
        ``"en"`` or ``"zh"``.
    likenesses : Likenesses, optional
        What is drawn for an inner index or a column.

    Raises
    ------
    LayoutError
        If there is not enough room.
    """

    def __init__(
        self,
        theme: Theme,
        product: LabelledProduct,
        language: str,
        likenesses: Likenesses | None = None,
    ) -> None:
        self.theme, self.product, self.likenesses = theme, product, likenesses
        icons, trace, of = likenesses is not None, product.trace, product.of
        self.place = place = product_place(product, language, icons=icons)
        self.hues = product.hues(theme)
        self.row = MatrixGrid(
            theme,
            place.row,
            values=None if icons else trace.left,
            quantity=None if icons else "value",
            hue_of=lambda i, k: self.hue(k),
            of=of,
        )
        self.matrix = MatrixGrid(
            theme,
            place.matrix,
            values=trace.right,
            quantity="share",
            hue_of=lambda k, j: self.hue(k),
            of=of,
        )
        self.result = MatrixGrid(
            theme,
            place.result,
            values=None if icons else trace.result,
            state="idle" if icons else "filled",
            quantity=None if icons else "result",
            of=of,
        )
        inner, columns = range(place.row.columns), range(place.result.columns)
        self.bottles = GroupOf(*(self._bottle(k) for k in inner if icons))
        self.vessels = GroupOf(*(self._likeness(j, place.vessel(j)) for j in columns if icons))
        self.row_heads = GroupOf(*(self._row_head(k) for k in inner if icons))
        self.column_heads = GroupOf(*(self._column_head(j) for j in columns))
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
        """Return the hue of inner index ``k``."""
        return self.hues[k]

    def _drawn(self) -> Likenesses:
        assert self.likenesses is not None
        return self.likenesses

    def _likeness(self, j: int, box: Box) -> VGroup:
        return self._drawn().column(j, box)

    def _bottle(self, k: int) -> VMobject:
        cell, drawn = self.place.row.cell(0, k), self._drawn()
        height, floor = drawn.inner_height(k, self.place.bottle), cell.bottom - 22
        return drawn.inner(k, height=height, x=cell.centre[0], floor=floor, icon=False)

    def _row_head(self, k: int) -> VMobject:
        height = self._drawn().inner_height(k, self.place.icon)
        floor = self.place.head_foot(k) - (self.place.icon - height) / 2
        return self._drawn().inner(k, height=height, x=self.place.head_x, floor=floor)

    def _column_head(self, j: int) -> VGroup:
        place = self.place
        if place.column_names is None:
            return VGroup(*([self._likeness(j, place.head_glass(j))] if self.likenesses else []))
        lines = place.column_names[j]
        first = place.heads_lowest - (len(lines) - 1) * LEADING
        return _name(lines, self.theme.ink, place.matrix.cell(0, j).centre[0], first)

    def _row_names(self) -> VGroup:
        place = self.place
        first = place.names_first(place.row)
        return VGroup(
            *(
                _name(lines, self.hue(k).text, place.row.cell(0, k).centre[0], first)
                for k, lines in enumerate(place.inner_names or ())
            )
        )

    def _result_names(self) -> VGroup:
        place = self.place
        first = place.names_first(place.result)
        return VGroup(
            *(
                _name(lines, self.theme.ink, place.result.cell(0, j).centre[0], first)
                for j, lines in enumerate(place.column_names or ())
            )
        )


def _name(lines: Lines, colour: str, x: float, baseline: float) -> VGroup:
    return paragraph(lines, SMALLEST, colour, x=x, baseline=baseline, leading=LEADING)
