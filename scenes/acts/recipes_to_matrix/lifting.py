"""Motions by which the lines' numbers become the columns of a matrix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from manim import (
    LEFT,
    RIGHT,
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    Transform,
    VGroup,
    VMobject,
    smooth,
)  # fmt: skip

from scenes.acts.recipes_to_matrix.bar_scene import Bar
from scenes.acts.recipes_to_matrix.formula_line import FormulaLine
from scenes.acts.recipes_to_matrix.formula_sheet import FormulaSheet
from scenes.acts.recipes_to_matrix.lifting_geometry import LiftOffPlace, lift_off_place
from scenes.kit.bar.bottle import Bottle
from scenes.kit.ground.frame import Box, to_point, units
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.motion import animate, vanish
from scenes.kit.ground.shapes import Shape
from scenes.kit.product.cell import Cell
from scenes.kit.product.matrix_grid import MatrixGrid
from scenes.kit.product.product_view import ProductView
from scenes.kit.stage.chapter import NEXT_LINE

BEND = 0.9  # radians of the arc on which a line turns into a column
HOP = 1.4  # radians: up and over the names


def lift_off(bar: Bar, sheet: FormulaSheet, product: ProductView) -> Iterator[Animation | str]:
    """Lines draw together, each turns into a column, the columns slide together."""
    place = lift_off_place(sheet.place, product.place)
    bottles, row = (
        bar.shelf.bottles,
        MatrixGrid(sheet.theme, place.row, hue_of=lambda i, k: sheet.hue(k)),
    )
    apart = _Apart(product, place)
    yield draw_together(sheet, product, place, apart, bottles, row)
    yield LaggedStart(
        *(
            ReplacementTransform(b.copy(), h, path_arc=-HOP, run_time=0.8)
            for b, h in zip(bottles, apart.heads, strict=True)
        ),
        lag_ratio=min(0.15, 0.6 / len(apart.heads)),
    )
    yield NEXT_LINE
    yield from turn_lines(sheet, apart.columns)
    yield NEXT_LINE
    yield slide_together(place, apart)
    yield take_place(product, apart, bottles, row)


class _Column:
    """Column ``j`` of the matrix with its head, where it stands while it is apart."""

    def __init__(self, product: ProductView, place: LiftOffPlace, j: int) -> None:
        way = place.column_shift(j)
        self.cells = [_moved(cell, way) for cell in product.matrix.column(j)]
        self.titled = place.titled
        self.head = _moved(product.column_heads[j], way)

    def parts(self) -> list[VMobject]:
        """Return its cells, and the head."""
        return [*self.cells, self.head]


class _Apart:
    """What belongs to the product, where it stands while row and columns are apart."""

    def __init__(self, product: ProductView, place: LiftOffPlace) -> None:
        self.heads = GroupOf(*(_moved(head, place.shift) for head in product.row_heads))
        self.names = GroupOf(
            *(
                name.copy().shift(_way(product.place.row.cell(0, k), place.row.cell(0, k)))
                for k, name in enumerate(product.row_names)
            )
        )
        self.columns = [_Column(product, place, j) for j in range(len(product.column_heads))]
        self.brackets = _moved(product.matrix.brackets, place.shift)


def _moved(shape: Shape, right: float) -> Shape:
    return shape.copy().shift(RIGHT * units(right))


def draw_together(
    sheet: FormulaSheet,
    product: ProductView,
    place: LiftOffPlace,
    apart: _Apart,
    bottles: Iterable[Bottle],
    row: MatrixGrid,
) -> Animation:
    """Draw the numbers together; what we have becomes a row of its own above them."""
    moves: list[Animation] = [vanish(sheet.tints, sheet.remark, run_time=0.3)]
    for line in sheet.lines:
        moves += [
            _to_box(sheet, cell, place.number(line.j, k)) for k, cell in enumerate(line.cells)
        ]
        moves += _head_moves(line, place)
    for k, bottle in enumerate(bottles):
        moves.append(Transform(bottle, _in_row(product, place, k), run_time=0.9))
    moves += _names_move(sheet, apart)
    moves.append(ReplacementTransform(sheet.bracket, row.brackets, run_time=0.9))
    moves.append(
        FadeIn(
            row.body.set_z_index(-1), run_time=0.9, rate_func=lambda t: smooth(max(0, 2 * t - 1))
        )
    )
    return AnimationGroup(*moves)


def _to_box(sheet: FormulaSheet, cell: Cell, box: Box) -> Animation:
    target = Cell(
        sheet.theme, box, hue=cell.hue, value=cell.written.value, size=cell.size, claim=cell.claim
    )
    return Transform(cell, target, run_time=0.9)


def _head_moves(line: FormulaLine, place: LiftOffPlace) -> list[Animation]:
    box, old = place.glass(line.j), line.place.middle(line.j)
    down = units(old - box.centre[1])
    glass = animate(line.shown_glass, run_time=0.9).scale_to_fit_height(units(box.height))
    right = units(box.right - line.place.glass(line.j).right)
    title = (
        animate(line.title, run_time=0.9).shift((right, down, 0))
        if place.titled
        else FadeOut(line.title)
    )
    return [glass.move_to(to_point(*box.centre)), title]


def _in_row(product: ProductView, place: LiftOffPlace, k: int) -> VMobject:
    """Return bottle ``k`` as it stands in the row while that is above the lines."""
    there, here = product.place.row.cell(0, k), place.row.cell(0, k)
    return product.bottles[k].copy().shift(_way(there, here))


def _way(there: Box, here: Box) -> np.ndarray:
    """Return the way in Manim's units from the middle of one box to that of another."""
    return np.subtract(to_point(*here.centre), to_point(*there.centre))


def _names_move(sheet: FormulaSheet, apart: _Apart) -> list[Animation]:
    gone: list[Animation] = [FadeOut(VGroup(*sheet.spare), run_time=0.01)] if sheet.spare else []
    if not apart.names:
        return [*gone, *([FadeOut(sheet.names)] if sheet.names else [])]
    if not sheet.names:
        return [*gone, FadeIn(apart.names)]
    pairs = zip(sheet.names, apart.names, strict=True)
    return [*gone, *(ReplacementTransform(old, new, run_time=0.9) for old, new in pairs)]


def turn_lines(sheet: FormulaSheet, columns: list[_Column]) -> Iterator[Animation]:
    """Turn line j into column j: slowly the first, briskly the next, in one sweep the rest."""
    paces = [(1.1, 0.45), (0.8, 0.15)]
    for line, column, (time, lag) in zip(sheet.lines, columns, paces, strict=False):
        yield _turn(line, column, time, min(lag, 1.5 / len(line.cells)))
    rest = [
        _turn(line, column, 0.7, 0.08)
        for line, column in zip(sheet.lines[2:], columns[2:], strict=True)
    ]
    if rest:
        yield LaggedStart(*rest, lag_ratio=0.3)


def _turn(line: FormulaLine, column: _Column, run_time: float, lag: float) -> Animation:
    numbers = [
        ReplacementTransform(cell, target, path_arc=-BEND, run_time=run_time, rate_func=smooth)
        for cell, target in zip(line.cells, column.cells, strict=True)
    ]
    return AnimationGroup(
        *_head_turns(line, column, run_time), LaggedStart(*numbers, lag_ratio=lag)
    )


def _head_turns(line: FormulaLine, column: _Column, run_time: float) -> list[Animation]:
    glass = line.shown_glass
    if column.titled:
        title = ReplacementTransform(line.title, column.head, path_arc=-0.5, run_time=run_time)
        return [title, FadeOut(glass, run_time=0.4)]
    return [ReplacementTransform(glass, column.head[0], path_arc=-0.5, run_time=run_time)]


def slide_together(place: LiftOffPlace, apart: _Apart) -> Animation:
    """Close the columns up beside the bottles, and brackets round them."""
    moves: list[Animation] = []
    for j, column in enumerate(apart.columns):
        way = LEFT * units(place.column_shift(j) - place.shift)
        moves += [animate(part, run_time=0.8).shift(way) for part in column.parts()]
    drawn = FadeIn(apart.brackets, run_time=0.8, rate_func=lambda t: smooth(max(0, 2 * t - 1)))
    return AnimationGroup(*moves, drawn)


def take_place(
    product: ProductView, apart: _Apart, bottles: Iterable[Bottle], row: MatrixGrid
) -> Animation:
    """Row and matrix go to where they stand in the product."""
    pairs: list[tuple[VMobject, VMobject]] = [
        (row.body, product.row.body.set_z_index(-1)), (row.brackets, product.row.brackets),
        *zip(bottles, product.bottles, strict=True),
        (apart.heads, product.row_heads), (apart.brackets, product.matrix.brackets),
    ]  # fmt: skip
    if product.row_names:
        pairs.append((apart.names, product.row_names))
    for j, column in enumerate(apart.columns):
        there = [*product.matrix.column(j), product.column_heads[j]]
        pairs += zip(column.parts(), there, strict=True)
    return AnimationGroup(
        *(ReplacementTransform(a, b, run_time=1.0, rate_func=smooth) for a, b in pairs)
    )
