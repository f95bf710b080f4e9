"""Where things stand in chapter 1, as numbers: inside the safe area, nothing on anything else."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore import trace_matmul
from scenes.acts.recipes_to_matrix.bar_geometry import COUNTER, bar_place
from scenes.acts.recipes_to_matrix.formulas_geometry import formula_place
from scenes.acts.recipes_to_matrix.lifting_geometry import lift_off_place
from scenes.kit.ground import frame
from scenes.kit.ground.frame import Box
from scenes.kit.ground.name_lines import spread
from scenes.kit.ground.sizes import LEADING
from scenes.kit.product.labelled_product import LabelledProduct
from scenes.kit.product.product_geometry import product_place

SIZES = [(count, n) for count in range(1, 9) for n in range(1, 7)]
WORDS = st.sampled_from(
    [
        "gin",
        "tea",
        "lemon juice",
        "Long Island",
        "Elderflower cordial mix",
        "mountain oolong, roasted",
    ]
)


def a_book(count, n, names=("lemon juice",), shares=(Fraction(1, 8),), free=False):
    """Return the labels and numbers of an example as far as a layout needs them."""

    def label(index, more=""):
        return {
            "en": names[index % len(names)] + more,
            "zh": "京都宇治早春蒸青煎茶"[: 2 + index % 9],
        }

    numbers = np.empty((count, n), dtype=object)
    for place in np.ndindex(count, n):
        numbers[place] = shares[sum(place) % len(shares)]
    return SimpleNamespace(
        ingredients=[
            SimpleNamespace(name=label(k), hue=k + 1, bottle="square") for k in range(count)
        ],
        mixtures=[SimpleNamespace(name=label(j), short=label(j)) for j in range(n)],
        shares=numbers,
        free_weights=free,
    )


def a_product(book):
    """Return one row times the shares of such a book."""
    trace = trace_matmul([[Fraction(1)] * len(book.ingredients)], book.shares)
    names = tuple(each.name for each in book.ingredients), tuple(m.short for m in book.mixtures)
    return LabelledProduct(trace, inner=names[0], columns=names[1])


books = st.builds(
    a_book,
    st.integers(1, 8),
    st.integers(1, 6),
    st.lists(WORDS, min_size=1, max_size=8),
    st.lists(
        st.sampled_from([Fraction(1), Fraction(1, 8), Fraction(9, 20), Fraction(-3, 4)]),
        min_size=1,
        max_size=5,
    ),
    st.booleans(),
)
languages = st.sampled_from(["en", "zh"])


def apart(one: Box, other: Box) -> bool:
    """Tell whether two boxes do not overlap."""
    beside = one.right <= other.x + 0.01 or other.right <= one.x + 0.01
    return beside or one.bottom <= other.y + 0.01 or other.bottom <= one.y + 0.01


def safe(box: Box) -> bool:
    """Tell whether a box is inside the margins."""
    left, right = box.x >= frame.LEFT - 0.01, box.right <= frame.RIGHT + 0.01
    return left and right and box.y >= frame.TOP - 0.01 and box.bottom <= frame.FLOOR + 0.01


@settings(max_examples=150, deadline=None)
@given(books, languages)
def test_nothing_in_the_bar_overlaps(book, language):
    place = bar_place(book, language)
    cards = [card.box for card in place.cards]
    things = [*cards, *place.waiting[1:], place.glass]
    assert all(safe(box) for box in things)
    assert all(apart(a, b) for a, b in combinations(things, 2))
    assert all(box.bottom == pytest.approx(COUNTER) for box in things)
    assert all(box.y > place.shelf.bottom for box in cards[1:])
    assert place.shelf.floor - place.shelf.tallest >= frame.TOP
    assert place.shelf.plank.x >= place.glass.right


@settings(max_examples=150, deadline=None)
@given(books, languages)
def test_nothing_overlaps_when_the_cards_spread(book, language):
    place = bar_place(book, language)
    things = [*(card.box for card in place.spread), *place.served]
    assert all(safe(box) for box in things)
    assert all(apart(a, b) for a, b in combinations(things, 2))
    assert len({(round(box.width), round(box.height)) for box in place.served}) == 1


@settings(max_examples=150, deadline=None)
@given(books, languages)
def test_formulas_fit(book, language):
    place = formula_place(book, language)
    columns = range(len(place.columns))
    cells = [place.cell_box(j, k) for j in range(place.lines) for k in columns]
    assert all(safe(box) for box in [*place.columns, *cells, place.bracket.grown(-10)])
    assert all(apart(a, b) for a, b in combinations(cells, 2))
    assert all(apart(a, b) for a, b in pairwise(place.columns))
    assert place.bracket.bottom <= place.columns[0].y
    assert max(len(head) for head in place.heads) * LEADING <= place.pitch + 1
    widths = {round(column.width, 3) for column in place.columns}
    assert len(widths) == 1


@settings(max_examples=150, deadline=None)
@given(books, languages)
def test_the_product_fits(book, language):
    place = product_place(a_product(book), language, icons=True)
    grids = [place.row.bracket_box, place.matrix.bracket_box, place.result.bracket_box]
    assert all(safe(box) for box in grids)
    assert grids[0].right < place.dot[0] < place.head_x < grids[1].x
    assert grids[1].right < place.equals[0] < grids[2].x
    assert {round(box.centre[1], 3) for box in grids} == {round(place.axis, 3)}


@settings(max_examples=100, deadline=None)
@given(books, languages)
def test_lines_and_columns_stand_side_by_side(book, language):
    product = product_place(a_product(book), language, icons=True)
    place = lift_off_place(formula_place(book, language), product)
    count, n = book.shares.shape
    numbers = [place.number(j, k) for j in range(n) for k in range(count)]
    columns = [
        product.matrix.cell(k, j).moved(place.column_shift(j))
        for j in range(n)
        for k in range(count)
    ]
    assert all(safe(box) for box in [*numbers, *columns, place.row.box])
    assert max(box.right for box in numbers) < min(box.x for box in columns)
    assert all(apart(a, place.row.bracket_box) for a in numbers)


@pytest.mark.parametrize(("count", "n"), SIZES)
def test_every_size_has_a_stage(count, n):
    place = bar_place(a_book(count, n, ["Long Island Iced Tea"], [Fraction(1, 8)]), "en")
    assert place.stage.width >= 390
    assert place.glass.x > place.cards[0].box.right + 60


def test_spread_keeps_what_is_far_enough_apart():
    assert spread((10, 60, 200), 36, 0, 300) == (10, 60, 200)


@given(st.lists(st.floats(0, 400), min_size=1, max_size=9))
def test_spread_keeps_order_and_distance(wanted):
    places = spread(sorted(wanted), 36, 0, 400)
    assert all(b - a >= 36 - 1e-6 for a, b in pairwise(places))
    assert places[0] >= -1e-6
    assert places[-1] <= 400 + 1e-6
