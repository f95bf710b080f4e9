"""How Falk's layout closes again: columns become bottles and mixtures, in the product's line."""

from __future__ import annotations

from collections.abc import Iterator

from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    Transform,
)

from scenes.kit.bar.drinks import Drinks
from scenes.kit.bar.refit import Refit
from scenes.kit.ground.motion import DRAW, TRAVEL
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.matrix_grid import MatrixGrid
from scenes.kit.product.product_view import ProductView

IN_FRONT, LIFT, FLIGHT = 2, 200.0, 1.2  # the glasses fly above all, so high, so many seconds
LAG = 0.12  # of a column's journey, between two of them


def close_falk(falk: FalkView, drinks: Drinks, product: ProductView) -> Iterator[Animation]:
    """Let the matrix come down between what we have and what we make, each column a thing again."""
    yield AnimationGroup(
        _gather(falk.left, product.row),
        _gather(falk.result, product.result),
        _grid(falk.matrix, product.matrix),
        *_heads(falk, product),
        *(FadeOut(name, run_time=DRAW) for name in (*falk.left_heads, *drinks.names)),
        *_fly(drinks, product),
        run_time=FLIGHT,
    )
    yield AnimationGroup(
        LaggedStart(
            *(FadeIn(bottle, scale=0.5, run_time=TRAVEL) for bottle in product.bottles),
            lag_ratio=LAG,
        ),
        *(FadeIn(part, run_time=DRAW) for part in (product.dot, product.equals)),
        *(FadeIn(name, run_time=DRAW) for name in (*product.row_names, *product.result_names)),
    )


def _gather(old: MatrixGrid, new: MatrixGrid) -> Animation:
    """Let every column gather into one cell, its numbers with it."""
    moves: list[Animation] = [ReplacementTransform(old.brackets, new.brackets)]
    for j, goal in enumerate(new.row(0)):
        first, *others = old.column(j)
        moves += [FadeOut(cell.let_go(), target_position=goal) for cell in old.column(j)]
        moves += [Transform(cell, goal.copy(), remover=True) for cell in others]
        moves.append(ReplacementTransform(first, goal))
    return AnimationGroup(*moves)


def _grid(old: MatrixGrid, new: MatrixGrid) -> Animation:
    pairs = zip(old.all_cells(), new.all_cells(), strict=True)
    return AnimationGroup(
        *(ReplacementTransform(a, b) for a, b in pairs),
        ReplacementTransform(old.brackets, new.brackets),
    )


def _heads(falk: FalkView, product: ProductView) -> list[Animation]:
    """Return the names and icons of the matrix going with it."""
    named = falk.place.column_names is not None and product.place.column_names is not None
    moves: list[Animation] = []
    for old, new in zip(falk.column_heads, product.column_heads, strict=True):
        if named and len(old.words) == len(new):
            moves += [ReplacementTransform(a, b) for a, b in zip(old.words, new, strict=True)]
        else:
            moves += [FadeOut(old), FadeIn(new)]
    for head, icon in zip(falk.row_heads, product.row_heads, strict=True):
        moves += [ReplacementTransform(head[0], icon), FadeOut(head.words)]
    return moves


def _fly(drinks: Drinks, product: ProductView) -> list[Animation]:
    """Return how every mixture goes into its cell."""
    boxes = [product.place.vessel(j) for j in range(len(drinks.vessels))]
    return [
        Refit(vessel.set_z_index(IN_FRONT), box, lift=LIFT, run_time=FLIGHT)
        for vessel, box in zip(drinks.vessels, boxes, strict=True)
    ]
