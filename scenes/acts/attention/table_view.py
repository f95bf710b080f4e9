"""The table of glasses as it stands in Falk's layout, and what stands for its names."""

from __future__ import annotations

from fractions import Fraction

from manim import VGroup

from mathcore import format_number
from scenes.acts.attention.table import Table
from scenes.kit.bar.glass import Glass
from scenes.kit.ground.frame import Box
from scenes.kit.ground.sizes import SMALLEST
from scenes.kit.ground.text import Number, cap_centred
from scenes.kit.ground.theme import Theme
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.grid_geometry import numeral_size
from scenes.kit.product.matrix_grid import MatrixGrid

PLACES = 1  # of scores in narrow cells
MOST, FILLED = 40.0, 0.7  # pixels: how wide a likeness is; how full


class TableLikenesses:
    """A glass of its kind for every glass on the table, and its recipe for a column."""

    signed = False

    def __init__(self, theme: Theme, table: Table) -> None:
        self.theme, self.table = theme, table

    def inner(
        self, k: int, *, height: float, x: float, floor: float, icon: bool = True,
        alive: bool = True,
    ) -> Glass:  # fmt: skip
        """Return glass ``k``, filled with its kind."""
        wide = min(0.62 * height, MOST)
        box = Box(x - wide / 2, floor - height, wide, height)
        hue = self.theme.hue(self.table.mix.slots[k])
        outline = None if alive else self.theme.muted
        return Glass(self.theme, box, icon=True, outline=outline, layers=[(hue, FILLED)])

    def inner_height(self, k: int, tallest: float) -> float:
        """Return that all glasses are equally high."""
        return tallest

    def column(self, j: int, box: Box) -> VGroup:
        """Return a glass as recipe ``j`` fills it."""
        return recipe_glass(self.theme, self.table, j, box)


def recipe_glass(theme: Theme, table: Table, j: int, box: Box) -> Glass:
    """Return a glass as recipe ``j`` fills it."""
    shares = table.trace.recipe[:, j]
    layers = [
        (theme.hue(slot), float(share)) for slot, share in zip(table.mix.slots, shares, strict=True)
    ]
    return Glass(theme, box, icon=True, layers=layers)


def table_view(theme: Theme, table: Table, language: str) -> FalkView:
    """Return what was tasted, the recipes of all glasses, and what they mix."""
    drawn = TableLikenesses(theme, table)
    return FalkView(theme, table.mix, language, rows=1, likenesses=drawn)


def scores_of(theme: Theme, table: Table, view: FalkView) -> MatrixGrid:
    """Return the scores over the root in the cells of the recipes that are to come of them."""
    scores = table.trace.scaled.T
    place = view.place.matrix
    printed = [format_number(score, places=PLACES) for score in scores.flat]
    size = numeral_size(printed, place.cell_width, place.cell_height)
    grid = MatrixGrid(
        theme, place, values=scores, state="filled", bracketed=False, size=size, places=PLACES
    )
    for k, row in enumerate(grid.cells):
        for j, cell in enumerate(row):
            cell.claim = cell.written.claim = table.scaled(k, j)
    return grid


def sums_of(theme: Theme, table: Table, view: FalkView) -> list[Number]:
    """Return what each recipe sums to, below its column."""
    matrix, result = view.place.matrix, view.place.result
    middle = (matrix.bracket_box.bottom + result.bracket_box.y) / 2
    return [
        Number(
            sum(table.trace.recipe[:, j], Fraction(0)), SMALLEST, theme.muted, percent=True,
            x=matrix.cell(0, j).centre[0], baseline=cap_centred(middle, SMALLEST),
            anchor="center", claim=table.whole(j),
        )
        for j in range(table.count)
    ]  # fmt: skip
