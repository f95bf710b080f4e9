"""One layer for each ingredient, its column times its row; all layers add up to the product."""

from __future__ import annotations

from collections.abc import Iterator

from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    VGroup,
    VMobject,
)

from scenes.acts.mix_and_create.layers_geometry import HEAD, LayersPlace
from scenes.kit.bar.drinks import Drinks
from scenes.kit.bar.refit import Refit
from scenes.kit.ground.motion import DRAW, SHORT
from scenes.kit.ground.shapes import Sign
from scenes.kit.ground.sizes import SMALL, TITLE
from scenes.kit.product.cell import Cell
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.matrix_grid import MatrixGrid
from scenes.kit.product.name_tag import NameTag

FLIGHT, LAG = 1.1, 0.25  # seconds from the factors to a layer; of that, between two layers
ICON = 72.0  # at most, pixels


class Layers:
    """The layers of the product in view, and their sum, at their places.

    Parameters
    ----------
    view : FalkView
        The product, on stage, its result filled.
    place : LayersPlace
        K grids and the sum's: see :func:`layers_place`.
    drinks : Drinks
        What stands above the sum: the mixtures.
    """

    def __init__(self, view: FalkView, place: LayersPlace, drinks: Drinks) -> None:
        self.view, self.place, self.drinks = view, place, drinks
        self.theme, self.product = view.theme, view.product
        self.grids = [self._layer(k) for k in range(len(place.layers))]
        of = self.product.of
        self.sum = MatrixGrid(self.theme, place.result, state="empty", quantity="result", of=of)
        results = self.product.trace.result.flat
        for cell, value in zip(self.sum.all_cells(), results, strict=True):
            cell.fill(value, "filled")
        self.heads = [self._head(k) for k in range(len(place.layers))]
        ink, equals = self.theme.ink, place.equals
        self.signs = [*(Sign("+", TITLE, ink, x, y) for x, y in place.pluses)]
        self.signs.append(Sign("=", TITLE, ink, *equals))

    def _layer(self, k: int) -> MatrixGrid:
        """Return the empty cells of layer ``k``; where nothing is added they are dim."""
        hue = self.view.hue(k)
        grid = MatrixGrid(self.theme, self.place.layers[k], hue_of=lambda i, j: hue)
        for i, row in enumerate(grid.cells):
            for j, cell in enumerate(row):
                cell.claim = self.product.claim("product", i, j, k)
                if not self.product.trace.products[i, j, k]:
                    cell.fill(None, "idle")
        return grid

    def _head(self, k: int) -> NameTag:
        """Return the name above layer ``k``, or its likeness where that does not fit."""
        place, hue, drawn = self.place, self.view.hue(k), self.view.likenesses
        x, floor = place.head(k)
        if place.names is not None:
            lines, first = place.names[k], place.name_first(k)
            return NameTag(self.theme, hue.text, lines=lines, size=SMALL, x=x, baseline=first)
        if drawn is None:
            return NameTag(self.theme, hue.text)
        height = min(ICON, HEAD)
        return NameTag(
            self.theme,
            hue.text,
            icon=lambda alive: drawn.inner(k, height=height, x=x, floor=floor, alive=alive),
        )

    def unfold(self) -> Iterator[Animation]:
        """Let every column fan out into its layer, the result step beside them, as their sum."""
        view = self.view
        gone = [view.matrix, view.column_heads, view.row_heads, view.left_heads, view.left.brackets]
        gone += self.drinks.names
        yield AnimationGroup(
            *(FadeOut(part, run_time=SHORT) for part in gone),
            *(FadeOut(cell.let_go(), run_time=SHORT) for cell in view.left.all_cells()),
            LaggedStart(*map(self._fan, range(len(self.grids))), lag_ratio=LAG),
            *self._step_aside(),
        )
        written = [self._written(k) for k in range(len(self.grids))]
        named = zip(self.heads, written, strict=True)
        parts = [VGroup(head, *numerals) for head, numerals in named]
        signs = VGroup(*self.signs)
        yield LaggedStart(*(FadeIn(p, run_time=DRAW) for p in (*parts, signs)), lag_ratio=0.6)

    def _fan(self, k: int) -> Animation:
        """Let the cells of column ``k`` become those of every column of its layer."""
        grid, moves = self.grids[k], list[Animation]()
        for i, source in enumerate(self.view.left.column(k)):
            for j, goal in enumerate(grid.row(i)):
                start = source if j == 0 else source.copy()
                if start.number is not None:
                    start.let_go()
                moves.append(ReplacementTransform(start, goal, run_time=FLIGHT))
        moves.append(FadeIn(grid.brackets, run_time=FLIGHT))
        return AnimationGroup(*moves)

    def _step_aside(self) -> list[Animation]:
        old, new = self.view.result, self.sum
        pairs: list[tuple[VMobject, VMobject]] = [(old.brackets, new.brackets)]
        pairs += zip(old.all_cells(), new.all_cells(), strict=True)
        moves: list[Animation] = [ReplacementTransform(a, b, run_time=FLIGHT) for a, b in pairs]
        for vessel, box in zip(self.drinks.vessels, self.place.vessels, strict=True):
            moves.append(Refit(vessel, box, run_time=FLIGHT))
        return moves

    def _written(self, k: int) -> list[VMobject]:
        """Give the cells of layer ``k`` their numerals, if they fit there."""
        if not self.place.numbered:
            return []
        found: list[VMobject] = []
        for i, row in enumerate(self.grids[k].cells):
            for j, cell in enumerate(row):
                cell.take(cell.numeral(self.product.trace.products[i, j, k]))
                found.append(cell.written)
        return found

    def entry(self, i: int, j: int) -> tuple[list[Cell], Cell]:
        """Return the cells of entry (i, j): its term in every layer, and the sum."""
        return [grid.cell(i, j) for grid in self.grids], self.sum.cell(i, j)

    def add_up(self, i: int, j: int, run_time: float = DRAW) -> Iterator[Animation]:
        """Light an entry in layer after layer, at last its sum."""
        terms, total = self.entry(i, j)
        lit = [cell.to("act", run_time) for cell in terms if cell.state != "idle"]
        yield LaggedStart(*lit, total.to("focus", run_time), lag_ratio=0.5)
