"""The words that an example lends to the spoken lines."""

import string
import tomllib
from fractions import Fraction

import pytest

from mathcore import LANGUAGES, RecipeBook
from mathcore.listing import files_in
from scenes.kit.stage.choices import SCENES
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.layers import need_of
from scenes.kit.stage.phrases import count_word, full_name, measured, placeholders
from tests.rehearsal import EXTREMES, SHIPPED

BOOKS = [*SHIPPED, *files_in(EXTREMES, "*.toml")]


def test_the_cocktails_written_out():
    words = placeholders(RecipeBook.load("assets/examples/cocktails.toml"))
    assert words["ingredient_count"]["en"] == "four"
    assert words["mixtures"]["en"] == "drinks"
    assert words["question"]["en"] == "how strong is it"
    assert words["first_mixture"]["zh"] == "自由古巴"
    assert [words[name]["en"] for name in "Knm"] == ["4", "3", "4"]
    assert [str(words[name].claim) for name in "Knm"] == ["inner", "columns", "rows[4]"]


def test_one_of_a_kind_is_singular():
    words = placeholders(RecipeBook.load(EXTREMES / "smallest.toml"))
    assert words["mixtures"] == words["mixture"]
    assert words["ingredients"] == words["ingredient"]
    assert words["orders"] == words["order"]


@pytest.mark.parametrize("count", range(9))
def test_small_numbers_have_words_in_both_languages(count):
    said = count_word(count, Claim("inner"))
    assert set(said) == set(LANGUAGES)
    assert all(word and not word.isdigit() for word in said.values())


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_every_example_lends_the_same_words(path):
    first, *_ = (placeholders(RecipeBook.load(each)) for each in BOOKS)
    words = placeholders(RecipeBook.load(path))
    assert words.keys() == first.keys()
    for word in words.values():
        said = [word] if isinstance(word, str) else [word[language] for language in LANGUAGES]
        assert all(said)


def test_titles_and_labels_name_only_what_every_example_lends():
    """Spoken lines may name more: what their beat tells them."""
    lent = placeholders(RecipeBook.load(SHIPPED[0])).keys()
    for path in files_in(SCENES, "*.toml"):
        if path.with_suffix(".py").is_file() and need_of(path.stem):
            continue
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for label in table.get("labels", {}).values():
            for language in LANGUAGES:
                named = {name for _, name, *_ in string.Formatter().parse(label[language]) if name}
                assert {name.lower() for name in named} <= {key.lower() for key in lent}, path


def test_a_property_is_named_with_its_unit():
    strength, *_ = RecipeBook.load("assets/examples/cocktails.toml").properties
    assert full_name(strength) == {"en": "strength, % vol", "zh": "酒精度，%vol"}
    total, share = Claim("result", (0, 0)), Claim("share", (1, 0))
    assert measured(Fraction(17), total, strength)["en"] == "17% vol"
    assert dict(measured(Fraction(9, 20), share)) == {"en": "0.45", "zh": "0.45"}
