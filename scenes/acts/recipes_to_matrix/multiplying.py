"""Motions of the last picture: row times matrix fills the glasses, and the sizes link."""

from __future__ import annotations

from collections.abc import Iterator

from manim import (
    Animation,
    AnimationGroup,
    Create,
    FadeIn,
    LaggedStart,
    Transform,
    VGroup,
    Wait,
)

from scenes.acts.recipes_to_matrix.product_shape import ProductShape
from scenes.kit.bar.filling import FillUp, emptied
from scenes.kit.bar.stream import Vessel
from scenes.kit.ground.motion import ARC, TRAVEL, animate, appear, together, vanish
from scenes.kit.product.cell import restyle
from scenes.kit.product.product_view import ProductView
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.script import THINK

STEP = 0.38  # seconds for the first bottle of the first column


def multiply(product: ProductView) -> Iterator[Animation | str]:
    """Column after column is lit, and the result's glass fills by its shares."""
    empty = [cell.copy_in("empty") for cell in product.result.row(0)]
    for cell, blank in zip(product.result.row(0), empty, strict=True):
        cell.become(blank)
        cell.state = "empty"
    signs = VGroup(product.dot, product.equals)
    yield together(FadeIn(signs, run_time=0.4), FadeIn(product.result, run_time=0.6))
    columns = list(range(len(product.vessels)))
    yield from fill_slowly(product)
    if columns[1:]:
        yield fill_column(product, 1, 0.8)
    if columns[2:]:
        yield LaggedStart(*(fill_column(product, j, 0.7) for j in columns[2:]), lag_ratio=0.4)
    yield settle_cells(product)


def fill_slowly(product: ProductView) -> Iterator[Animation]:
    """Fill the first glass bottle by bottle."""
    matrix, row = product.matrix, product.row
    layers = list(_vessel(product, 0).layers)
    vessel = emptied(_vessel(product, 0))
    yield together(product.result.cell(0, 0).to("focus"), FadeIn(vessel, run_time=0.3))
    step = min(STEP, 2.0 / len(layers))
    for k in range(len(layers)):
        pair = [row.cell(0, k), matrix.cell(k, 0)]
        rise = FillUp(vessel, layers, k, k + 1, run_time=step)
        yield AnimationGroup(restyle(pair, "act", step * 0.5), rise)
    yield AnimationGroup(
        restyle([*row.row(0), *matrix.column(0)], "on"),
        product.result.cell(0, 0).to("idle"),
        *_named(product, 0),
    )


def fill_column(product: ProductView, j: int, run_time: float) -> Animation:
    """Light column ``j`` and fill its glass in one go."""
    layers = list(_vessel(product, j).layers)
    vessel = emptied(_vessel(product, j))
    return AnimationGroup(
        restyle(product.matrix.column(j), "act", run_time * 0.3),
        product.result.cell(0, j).to("focus", run_time * 0.3),
        FillUp(vessel, layers, 0, len(layers), run_time=run_time, introducer=True),
        *_named(product, j),
    )


def _vessel(product: ProductView, j: int) -> Vessel:
    """Return the likeness of mixture ``j``, which is something to be filled."""
    vessel = product.vessels[j]
    assert isinstance(vessel, Vessel)
    return vessel


def _named(product: ProductView, j: int) -> list[Animation]:
    return [FadeIn(name, run_time=0.4) for name in product.result_names[j : j + 1]]


def settle_cells(product: ProductView) -> Animation:
    """All is calm again."""
    lit = [cell for j in range(1, len(product.vessels)) for cell in product.matrix.column(j)]
    return AnimationGroup(
        restyle([*lit, *product.matrix.column(0)], "on"), restyle(product.result.row(0), "idle")
    )


def name_sizes(shape: ProductShape) -> Iterator[Animation | str]:
    """Under each matrix appear what it is and its size; the two inner sizes are linked."""
    yield NEXT_LINE
    yield LaggedStart(
        *(
            FadeIn(VGroup(c, s), run_time=0.5)
            for c, s in zip(shape.captions, shape.sizes, strict=True)
        ),
        lag_ratio=0.4,
    )
    yield FadeIn(VGroup(shape.dot, shape.arrow), run_time=0.3)
    focus = shape.theme.focus
    yield AnimationGroup(
        *(animate(figure, run_time=0.5).set_fill(focus) for figure in shape.inner),
        Create(shape.link, run_time=0.7),
    )


def swap_sizes(shape: ProductShape) -> Iterator[Animation | str]:
    """Let the two factors try the other order, in which nothing links them, and come back."""
    yield NEXT_LINE
    made = VGroup(shape.arrow, shape.captions[2], shape.sizes[2])
    yield vanish(shape.link, made, *shape.captions[:2])
    yield together(*_exchange(shape, shape.theme.ink))
    left, right = (part.get_x() for part in shape.sizes[:2])
    swapped = [
        caption.copy().shift((way, 0, 0))
        for caption, way in zip(shape.captions[:2], (left - right, right - left), strict=True)
    ]
    yield appear(*swapped)
    yield Wait(run_time=THINK)
    yield vanish(*swapped)
    yield together(*_exchange(shape, shape.theme.focus))
    yield appear(made, *shape.captions[:2], shape.link)


def _exchange(shape: ProductShape, inner: str) -> list[Animation]:
    """Let each size of a factor go to where the other one stands: they pass in two arcs."""
    left, right = shape.sizes[:2]
    goals = left.copy().move_to(right), right.copy().move_to(left)
    for goal, at in zip(goals, (-1, 0), strict=True):
        goal[at].set_fill(inner)
    moves = zip((left, right), goals, strict=True)
    return [Transform(size, goal, path_arc=ARC, run_time=TRAVEL) for size, goal in moves]
