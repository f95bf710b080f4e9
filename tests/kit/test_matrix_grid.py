"""A matrix: cell (i, j) shows entry (i, j), at its place."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore import format_number
from scenes.kit.ground.sizes import CELL, SMALLEST
from scenes.kit.ground.theme import NIGHT
from scenes.kit.product.grid_geometry import GridPlace, least_width, numeral_size
from scenes.kit.product.matrix_grid import MatrixGrid, one_row
from scenes.kit.stage.claims import Claim
from tests.rehearsal import pixel_box

PLACE = GridPlace(600, 200, 2, 3, 120, 80, gap=10)
VALUES = np.array([[1, 2, 3], [4, 5, 6]])
small = st.integers(1, 4)


def corners(box):
    return box.x, box.y, box.right, box.bottom


def test_a_grid_written_out():
    grid = MatrixGrid(NIGHT, PLACE, values=VALUES)
    assert [[cell.number.text for cell in row] for row in grid.cells] == [list("123"), list("456")]
    assert [cell.number.text for cell in grid.row(1)] == list("456")
    assert [cell.number.text for cell in grid.column(2)] == list("36")
    assert [cell.number.text for cell in grid.all_cells()] == list("123456")
    assert grid.cell(1, 0).number.text == "4"


def test_places_written_out():
    assert corners(PLACE.cell(0, 0)) == (600, 200, 720, 280)
    assert corners(PLACE.cell(1, 2)) == (860, 290, 980, 370)
    assert corners(PLACE.box) == (600, 200, 980, 370)
    close = GridPlace(600, 200, 2, 3, 120, 80, gap=10, row_gap=4)
    assert corners(close.cell(1, 2)) == (860, 284, 980, 364)


@settings(max_examples=15)
@given(small, small, st.floats(0, 20), st.floats(0, 20))
def test_every_cell_is_drawn_at_its_place_within_the_brackets(rows, columns, gap, row_gap):
    place = GridPlace(600, 200, rows, columns, 120, 80, gap, row_gap=row_gap)
    grid = MatrixGrid(NIGHT, place, values=np.arange(rows * columns).reshape(rows, columns))
    for (i, j), value in np.ndenumerate(np.arange(rows * columns).reshape(rows, columns)):
        cell = grid.cell(i, j)
        assert cell.number.text == format_number(value)
        assert corners(pixel_box(cell.frame)) == pytest.approx(corners(place.cell(i, j)))
    bracket, body = pixel_box(grid.brackets), grid.box()
    assert bracket.x < body.x <= body.right < bracket.right
    assert bracket.y < body.y <= body.bottom < bracket.bottom


def test_cells_to_be_computed_show_nothing_yet():
    grid = MatrixGrid(NIGHT, PLACE, state="empty", quantity="result")
    assert all(cell.number is None for cell in grid.all_cells())
    assert all(len(cell.halo) for cell in grid.all_cells()), "ready to come into focus"
    assert grid.cell(1, 2).numeral(6).claim == Claim("result", (1, 2))


def test_the_hue_of_a_cell_is_that_of_its_index():
    grid = MatrixGrid(NIGHT, PLACE, values=VALUES, hue_of=lambda i, j: NIGHT.hue(j + 1))
    assert [cell.hue for cell in grid.row(0)] == [NIGHT.hue(n) for n in (1, 2, 3)]


def test_brackets_may_be_left_out():
    grid = MatrixGrid(NIGHT, PLACE, values=VALUES, bracketed=False)
    assert grid.brackets not in grid.submobjects


@given(st.lists(st.fractions(), max_size=6))
def test_a_row_keeps_its_fractions(values):
    row = one_row(values)
    assert row.shape == (1, len(values))
    assert list(row[0]) == values
    assert all(type(value) is Fraction for value in row[0])


numerals = st.lists(st.from_regex(r"[0-9]{1,4}(\.[0-9])?", fullmatch=True), min_size=1, max_size=5)


@given(numerals, st.floats(20, 120))
def test_the_least_width_is_enough_for_the_smallest_type(numerals, height):
    assert SMALLEST <= numeral_size(numerals, least_width(numerals), height) <= CELL
    assert numeral_size(numerals, least_width(numerals), 200) == pytest.approx(SMALLEST)


@given(rows=small, columns=small, gap=st.floats(2, 30))
def test_the_glow_of_a_cell_reaches_no_numeral_of_its_neighbours(rows, columns, gap):
    place = GridPlace(600, 200, rows, columns, 60, 40, gap=gap)
    grid = MatrixGrid(NIGHT, place, state="empty")
    cell = grid.cell(0, 0)
    outermost = pixel_box(cell.halo[-1])
    assert outermost.right - cell.box.right <= gap + 5 + 0.01  # a numeral keeps 5 from its edge
    assert outermost.right > cell.box.right
