"""Example files that load, however they are written."""

import copy
import pickle
from fractions import Fraction

import pytest
from hypothesis import given

from mathcore import DEFAULT_WORDS, RecipeBook
from tests import strategies
from tests.mathcore.on_screen import check_printed


@given(strategies.example_tables())
def test_any_valid_file_loads_and_adds_up(tmp_path_factory, example):
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_text(example.toml, encoding="utf-8")
    book = RecipeBook.load(path)
    rows = (*book.ingredients, *book.mixtures, *book.properties)
    assert (len(book.ingredients), len(book.mixtures), len(book.properties)) == example.sizes
    assert tuple(row.name for row in rows) == example.names
    assert sorted(each.hue for each in book.ingredients) == list(range(1, example.sizes[0] + 1))
    if not example.free_weights:
        assert book.shares.sum(axis=0).tolist() == [1] * example.sizes[1]
        assert (book.shares >= 0).all()
    check_printed(book)


MINIMAL = """
name = {{ en = "Tea", zh = "茶" }}
{head}
[[ingredients]]
id = "tea"
name = {{ en = "tea", zh = "茶" }}
{ingredient}
[[ingredients]]
id = "milk"
name = {{ en = "milk", zh = "牛奶" }}
[[mixtures]]
name = {{ en = "Latte", zh = "拿铁" }}
shares = {{ tea = {tea}, milk = {milk} }}
[[properties]]
name = {{ en = "price", zh = "价格" }}
{property}
values = {{ tea = {price}, milk = 1 }}
"""


@pytest.fixture
def load(tmp_path):
    def load(encoding="utf-8", **changes):
        usual = {"head": "", "ingredient": "", "property": "", "tea": 0.4, "milk": 0.6, "price": 2}
        path = tmp_path / "tea.toml"
        path.write_text(MINIMAL.format(**{**usual, **changes}), encoding=encoding)
        return RecipeBook.load(path)

    return load


@pytest.mark.parametrize(
    ("tea", "milk"),
    [
        ('"40%"', '"60 %"'),
        ("0.4", "0.6"),
        ('"2/5"', '"3 / 5"'),
        ('"0.4"', '" 60%"'),
        ('"４０％"', "6e-1"),
        ('"+40.0%"', "0.600"),
    ],
)
def test_shares_are_read_exactly_however_they_are_written(load, tea, milk):
    assert load(tea=tea, milk=milk).shares.tolist() == [[Fraction(2, 5)], [Fraction(3, 5)]]


@pytest.mark.parametrize(("tea", "milk"), [("1", "0"), ("1.0", "0e999999999"), ("1", "-0.0")])
def test_one_ingredient_may_be_all(load, tea, milk):
    assert load(tea=tea, milk=milk).shares.tolist() == [[1], [0]]


def test_a_true_minus_sign_is_read(load):
    book = load(head="free_weights = true", tea='"\N{MINUS SIGN}50%"', milk='"1/3"', price='"-1/4"')
    assert book.shares.tolist() == [[Fraction(-1, 2)], [Fraction(1, 3)]]
    assert book.values.tolist() == [[Fraction(-1, 4), 1]]
    assert book.rounded == ()


def test_what_never_ends_is_computed_with(load):
    book = load(tea='"1/3"', milk='"2/3"', price='"1/3"')
    assert book.shares.tolist() == [[Fraction(1, 3)], [Fraction(2, 3)]]
    assert book.values.tolist() == [[Fraction(1, 3), 1]]
    assert (book.values @ book.shares)[0, 0] == Fraction(1, 3) * Fraction(1, 3) + Fraction(2, 3)
    assert book.rounded == ()


def test_a_third_of_each_price_is_a_third_of_their_sum(load):
    """117.954 it was, of 0.334, 0.333 and 0.333."""
    book = load(tea='"1/3"', milk='"2/3"', price="352")
    assert (book.values @ book.shares)[0, 0] == Fraction(352 + 2 * 1, 3) == 118


def test_what_never_ends_is_rounded_where_it_would_be_too_long(load):
    book = load(head="free_weights = true", tea='"8/3"', milk="0", price="40000")
    assert book.shares.tolist() == [[Fraction(2667, 1000)], [0]]
    assert book.rounded == ("shares rounded to 0.1%",)


def test_large_values_make_the_shares_coarser(load):
    book = load(tea="0.255", milk="0.745", price="9999")
    assert [float(share) for share in book.shares[:, 0]] == [0.26, 0.74]
    assert book.rounded == ("shares rounded to 1%",)


def test_values_are_rounded_to_whole_numbers_at_most(load):
    book = load(tea="0.255", milk="0.745", price="9998.6")
    assert book.values.tolist() == [[9999, 1]]
    assert book.rounded == (
        "shares rounded to 1%",
        'property "price" rounded to 1',
    )


def test_own_words_lie_over_the_defaults(load):
    words = load(head='words.vessel = { en = "cup", zh = "茶杯" }').words
    assert words["vessel"] == {"en": "cup", "zh": "茶杯"}
    assert words["shelf"] == DEFAULT_WORDS["shelf"]


def test_a_unit_may_be_one_text_or_two(load):
    assert load(property='unit = "g"').properties[0].unit == {"en": "g", "zh": "g"}
    two = load(property='unit = { en = "g", zh = "克" }')
    assert two.properties[0].unit == {"en": "g", "zh": "克"}


def test_given_hues_are_kept_and_the_others_take_the_first_free(load):
    assert [each.hue for each in load(ingredient="hue = 2").ingredients] == [2, 1]
    assert [each.hue for each in load(ingredient="hue = 1").ingredients] == [1, 2]
    assert load(ingredient='bottle = "jar"').ingredients[0].bottle == "jar"


def test_a_byte_order_mark_and_windows_lines_are_no_fault(load, tmp_path):
    assert load(encoding="utf-8-sig").name["en"] == "Tea"
    path = tmp_path / "tea.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert RecipeBook.load(str(path)).name["zh"] == "茶"


def test_a_book_is_read_only(load):
    book = load()
    for matrix in (book.shares, book.values):
        with pytest.raises(ValueError, match="read-only"):
            matrix[0, 0] = 0
    with pytest.raises(TypeError):
        book.name["en"] = "Coffee"
    with pytest.raises(AttributeError):
        book.free_weights = True


def test_a_book_travels_to_another_process(load):
    book = load()
    for other in (pickle.loads(pickle.dumps(book)), copy.deepcopy(book)):
        assert other.ingredients == book.ingredients
        assert (other.shares == book.shares).all()
    assert {book.name: 1}[copy.deepcopy(book.name)] == 1
    assert repr(book.name) == "{'en': 'Tea', 'zh': '茶'}"
    assert (len(book.name), len(book.words)) == (2, len(DEFAULT_WORDS))
