"""Layers and their sum: whatever the product, they stand apart, and what is written fits."""

from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mathcore import LANGUAGES, RecipeBook, format_number
from scenes.acts.mix_and_create.layers_geometry import SIGN, layers_place
from scenes.kit.bar.book_product import book_product
from scenes.kit.ground import frame
from scenes.kit.product.grid_geometry import least_width
from tests.kit.books import KNOWN, books
from tests.kit.test_layout_bar import apart, safe


def each_known(law):
    """Hold a law against drawn books, and against those at the limits."""
    drawn = settings(max_examples=40, deadline=None)(
        given(books(), st.sampled_from(LANGUAGES))(law)
    )
    for book in KNOWN:
        drawn = example(book, "en")(drawn)
    return drawn


@each_known
def test_no_layer_meets_another_nor_their_sum(book, language):
    product = book_product(book)
    place = layers_place(product, language, signed=book.free_weights)
    grids = [*(layer.bracket_box for layer in place.layers), place.result.bracket_box]
    things = [*grids, *place.vessels]
    assert all(safe(box) for box in things)
    assert all(apart(a, b) for a, b in combinations(things, 2))
    middles = [*(x for x, _ in place.pluses), place.equals[0]]
    assert all(frame.LEFT <= x <= frame.RIGHT for x in middles)
    assert all(abs(box.x + box.width / 2 - x) > SIGN / 4 for box in grids for x in middles)
    numerals = [format_number(value) for value in product.trace.result.flat]
    assert place.result.cell_width >= least_width(numerals) - 0.01
    if place.numbered:
        numerals = [format_number(value) for value in product.trace.products.flat]
        assert place.layers[0].cell_width >= least_width(numerals) - 0.01


def test_the_layers_of_the_cocktails_have_their_numerals_in_one_row():
    product = book_product(RecipeBook.load("assets/examples/cocktails.toml"))
    place = layers_place(product, "en")
    assert place.numbered
    assert {layer.y for layer in place.layers} == {place.result.y}
    heads = [place.head(k) for k in range(4)]
    assert [x for x, _ in heads] == pytest.approx([layer.box.centre[0] for layer in place.layers])
    assert place.names == (("gin",), ("liqueur",), ("lemon juice",), ("cola",))
