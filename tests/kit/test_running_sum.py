"""The running sum: a stack and a number that never disagree."""

from fractions import Fraction
from itertools import accumulate, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore import RecipeBook, format_number, trace_matmul
from scenes.kit.bar.book_likenesses import BookLikenesses
from scenes.kit.bar.book_product import book_product
from scenes.kit.bar.glass import Glass
from scenes.kit.bar.signed_bars import SignedBars
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.sizes import LABEL
from scenes.kit.ground.theme import NIGHT
from scenes.kit.product.falk_geometry import CHART_RIGHT
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.labelled_product import LabelledProduct
from scenes.kit.stage.claims import Claim
from scenes.kit.sums.running_sum import Rise, running_sum
from tests.kit.books import KNOWN
from tests.rehearsal import is_seen, pixel_box

HUES = [NIGHT.hue(n) for n in range(1, 9)]
CLAIM = Claim("partial", (0, 0, 0))
whole = st.lists(st.fractions(0, 60, max_denominator=20), min_size=1, max_size=8)
signed = st.lists(st.fractions(-60, 60, max_denominator=20), min_size=1, max_size=8)
few = settings(max_examples=12)


def chart_of(products):
    """Return the running sum of one entry with these products."""
    column = [[product] for product in products]
    trace = trace_matmul(np.array([[Fraction(1)] * len(products)]), np.array(column))
    product = LabelledProduct(trace, units=({"en": "% vol"},))
    return running_sum(FalkView(NIGHT, product, "en"), 0)


def rises(chart, products):
    """Yield how each layer rises, one after the other."""
    for k, after in enumerate(accumulate(products)):
        rise = Rise(chart, products[: k + 1], after - products[k], after, CLAIM)
        rise.begin()
        yield rise, after


def amounts(chart):
    return [amount for _, amount in chart.vessel.layers]


def test_the_first_drink_written_out():
    products = [Fraction(n) for n in (8, 9, 0, 0)]
    chart, shown = chart_of(products), []
    for rise, _ in rises(chart, products):
        rise.interpolate(1)
        shown.append((chart.total.text, amounts(chart)))
    assert shown == [("8", [8]), ("17", [8, 9]), ("17", [8, 9, 0]), ("17", [8, 9, 0, 0])]


def test_half_way_up_it_has_half_the_term():
    chart = chart_of([Fraction(8), Fraction(9)])
    first, second = (rise for rise, _ in rises(chart, [Fraction(8), Fraction(9)]))
    first.interpolate(1)
    second.interpolate(0.5)
    assert chart.total.value == 8 + Fraction(9, 2)
    assert amounts(chart) == [8, 4.5]


@few
@given(whole | signed)
def test_it_ends_exactly_at_the_partial_sum(products):
    chart = chart_of(products)
    for rise, after in rises(chart, products):
        rise.interpolate(1)
        assert chart.total.value == after
        assert chart.total.text == format_number(after)
        assert not chart.total.counting


@few
@given(whole | signed, st.lists(st.floats(0, 1), min_size=1, max_size=4))
def test_layers_add_up_to_the_number_at_every_moment(products, alphas):
    chart = chart_of(products)
    for rise, _ in rises(chart, products):
        for alpha in [*sorted(alphas), 1]:
            rise.interpolate(alpha)
            assert sum(amounts(chart)) == pytest.approx(float(chart.total.value), abs=1e-9)
            assert chart.vessel.level == pytest.approx(
                chart.vessel.row_of(float(chart.total.value)), abs=1e-6
            )


@few
@given(whole)
def test_what_only_adds_only_rises(products):
    chart, numbers, levels = chart_of(products), [], []
    for rise, _ in rises(chart, products):
        for alpha in (0, 0.2, 0.5, 0.8, 1):
            rise.interpolate(alpha)
            numbers.append(chart.total.value)
            levels.append(-chart.vessel.level)
    assert numbers == sorted(numbers)
    assert all(after >= before - 1e-6 for before, after in pairwise(levels))


@few
@given(whole)
def test_a_number_on_its_way_does_not_dance(products):
    """It keeps its places, so that its digits stay where they are."""
    chart = chart_of(products)
    for rise, _ in rises(chart, products):
        texts = []
        for alpha in (0, 0.3, 0.6, 0.9):
            rise.interpolate(alpha)
            texts.append(chart.total.text)
        assert len({len(text.partition(".")[2]) for text in texts}) == 1


@few
@given(whole | signed)
def test_the_stack_never_leaves_its_vessel(products):
    chart = chart_of(products)
    box = chart.vessel.box
    for rise, _ in rises(chart, products):
        rise.interpolate(1)
        assert box.y - 1e-6 <= chart.vessel.level <= box.bottom + 1e-6
        assert pixel_box(chart.mark).centre[1] == pytest.approx(chart.vessel.level)


def test_negative_terms_make_a_waterfall():
    assert isinstance(chart_of([Fraction(3), Fraction(1)]).vessel, Glass)
    assert isinstance(chart_of([Fraction(3), Fraction(-1)]).vessel, SignedBars)


def test_nothing_is_shown_before_the_first_term():
    chart = chart_of([Fraction(8)])
    assert not is_seen(chart.total)
    assert amounts(chart) == []


def test_a_drained_stack_is_empty_and_has_no_number():
    chart = chart_of([Fraction(8), Fraction(9)]).show_terms(
        [Fraction(8), Fraction(9)], Fraction(17)
    )
    drain = chart.drain(1.0)
    drain.begin()
    assert not is_seen(chart.total)
    drain.interpolate(0.5)
    assert amounts(chart) == [4, 4.5]
    drain.interpolate(1)
    assert amounts(chart) == [0, 0]


def test_a_layer_is_named_where_it_is_high_enough():
    chart = chart_of([Fraction(8), Fraction(1, 5)])
    chart.show_terms([Fraction(8), Fraction(1, 5)], Fraction(41, 5))
    claim = Claim("product", (0, 0, 0))
    name = chart.layer_name(0, Fraction(8), claim)
    assert (name.text, name.claim) == ("8", claim)
    box = chart.vessel.layer_box(0)
    assert box.y < pixel_box(name).y < pixel_box(name).bottom < box.bottom
    assert chart.layer_name(1, Fraction(1, 5), claim) is None


@pytest.mark.parametrize("book", KNOWN, ids=lambda book: book.path.stem)
def test_every_sum_of_every_example_fits_beside_its_stack(book: RecipeBook):
    product, unit = book_product(book), book.properties[0].unit
    trace, likenesses = product.trace, BookLikenesses(NIGHT, book)
    for language in ("en", "zh"):
        said = unit[language] if unit else ""
        chart = running_sum(FalkView(NIGHT, product, language, rows=1, likenesses=likenesses), 0)
        assert pixel_box(chart.scale_marks).x >= frame.LEFT - 1
        for j, k in np.ndindex(trace.partials[0].shape):
            chart.show_terms(list(trace.products[0, j, : k + 1]), trace.partials[0, j, k])
            wide = lettering.width(chart.total.text, chart.total.size, bold=True)
            assert chart.total.at[0] + wide <= CHART_RIGHT + 1e-6
            assert chart.unit.at[0] + lettering.width(said, LABEL) <= CHART_RIGHT + 1e-6


@few
@given(st.fractions(Fraction(1, 3000), 90000, max_denominator=3000))
def test_a_numeral_in_a_layer_keeps_clear_of_the_shine(product):
    chart = chart_of([product]).show_terms([product], product)
    name = chart.layer_name(0, product, Claim("product", (0, 0, 0)))
    if name is not None:
        assert pixel_box(name).x >= pixel_box(chart.vessel.streak).right
