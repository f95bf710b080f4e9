"""Texts that a file gives once stand so in every language, and that is said."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathcore import RecipeBook, given_once, load_layer
from mathcore.listing import files_in
from tests.mathcore.faulty import GOOD

ASSETS = Path(__file__).parents[2] / "assets"
LAYERS = files_in(ASSETS / "layers", "*.toml")
PAIR = re.compile(r'\{ en = ("[^"]*"), zh = ("[^"]*") \}')
WAYS = {
    "both": lambda en, zh: f"{{ en = {en}, zh = {zh} }}",
    "one text": lambda en, zh: en,
    "English": lambda en, zh: f"{{ en = {en} }}",
    "Chinese": lambda en, zh: f"{{ zh = {zh} }}",
}


def test_a_name_in_one_language_is_the_name_in_both(tmp_path):
    path = tmp_path / "tea.toml"
    written = GOOD.replace('{ en = "Tea", zh = "茶" }', '"Tea"').replace('en = "milk", ', "")
    path.write_text(written.replace(', zh = "拿铁"', ""), encoding="utf-8")
    book = RecipeBook.load(path)
    assert book.name == {"en": "Tea", "zh": "Tea"}
    assert book.ingredients[1].name == {"en": "牛奶", "zh": "牛奶"}
    assert book.mixtures[0].name == {"en": "Latte", "zh": "Latte"}
    assert given_once(book) == (
        '3 texts are given once, and stand so in every language: "Tea", "牛奶", "Latte"',
    )


@given(st.lists(st.sampled_from(list(WAYS)), min_size=5, max_size=5))
def test_each_text_may_be_given_in_any_way(tmp_path_factory, ways):
    path, kept = tmp_path_factory.getbasetemp() / "tea.toml", iter(ways)
    text = PAIR.sub(lambda pair: WAYS[next(kept)](*pair.groups()), GOOD)
    path.write_text(text, encoding="utf-8")
    book = RecipeBook.load(path)
    first, *ingredients = book.name, *(each.name for each in book.ingredients)
    names = [first, *ingredients, book.mixtures[0].name, book.properties[0].name]
    for name, way, (en, zh) in zip(names, ways, PAIR.findall(GOOD), strict=True):
        shown = {"both": (en, zh), "Chinese": (zh, zh)}.get(way, (en, en))
        assert (f'"{name["en"]}"', f'"{name["zh"]}"') == shown
    once = {name["en"] for name, way in zip(names, ways, strict=True) if way != "both"}
    assert [said.split()[0] for said in given_once(book)] == ([str(len(once))] if once else [])


@pytest.mark.parametrize("path", LAYERS, ids=lambda path: path.stem)
def test_one_language_is_enough_for_a_layer_file(tmp_path, path):
    layer = load_layer(path)
    assert given_once(layer) == ()  # ours are in both
    text = re.sub(r"""(?m), zh = "[^"]*"(?= *\})|^zh = .*\n""", "", path.read_text("utf-8"))
    text = re.sub(
        r'"((?:\.\./[^"]+|[^"]+\.toml))"', lambda found: f'"{ASSETS}/layers/{found[1]}"', text
    )
    alone = tmp_path / path.name
    alone.write_text(text, encoding="utf-8")
    told = load_layer(alone)
    assert (told.name["en"], told.name["zh"]) == (layer.name["en"],) * 2
    assert len(given_once(told)) == 1


def test_ours_are_given_in_both():
    for path in files_in(ASSETS / "examples", "*.toml"):
        assert given_once(RecipeBook.load(path)) == ()
