"""How the product of chapter 1 gets its numbers, and opens into Falk's layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from manim import (
    RIGHT,
    UP,
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    VGroup,
    Wait,
)

from mathcore import format_number
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import RIGHT as RIGHT_EDGE
from scenes.kit.ground.frame import to_pixels, units
from scenes.kit.ground.motion import DRAW, SHORT, TRAVEL, animate, vanish
from scenes.kit.ground.sizes import LABEL, LEADING
from scenes.kit.ground.text import paragraph
from scenes.kit.ground.theme import Theme
from scenes.kit.product.falk_geometry import CELL_HEIGHT
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.grid_geometry import GridPlace, least_width, numeral_size
from scenes.kit.product.matrix_grid import MatrixGrid, one_row
from scenes.kit.product.product_view import ProductView

LOOK = 1.0  # seconds to read the names that go when the row needs their room
STEP = 0.28  # seconds between two ingredients that get their number
TAG_GAP = 28.0  # pixels between the row's brackets and the name above it
RISE = 12.0  # pixels by which a numeral rises into its cell


def numbered_row(theme: Theme, view: ProductView, values: Sequence[float | Fraction]) -> MatrixGrid:
    """Return the row of the product with a number in each cell instead of a bottle.

    Where the numbers are too wide for the cells, these are wider, and reach as far to the right.
    """
    place, numerals = view.place.row, [format_number(value) for value in values]
    height = min(CELL_HEIGHT, place.cell_height)
    width = max(place.cell_width, least_width(numerals))
    size = numeral_size(numerals, width, height)
    top = place.box.centre[1] - height / 2
    row = GridPlace(place.x, top, 1, place.columns, width, height, place.gap, size)
    return MatrixGrid(
        theme, row, values=one_row(values), quantity="value", hue_of=lambda i, k: view.hue(k)
    )


def property_tag(theme: Theme, text: str, view: ProductView) -> VGroup:
    """Return the name of the property above the row."""
    place = view.place
    row, room = (
        place.row.bracket_box,
        place.matrix.bracket_box.x - 2 * TAG_GAP - place.row.bracket_box.x,
    )
    lines = lettering.wrap(text, LABEL, room, bold=True)
    first = row.y - TAG_GAP - (len(lines) - 1) * LEADING
    return paragraph(
        lines, LABEL, theme.ink, x=row.x, baseline=first, leading=LEADING, anchor="left", bold=True
    )


def number_the_row(view: ProductView, numbers: MatrixGrid, tag: VGroup) -> Iterator[Animation]:
    """Turn every bottle into its number, one after another; the names stay."""
    yield FadeOut(view.vessels, run_time=SHORT)
    if _widening(view, numbers):
        yield Wait(run_time=LOOK)
    yield AnimationGroup(
        *_make_room(view, numbers), FadeIn(tag, shift=units(RISE) * UP), run_time=DRAW
    )
    turns = []
    for k, bottle in enumerate(view.bottles):
        cell = numbers.cell(0, k)
        turns.append(
            AnimationGroup(
                FadeOut(bottle, scale=0.3, shift=units(RISE) * UP, run_time=TRAVEL),
                ReplacementTransform(view.row.cell(0, k), cell, run_time=TRAVEL),
            )
        )
    yield LaggedStart(
        *turns,
        ReplacementTransform(view.row.brackets, numbers.brackets, run_time=TRAVEL),
        lag_ratio=STEP / TRAVEL,
    )


def _make_room(view: ProductView, numbers: MatrixGrid) -> list[Animation]:
    """Return what steps aside for a row that is wider with its numbers: the result, the matrix."""
    wider = _widening(view, numbers)
    if not wider:
        return []
    moving = VGroup(view.dot, view.row_heads, view.column_heads, view.matrix)
    gone = VGroup(view.equals, view.result, view.result_names, view.row_names)
    return [animate(moving).shift(units(wider) * RIGHT), FadeOut(gone)]


def _widening(view: ProductView, numbers: MatrixGrid) -> float:
    """Return by how many pixels the row grows with its numbers."""
    return numbers.place.box.width - view.place.row.box.width


def open_falk(
    view: ProductView, numbers: MatrixGrid, tag: VGroup, falk: FalkView
) -> Iterator[Animation]:
    """Let the formula open: the row goes left, the matrix up, the result to their crossing."""
    up = [_grid(view.matrix, falk.matrix), *_heads(view, falk)]
    row = [_grid(numbers, falk.left)]
    if _widening(view, numbers):
        yield vanish(view.dot, tag)
        row.append(FadeIn(falk.result))
    else:
        yield vanish(view.dot, view.equals, view.row_names, view.result_names, tag)
        up.append(_grid(view.result, falk.result))  # it makes room for the matrix
    if _in_the_way(numbers, falk):
        yield AnimationGroup(*up, *row, run_time=TRAVEL)
    else:
        yield AnimationGroup(*up, run_time=TRAVEL)
        yield AnimationGroup(*row, run_time=TRAVEL)
    yield FadeIn(falk.entry_heads, run_time=DRAW)


def _in_the_way(numbers: MatrixGrid, falk: FalkView) -> bool:
    """Tell whether the row stands where the names beside the matrix are to be."""
    row, matrix = numbers.place.bracket_box, falk.place.matrix.box
    level = row.y < matrix.bottom and row.bottom > matrix.y
    names = [head.words for head in falk.row_heads if len(head.words)]
    starts = [to_pixels(*words.get_left()[:2])[0] for words in names]
    return level and min(starts, default=RIGHT_EDGE) < row.right + TAG_GAP


def _heads(view: ProductView, falk: FalkView) -> list[Animation]:
    """Return the names and icons of the matrix going with it; what is new there appears."""
    moves: list[Animation] = []
    for old, new in zip(view.column_heads, falk.column_heads, strict=True):
        same = view.place.column_names is not None and falk.place.column_names is not None
        lines = list(zip(old, new.words, strict=False))
        if same and len(old) == len(new.words):
            moves += [ReplacementTransform(a, b) for a, b in lines]
        else:
            moves += [FadeOut(old), FadeIn(new)]
    for icon, head in zip(view.row_heads, falk.row_heads, strict=True):
        moves += [ReplacementTransform(icon, head[0]), FadeIn(head.words)]
    return moves


def _grid(old: MatrixGrid, new: MatrixGrid) -> Animation:
    pairs = zip(old.all_cells(), new.all_cells(), strict=True)
    return AnimationGroup(
        *(ReplacementTransform(a, b) for a, b in pairs),
        ReplacementTransform(old.brackets, new.brackets),
    )
