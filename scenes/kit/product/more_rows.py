"""More rows: the others join the first, and the whole result fills."""

from __future__ import annotations

from collections.abc import Iterator

from manim import (
    RIGHT,
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    VGroup,
    VMobject,
)

from scenes.kit.ground.frame import Box, units
from scenes.kit.ground.motion import DRAW, SHORT, TRAVEL, travel, wave
from scenes.kit.ground.theme import Theme
from scenes.kit.product.beam import Beam
from scenes.kit.product.cell import Cell
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.grid_geometry import GridPlace
from scenes.kit.product.labelled_product import LabelledProduct
from scenes.kit.product.swatch import swatch
from scenes.kit.sums.term_line import TermLine

WAVE = 1.8  # seconds for the whole result, at most
SLIDE = 60.0  # pixels
SWATCH_GAP, SWATCH_HEIGHT = 10.0, 40.0


def add_rows(old: FalkView, new: FalkView) -> Iterator[Animation]:
    """Let the first row make room, and the other rows come in below it."""
    for cell in old.result.row(0):
        new_cell = new.result.cell(0, old.result.row(0).index(cell))
        new_cell.fill(cell.written.value, "filled")
    kept = [
        *zip(old.matrix.all_cells(), new.matrix.all_cells(), strict=True),
        *zip(old.left.row(0), new.left.row(0), strict=True),
        *zip(old.result.row(0), new.result.row(0), strict=True),
        *((a, b) for a, b in zip(_frames(old), _frames(new), strict=True)),
    ]
    yield AnimationGroup(
        *(ReplacementTransform(a, b) for a, b in kept),
        FadeOut(old.entry_heads),
        run_time=TRAVEL * 1.4,
    )
    joining = [VGroup(*row) for row in new.left.cells[1:]] + [
        VGroup(*row) for row in new.result.cells[1:]
    ]
    if joining or len(new.left_heads):
        yield wave(
            [
                FadeIn(part, shift=units(SLIDE) * RIGHT, run_time=TRAVEL)
                for part in (*new.left_heads, *joining)
            ]
        )


def _frames(view: FalkView) -> list[VGroup]:
    return [
        *(grid.brackets for grid in (view.left, view.matrix, view.result)),
        *view.column_heads,
        *view.row_heads,
    ]


def fill_in_a_wave(view: FalkView) -> Iterator[Animation]:
    """Fill every cell of the result that is still empty, in a wave from the upper left."""
    waiting = [
        (i, j) for i in range(view.place.result.rows) for j in range(view.place.result.columns)
        if view.result.cell(i, j).number is None
    ]  # fmt: skip
    if not waiting:
        return
    waiting.sort(key=sum)
    results = view.product.trace.result
    filled = [(view.result.cell(i, j), results[i, j]) for i, j in waiting]
    numbers = [cell.copy_in("filled", value).written for cell, value in filled]
    lag = WAVE / (len(filled) + 4)
    yield LaggedStart(
        *(
            AnimationGroup(cell.to("filled", 4 * lag), FadeIn(number, run_time=4 * lag))
            for (cell, _), number in zip(filled, numbers, strict=True)
        ),
        lag_ratio=0.25,
    )
    for (cell, _), number in zip(filled, numbers, strict=True):
        cell.take(number)


def beam_to(view: FalkView, i: int, j: int) -> Beam:
    """Return the light behind the row and the column of a cell.

    Parameters
    ----------
    view : FalkView
        The product, on stage.
    i, j : int
        The entry that it lights.
    """
    place = view.place
    return Beam(view.theme, place.left, place.matrix, place.result, i, j)


def open_cell(view: FalkView, line: TermLine, beam: Beam | None = None) -> Iterator[Animation]:
    """Open the cell of a line: its row and column light up, their terms come and add up to it."""
    i, j = line.entry
    beam = beam or beam_to(view, i, j)
    row, column = view.left.row(i), view.matrix.column(j)
    yield AnimationGroup(
        FadeIn(beam), *_dim(view, i, j), view.result.cell(i, j).to("focus"), run_time=DRAW
    )
    yield AnimationGroup(*(cell.to("act") for cell in (*row, *column)))
    terms = []
    for k, product in enumerate(line.products):
        parts = [travel(row[k].written.copy(), line.factors[k].left)]
        parts += [travel(column[k].written.copy(), line.factors[k].right, arc=-0.5)]
        parts += [FadeIn(line.factors[k].times, run_time=TRAVEL)]
        terms.append(
            AnimationGroup(*parts) if line.place.factors else FadeIn(product, run_time=SHORT)
        )
    yield wave(terms)
    if line.place.factors:
        yield AnimationGroup(
            *(FadeIn(part, run_time=SHORT) for part in (*line.products, *line.signs))
        )
    else:
        yield AnimationGroup(*(FadeIn(sign, run_time=SHORT) for sign in line.signs))
    yield AnimationGroup(
        FadeIn(line.equals, run_time=SHORT),
        travel(view.result.cell(i, j).written.copy(), line.total),
    )


def _dim(view: FalkView, i: int, j: int) -> list[Animation]:
    """Return what steps back while one cell is open."""
    others: list[Cell] = [cell for n, row in enumerate(view.left.cells) if n != i for cell in row]
    others += [cell for row in view.matrix.cells for n, cell in enumerate(row) if n != j]
    heads = [head.to("strong" if n == j else "muted") for n, head in enumerate(view.column_heads)]
    heads += [head.to("strong" if n == i else "muted") for n, head in enumerate(view.left_heads)]
    return [*(cell.to("idle") for cell in others), *heads]


def show_colours(view: FalkView) -> Iterator[Animation]:
    """Show the colour of every column under it, if the rows are its channels."""
    if swatches := swatches_of(view):
        yield wave([FadeIn(each, scale=0.5, run_time=DRAW) for each in swatches], lag=0.05)


def swatches_of(view: FalkView) -> list[VMobject]:
    """Return the colour of every column, under it; none if no rows are channels.

    Parameters
    ----------
    view : FalkView
        A product of which three rows are ``channels``, from 0 to 255.
    """
    return swatches_under(view.theme, view.product, view.place.result)


def swatches_under(theme: Theme, product: LabelledProduct, place: GridPlace) -> list[VMobject]:
    """Return the colour of every column of a product, under its result.

    Parameters
    ----------
    product : LabelledProduct
        Some rows of it are red, green and blue; where none are, there is nothing to show.
    place : GridPlace
        Where the result stands.
    """
    channels, results = product.channels, product.trace.result
    if channels is None:
        return []
    swatches = []
    for j in range(place.columns):
        cell = place.cell(place.rows - 1, j)
        box = Box(cell.x, place.bracket_box.bottom + SWATCH_GAP, cell.width, SWATCH_HEIGHT)
        swatches.append(swatch(theme, box, list(results[list(channels), j])))
    return swatches
