"""Chapter 3's nouns: where columns are mixed, and how sums count."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathcore import RecipeBook
from mathcore.listing import files_in
from scenes.acts.mix_and_create.sentence_geometry import GAP, middles, size_of
from scenes.kit.bar.book_product import book_product
from scenes.kit.bar.drinks import Drinks
from scenes.kit.columns.column_view_geometry import mixing_place
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.counting import Count, Counted, places_of
from scenes.kit.ground.text import Number
from scenes.kit.ground.theme import NIGHT
from scenes.kit.product.falk_geometry import falk_place
from scenes.kit.stage.claims import Claim
from tests.rehearsal import EXTREMES, SHIPPED

FILES = [*SHIPPED, *files_in(EXTREMES, "*.toml")]


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def placed(request):
    """An example, its product, and the places in both."""
    book = RecipeBook.load(request.param)
    product = book_product(book)
    falk = falk_place(product, "en", icons=True)
    return book, falk, mixing_place(falk, product, "en", signed=book.free_weights)


def test_the_mixtures_stand_beside_the_matrix_and_above_the_rows(placed):
    _, falk, place = placed
    assert all(a.right < b.x for a, b in pairwise(place.vessels))
    assert place.vessels[0].x >= frame.LEFT
    assert place.vessels[-1].right < falk.matrix.bracket_box.x
    lines = max(map(len, place.names)) if place.names else 1
    assert place.names_first + (lines - 1) * 41 < falk.left.bracket_box.y


def test_a_column_that_comes_forward_stands_between_the_brackets(placed):
    _, falk, place = placed
    if place.card:
        assert falk.left.bracket_box.right < place.card.box.x
        assert place.card.box.right < falk.result.bracket_box.x
        assert [place.card.cell(i, 0).y for i in range(place.card.rows)] == [
            falk.left.cell(i, 0).y for i in range(falk.left.rows)
        ]


def test_weights_stand_below_their_columns_apart(placed):
    book, falk, place = placed
    if place.weight_size:
        wide = max(
            lettering.width(str(float(w)), place.weight_size, True) for w in book.shares.flat
        )
        assert wide <= falk.left.cell_width + falk.left.gap
        assert place.baseline > falk.left.bracket_box.bottom


@given(st.lists(st.text("abc", min_size=1, max_size=24), min_size=3, max_size=3))
def test_phrases_keep_apart_and_inside_the_margins(phrases):
    pairs = [(phrase, phrase) for phrase in phrases]
    size = size_of(pairs)
    places = middles((200.0, 960.0, 1700.0), pairs, size)
    halves = [lettering.width(phrase, size, True) / 2 for phrase in phrases]
    assert places[0] - halves[0] >= frame.LEFT - 1e-6
    assert places[2] + halves[2] <= frame.RIGHT + 1e-6
    for n in range(2):
        assert places[n + 1] - halves[n + 1] - places[n] - halves[n] >= GAP - 1e-6


def test_a_count_is_only_its_claim_at_the_end():
    number = Number(Fraction(8), 40, "#FFFFFF")
    claim = Claim("partial", (0, 0, 1))
    count = Count([Counted(number, Fraction(8), Fraction(17), claim)])
    count.begin()
    count.interpolate(0.5)
    assert number.counting
    assert 8 < float(number.text) < 17
    count.interpolate(1)
    assert (number.text, number.counting, number.claim) == ("17", False, claim)


def test_a_count_keeps_its_places():
    assert places_of(Fraction(1, 4), 3) == 2


def test_a_vessel_fills_by_its_recipe_and_empties_again(placed):
    book, _, place = placed
    drinks = Drinks(NIGHT, book, place.vessels, place.names, place.names_first)
    last = len(book.ingredients) - 1
    pour = drinks.pour(0, 0, 1.0, last)
    pour.begin()
    pour.interpolate(1)
    shown = [share for _, share in drinks.vessels[0].layers]
    assert shown == pytest.approx([float(share) for share in book.shares[:, 0]])
    drain = drinks.drain(1.0)
    drain.begin()
    drain.interpolate(1)
    assert all(share == 0 for _, share in drinks.vessels[0].layers)
