"""A property below zero, such as ice at −2 °C, where shares are shares: bars run, glasses stay."""

from fractions import Fraction

import pytest

from mathcore import RecipeBook
from scenes.kit.bar.book_likenesses import BookLikenesses
from scenes.kit.bar.book_product import book_product
from scenes.kit.bar.glass import Glass
from scenes.kit.bar.mixture_icon import mixture_icon
from scenes.kit.bar.signed_bars import SignedBars
from scenes.kit.ground.frame import Box
from scenes.kit.ground.theme import NIGHT
from scenes.kit.product.falk_view import FalkView
from scenes.kit.sums.running_sum import running_sum
from tests.mathcore.faulty import GOOD, PRICE

COLD = PRICE.replace("price", "cold").replace("价格", "冷").replace("tea = 2", "tea = -2")


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "ice.toml"
    path.write_text(GOOD + COLD, encoding="utf-8")
    return RecipeBook.load(path)


def charts(book):
    product = book_product(book)
    view = FalkView(NIGHT, product, "en", likenesses=BookLikenesses(NIGHT, book))
    return product.trace, [running_sum(view, i) for i in range(product.sizes[0])]


def test_it_is_read_and_reckoned_with(book):
    trace, _ = charts(book)
    assert not book.free_weights
    assert trace.result[1, 0] == Fraction(40, 100) * -2 + Fraction(60, 100) * 1


def test_its_running_sum_is_a_waterfall_and_that_of_another_property_a_glass(book):
    _, (price, cold) = charts(book)
    assert isinstance(price.vessel, Glass)
    assert isinstance(cold.vessel, SignedBars)


def test_the_mixture_is_still_a_glass(book):
    parts = mixture_icon(NIGHT, book, 0, Box(0, 0, 90, 180)).get_family()
    assert any(isinstance(part, Glass) for part in parts)
    assert not any(isinstance(part, SignedBars) for part in parts)


@pytest.mark.parametrize("total", [Fraction(-2, 15), Fraction(-1, 15), Fraction(0)])
def test_a_unit_below_its_number_leaves_the_names_of_the_row_alone(tmp_path, total):
    text = COLD.replace("values", 'unit = "% vol"\nvalues').replace("tea = -2", 'tea = "-1/3"')
    (tmp_path / "ice.toml").write_text(GOOD + text, encoding="utf-8")
    _, (_, cold) = charts(RecipeBook.load(tmp_path / "ice.toml"))
    cold.room = cold.vessel.box.right  # no room beside the number
    cold.show_terms([total], total)
    assert cold.unit.at[1] > cold.total.at[1]
    assert cold.unit.at[1] <= cold.vessel.box.bottom
