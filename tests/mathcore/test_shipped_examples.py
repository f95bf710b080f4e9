"""The example files that are shipped, and those that layouts are tested with."""

from fractions import Fraction
from pathlib import Path

import pytest

from mathcore import BOTTLES, DEFAULT_WORDS, LANGUAGES, RecipeBook
from mathcore.listing import files_in
from tests.mathcore.on_screen import check_printed

ROOT = Path(__file__).parents[2]
SHIPPED = files_in(ROOT / "assets/examples", "*.toml")
LAYOUT = files_in(ROOT / "tests/examples", "*.toml")
every_shipped = pytest.mark.parametrize("path", SHIPPED + LAYOUT, ids=lambda path: path.stem)


def test_the_examples_of_the_design_are_shipped():
    assert {path.stem for path in SHIPPED} >= {
        "cocktails",
        "smoothies",
        "paint",
        "grades",
        "signed",
    }
    assert {path.stem for path in LAYOUT} == {"largest", "smallest"}


@every_shipped
def test_shipped_examples_add_up_on_screen(path):
    book = RecipeBook.load(path)
    assert book.rounded == ()
    check_printed(book)


@every_shipped
def test_shipped_examples_are_labelled(path):
    book = RecipeBook.load(path)
    assert book.path == path
    assert book.shares.shape == (len(book.ingredients), len(book.mixtures))
    assert book.values.shape == (len(book.properties), len(book.ingredients))
    assert set(book.words) == set(DEFAULT_WORDS)
    assert all(set(word) == set(LANGUAGES) for word in book.words.values())
    assert all(each.bottle in BOTTLES for each in book.ingredients)
    assert len({each.hue for each in book.ingredients}) == len(book.ingredients)


def test_cocktails_written_out():
    book = RecipeBook.load(ROOT / "assets/examples/cocktails.toml")
    assert [each.id for each in book.ingredients] == ["gin", "liqueur", "lemon_juice", "cola"]
    assert [(each.hue, each.bottle) for each in book.ingredients] == [
        (1, "square"),
        (2, "round"),
        (3, "carafe"),
        (4, "contour"),
    ]
    assert book.mixtures[1].name == {"en": "Long Island Iced Tea", "zh": "长岛冰茶"}
    assert book.mixtures[1].short["en"] == "Long Island"
    assert book.mixtures[0].short == book.mixtures[0].name
    assert (book.shares * 100).T.tolist() == [[20, 45, 10, 25], [60, 30, 5, 5], [30, 10, 30, 30]]
    assert (book.values * 10).tolist() == [
        [400, 200, 0, 0],
        [0, 300, 20, 100],
        [0, 10, 90, 30],
        [40, 30, 10, 4],
    ]
    assert (book.values @ book.shares)[0].tolist() == [17, 30, 14]
    assert book.channels is None


def test_the_smallest_has_the_defaults():
    book = RecipeBook.load(ROOT / "tests/examples/smallest.toml")
    assert book.words == DEFAULT_WORDS
    assert (book.note, book.properties[0].unit, book.free_weights) == (None, None, False)
    assert (book.ingredients[0].hue, book.ingredients[0].bottle) == (1, "square")


def test_the_largest_has_names_at_their_limits():
    book = RecipeBook.load(ROOT / "tests/examples/largest.toml")
    rows = (*book.ingredients, *book.mixtures, *book.properties)
    assert (len(book.ingredients), len(book.mixtures), len(book.properties)) == (8, 6, 6)
    assert {(len(row.name["en"]), len(row.name["zh"])) for row in rows} == {(24, 10)}


def test_paint_knows_its_channels():
    book = RecipeBook.load(ROOT / "assets/examples/paint.toml")
    assert [book.properties[i].channel for i in book.channels] == ["red", "green", "blue"]
    assert all(0 <= value <= 255 for value in (book.values @ book.shares).flat)


def test_signed_weights_are_negative_and_its_columns_sum_to_one():
    book = RecipeBook.load(ROOT / "assets/examples/signed.toml")
    assert book.free_weights
    assert book.shares.min() == Fraction(-1, 2)
    assert book.shares.sum(axis=0).tolist() == [1, 1, 1]
