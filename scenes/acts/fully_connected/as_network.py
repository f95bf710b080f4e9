"""The product becomes a network: bottles and mixtures are nodes, the matrix's cells are edges."""

from __future__ import annotations

from collections.abc import Iterator

from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    Wait,
    smooth,
)

from scenes.kit.ground.motion import DRAW, SHORT, TRAVEL, vanish
from scenes.kit.network.network import BEHIND, Network
from scenes.kit.product.cell import restyle
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.product_view import ProductView
from scenes.kit.stage.chapter import NEXT_LINE

LOOK, HOLD = 0.6, 1.2  # seconds: at inputs and at outputs, and while an output is lit
FIRST, OTHERS, SWEEP = 1.2, 1.2, 2.0  # for the first column's edges, the others', to light all


class AsNetwork:
    """The product, its matrix at the right, and the network that it becomes."""

    def __init__(self, product: ProductView, falk: FalkView, network: Network) -> None:
        self.product, self.falk, self.network = product, falk, network
        self.count = falk.place.matrix.columns

    def open(self) -> Iterator[Animation]:
        """Bottles and mixtures become nodes; the matrix goes to the right."""
        product, network = self.product, self.network
        yield restyle(product.row.row(0), "act")
        yield Wait(run_time=LOOK)
        yield restyle(product.result.row(0), "filled")
        yield Wait(run_time=LOOK)
        yield vanish(product.dot, product.equals, product.row_names, product.result_names)
        moves: list[Animation] = [
            FadeOut(grid.brackets, run_time=SHORT) for grid in (product.row, product.result)
        ]
        for k, node in enumerate(network.inputs):
            moves.append(ReplacementTransform(product.row.cell(0, k), node.circle))
            moves.append(ReplacementTransform(product.bottles[k], node.icon))
        for j, node in enumerate(network.outputs):
            moves.append(ReplacementTransform(product.result.cell(0, j), node.circle))
            moves.append(ReplacementTransform(product.vessels[j], node.icon))
        yield AnimationGroup(*moves, *self._matrix(), run_time=1.6 * TRAVEL)

    def _matrix(self) -> list[Animation]:
        """Return how the matrix goes to its place, its icons and names with it."""
        old, new = self.product.matrix, self.falk.matrix
        pairs = zip(old.all_cells(), new.all_cells(), strict=True)
        moves: list[Animation] = [ReplacementTransform(a, b) for a, b in pairs]
        moves.append(ReplacementTransform(old.brackets, new.brackets))
        heads = zip(self.product.row_heads, self.falk.row_heads, strict=True)
        moves += [ReplacementTransform(a, b[0]) for a, b in heads]
        moves += [FadeOut(head, run_time=SHORT) for head in self.product.column_heads]
        return [*moves, FadeIn(self.falk.column_heads)]

    def draw_edges(self) -> Iterator[Animation]:
        """Every cell becomes an edge: the first column's slowly, all others in one sweep."""
        yield AnimationGroup(restyle(self.falk.matrix.column(0), "act"))
        yield self._become(0, FIRST)
        if self.count > 1:
            columns = [self._become(j, OTHERS / 2) for j in range(1, self.count)]
            yield LaggedStart(*columns, lag_ratio=0.5)
        words = [head.words for head in self.falk.row_heads if len(head.words)]
        yield AnimationGroup(  # names not before: the edges come across their place
            restyle(self.falk.matrix.column(0), "on"),
            *(FadeIn(each, run_time=DRAW) for each in words),
        )

    def _become(self, j: int, run_time: float) -> Animation:
        """Return how the cells of column ``j`` become edges; they stay in the matrix."""
        moves = []
        for cell, row in zip(self.falk.matrix.column(j), self.network.edges, strict=True):
            bar = row[j].laid_across(cell.box).set_z_index(BEHIND)
            moves.append(ReplacementTransform(bar, row[j], run_time=run_time, rate_func=smooth))
        return AnimationGroup(*moves)

    def light(self, j: int, run_time: float) -> Animation:
        """Light one output's edges, and its column."""
        falk = self.falk
        changes: list[Animation] = []
        for n in range(self.count):
            lit = n == j
            changes.append(restyle(falk.matrix.column(n), "act" if lit else "idle", run_time))
            changes.append(falk.column_heads[n].to("strong" if lit else "muted", run_time))
        return AnimationGroup(self.network.light(j, run_time), *changes)

    def light_each(self) -> Iterator[Animation | str]:
        """Light one output slowly, the next at twice the pace, the others in one sweep."""
        for j in range(self.count):
            pace = (1.0, 0.5)[j] if j < 2 else SWEEP / 2 / (self.count - 2)
            yield self.light(j, min(DRAW, pace / 2))
            yield Wait(run_time=HOLD * pace)

    def light_all(self) -> Animation:
        """All edges, and the whole matrix."""
        falk = self.falk
        return AnimationGroup(
            self.network.light(None, DRAW),
            restyle(falk.matrix.all_cells(), "on", DRAW),
            *(head.to("plain", DRAW) for head in falk.column_heads),
        )


def become_network(parts: AsNetwork) -> Iterator[Animation | str]:
    """Tell how the product becomes nodes, and its matrix edges."""
    yield from parts.open()
    yield NEXT_LINE
    yield from parts.draw_edges()


def light_outputs(parts: AsNetwork) -> Iterator[Animation | str]:
    """Light the edges of one output after another, each with its column; the first one stays."""
    yield from parts.light_each()
    if parts.count > 1:
        yield parts.light(0, DRAW)
