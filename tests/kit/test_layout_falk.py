"""Falk's layout: everything has room, whatever the example."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore import LANGUAGES, RecipeBook, format_number
from scenes.kit.bar.book_product import book_product
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.sizes import LABEL, LEADING, SMALL, SMALLEST, TITLE
from scenes.kit.ground.theme import NIGHT
from scenes.kit.product.falk_geometry import (
    CHART_RIGHT,
    ICON_ROOM,
    falk_place,
    head_baselines,
)
from scenes.kit.product.shape_line import beside
from scenes.kit.stage.choices import SCENES, find_example
from scenes.kit.stage.heading import Heading
from scenes.kit.stage.script import Script
from tests.kit.books import KNOWN, books

HEAD, ENTRY_HEAD, PROPERTY_HEAD = 24, 22, 16  # from the brackets to the names, in FalkView
NEAR, CORRIDOR, PADDING = 1e-6, 12.0, 2.4  # pixels
TITLE_ABOVE = Script.load(SCENES / "row_by_column.toml").beats["the_meeting_place"].title


def placed(book, language, whole):
    """Return the trace of a book and its place with one row, or with all of them."""
    product = book_product(book)
    return product.trace, falk_place(product, language, rows=None if whole else 1, icons=True)


def every(law):
    """Check a law for books that are drawn, and for all that are known."""
    drawn = given(books(), st.sampled_from(LANGUAGES), st.booleans())(law)
    drawn = settings(max_examples=20)(drawn)
    known = list(product(KNOWN, LANGUAGES, (False, True)))

    def check():
        for case in known:
            law(*case)
        drawn()

    check.__name__, check.__doc__ = law.__name__, law.__doc__
    return check


def meet(one, other):
    return (
        min(one.right, other.right) - max(one.x, other.x) > NEAR
        and min(one.bottom, other.bottom) - max(one.y, other.y) > NEAR
    )


def inside(box):
    return (
        box.x >= frame.LEFT - NEAR
        and box.right <= frame.RIGHT + NEAR
        and box.y >= frame.TOP - NEAR
        and box.bottom <= frame.FLOOR + NEAR
    )


def line_box(text, size, x, baseline, anchor):
    wide = lettering.width(text, size, bold=True)
    back = {"left": 0.0, "center": 0.5, "right": 1.0}[anchor]
    return Box(x - back * wide, baseline - 0.733 * size, wide, 0.95 * size)


def heads(lines, x, floor):
    """Return the boxes of a name of some lines, the last on ``floor``."""
    baselines = head_baselines(len(lines), floor)
    return [line_box(text, SMALL, x, y, "center") for text, y in zip(lines, baselines, strict=True)]


def column_heads(place):
    floor = place.matrix.bracket_box.y - HEAD
    return [
        heads(lines, place.matrix.cell(0, j).centre[0], floor)
        for j, lines in enumerate(place.column_names or ())
    ]


def entry_heads(place):
    floor = place.left.bracket_box.y - ENTRY_HEAD
    return [
        heads(lines, place.left.cell(0, k).centre[0], floor)
        for k, lines in enumerate(place.entry_names or ())
    ]


def row_heads(place):
    right = place.matrix.bracket_box.x - ICON_ROOM - 12
    return [
        line_box(name, LABEL, right, place.matrix.cell(k, 0).centre[1] + 0.366 * LABEL, "right")
        for k, name in enumerate(place.row_names or ())
    ]


def left_heads(place):
    right = place.left.bracket_box.x - PROPERTY_HEAD
    return [
        line_box(name, SMALL, right, place.left.cell(i, 0).centre[1] + 0.366 * SMALL, "right")
        for i, (name,) in enumerate(place.left_names or ())
    ]


def test_the_cocktails_written_out():
    book = RecipeBook.load("assets/examples/cocktails.toml")
    _, place = placed(book, "en", whole=False)
    assert (place.left.rows, place.left.columns) == (1, 4)
    assert (place.matrix.rows, place.matrix.columns) == (4, 3)
    assert (place.result.rows, place.result.columns) == (1, 3)
    assert place.column_names == (("Cuba", "Libre"), ("Long", "Island"), ("Tequila", "Sunrise"))
    assert place.row_names == ("gin", "liqueur", "lemon juice", "cola")
    assert place.left_names is None, "the one row is named above"


def test_all_rows_have_names_at_the_left():
    book = RecipeBook.load("assets/examples/cocktails.toml")
    _, place = placed(book, "zh", whole=True)
    assert place.left_names == (("酒精度",), ("含糖量",), ("酸度",), ("价格",))


@every
def test_the_three_grids_stand_inside_the_frame(book, language, whole):
    _, place = placed(book, language, whole)
    for grid in (place.left, place.matrix, place.result):
        assert inside(grid.bracket_box), grid


@every
def test_no_grid_covers_another(book, language, whole):
    _, place = placed(book, language, whole)
    boxes = [grid.bracket_box for grid in (place.left, place.matrix, place.result)]
    assert not any(meet(a, b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert place.corridor.width >= CORRIDOR


@every
def test_a_result_stands_where_its_row_meets_its_column(book, language, whole):
    _, place = placed(book, language, whole)
    for i in range(place.result.rows):
        for j in range(place.result.columns):
            cell = place.result.cell(i, j)
            row, column = place.left.cell(i, 0), place.matrix.cell(0, j)
            assert (cell.x, cell.width) == pytest.approx((column.x, column.width))
            assert (cell.y, cell.height) == pytest.approx((row.y, row.height))


@every
def test_every_numeral_fits_its_cell(book, language, whole):
    trace, place = placed(book, language, whole)
    for grid, values in (
        (place.left, trace.left),
        (place.matrix, trace.right),
        (place.result, trace.result),
    ):
        assert grid.type_size >= SMALLEST
        assert lettering.CAP_HEIGHT * grid.type_size <= grid.cell_height - 2 * PADDING
        for value in values[: grid.rows].flat:
            wide = lettering.width(format_number(value), grid.type_size, bold=True)
            assert wide <= grid.cell_width - 2 * PADDING, format_number(value)


@every
def test_every_name_stands_inside_the_frame(book, language, whole):
    _, place = placed(book, language, whole)
    named = [*column_heads(place), *([] if whole else entry_heads(place))]
    boxes = [box for lines in named for box in lines]
    boxes += [*row_heads(place), *left_heads(place)]
    assert all(map(inside, boxes)), [box for box in boxes if not inside(box)]


@every
def test_no_name_covers_another_or_a_grid(book, language, whole):
    _, place = placed(book, language, whole)
    names = [*column_heads(place), *([] if whole else entry_heads(place))]
    boxes = [Box.around(*lines) for lines in names] + row_heads(place) + left_heads(place)
    for n, box in enumerate(boxes):
        assert not any(meet(box, other) for other in boxes[:n])
        for grid in (place.left, place.matrix, place.result):
            assert not meet(box, grid.bracket_box)


@every
def test_names_of_rows_leave_the_running_sum_its_room(book, language, whole):
    _, place = placed(book, language, whole)
    assert all(box.x >= CHART_RIGHT - NEAR for box in row_heads(place))
    assert place.matrix.bracket_box.x - ICON_ROOM >= CHART_RIGHT - NEAR


@every
def test_no_column_stands_under_the_heading(book, language, whole):
    _, place = placed(book, language, whole)
    sizes = (place.left.rows, *(len(part) for part in (book.ingredients, book.mixtures)))
    right = beside(Heading(NIGHT, TITLE_ABOVE[language]), NIGHT, sizes).right
    said = Box(frame.LEFT, frame.TITLE_BASELINE - TITLE, right - frame.LEFT, 1.2 * TITLE)
    assert not any(meet(said, box) for lines in column_heads(place) for box in lines)


@every
def test_every_name_is_shown_or_none_of_its_kind(book, language, whole):
    _, place = placed(book, language, whole)
    for names, shown in (
        ([mixture.short for mixture in book.mixtures], place.column_names),
        ([ingredient.name for ingredient in book.ingredients], place.entry_names),
    ):
        for name, lines in zip(names, shown or (), strict=shown is not None):
            assert "".join(lines).replace(" ", "") == name[language].replace(" ", "")


@pytest.mark.parametrize("room", [0.0, 60.0, 100.0])
def test_above_the_columns_there_is_room_for_what_stands_on_them(room):
    """Of four rows: (366 - 100 + 10) / 4 - 10 = 59 pixels each; all else stands where it stood."""
    product = book_product(RecipeBook.load(find_example("cocktails")))
    plain, lower = (falk_place(product, "en", rows=1, head_room=each) for each in (0.0, room))
    assert lower.matrix.y >= 190 + room
    assert lower.matrix.cell_height == min(84, (366 - room + 10) / 4 - 10)
    assert lower.matrix.box.bottom == pytest.approx(plain.matrix.box.bottom)
    assert (lower.left, lower.result) == (plain.left, plain.result)


def test_head_baselines_written_out():
    assert head_baselines(1, 100) == (100,)
    assert head_baselines(2, 100) == (100 - LEADING, 100)
