"""How the layers close again: each becomes its bottle, their sum the mixtures, in one product."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    Transform,
    smooth,
)

from scenes.acts.mix_and_create.layers import Layers
from scenes.kit.bar.drinks import Drinks
from scenes.kit.bar.refit import Refit
from scenes.kit.ground.motion import DRAW, TRAVEL
from scenes.kit.product.cell import Cell
from scenes.kit.product.product_view import ProductView

IN_FRONT, LIFT, FLIGHT = 2, 200.0, 1.2  # the glasses fly above all, so high, so many seconds
LAG = 0.12  # of a layer's journey, between two of them


def close_layers(layers: Layers, product: ProductView) -> Iterator[Animation]:
    """Let the matrix come between what we have and what we make, each layer a thing again."""
    gathered = zip(layers.grids, product.row.row(0), strict=True)
    columns = zip(range(len(product.result.row(0))), product.result.row(0), strict=True)
    matrix = product.matrix, product.column_heads, product.row_heads
    yield AnimationGroup(
        *(_gather(grid.all_cells(), goal) for grid, goal in gathered),
        *(_gather(layers.sum.column(j), goal) for j, goal in columns),
        *(FadeOut(grid.brackets, run_time=DRAW) for grid in layers.grids),
        *(FadeOut(part, run_time=DRAW) for part in (*layers.heads, *layers.signs)),
        ReplacementTransform(layers.sum.brackets, product.result.brackets),
        FadeIn(product.row.brackets),
        *(FadeIn(part, rate_func=_late) for part in matrix),
        *_fly(layers.drinks, product),
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


def _late(t: float) -> float:
    """Come when the layers have made room: a rate function."""
    return smooth(max(0.0, 2 * t - 1))


def _gather(cells: Sequence[Cell], goal: Cell) -> Animation:
    """Let cells gather into one, their numbers with them."""
    first, *others = cells
    numbers = [cell.let_go() for cell in cells if cell.number is not None]
    return AnimationGroup(
        *(FadeOut(number, target_position=goal) for number in numbers),
        *(Transform(cell, goal.copy(), remover=True) for cell in others),
        ReplacementTransform(first, goal),
    )


def _fly(drinks: Drinks, product: ProductView) -> list[Animation]:
    """Return how every mixture goes into its cell."""
    boxes = [product.place.vessel(j) for j in range(len(drinks.vessels))]
    return [
        Refit(vessel.set_z_index(IN_FRONT), box, lift=LIFT, run_time=FLIGHT)
        for vessel, box in zip(drinks.vessels, boxes, strict=True)
    ]
