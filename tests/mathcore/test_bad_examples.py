"""A bad example file gets every fault at once, and no nonsense that follows from one."""

import pickle

import pytest

from mathcore import ExampleError, RecipeBook
from tests.mathcore.faulty import (
    GOOD,
    HEAD,
    LATTE,
    MILK,
    MINUS,
    PAIR,
    PRICE,
    TEA,
    changed,
    faults_of,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "tea.toml"


def test_the_text_that_the_cases_change_is_good(path):
    path.write_text(GOOD, encoding="utf-8")
    assert RecipeBook.load(path, lambda character: True).rounded == ()


def test_the_sentence_of_the_design(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tea.toml").write_text(changed("milk = 1", "mlik = 1"), encoding="utf-8")
    with pytest.raises(ExampleError) as caught:
        RecipeBook.load("tea.toml")
    said = 'tea.toml: property "price": unknown ingredient "mlik"; did you mean "milk"?'
    assert str(caught.value) == said
    assert pickle.loads(pickle.dumps(caught.value)).faults == (said,)


def test_files_that_cannot_be_read(tmp_path, path, monkeypatch):
    for where, said in ((path, "no such file; check the name"), (tmp_path, "is a folder; name a")):
        with pytest.raises(ExampleError, match=said):
            RecipeBook.load(where)

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("mathcore.recipe_file.toml.read_bounded", refuse)
    with pytest.raises(
        ExampleError, match="cannot be read: Permission denied; check where it leads"
    ):
        RecipeBook.load(path)


def test_all_faults_of_a_file_come_at_once(path):
    text = """
name = { en = 3 }
colour = 3
[[ingredients]]
id = "tea"
name = { en = "tea", zh = "茶" }
bottle = "jug"
[[ingredients]]
id = "milk"
name = { en = "milk", zh = "牛奶" }
hue = 12
[[mixtures]]
name = { en = "Latte", zh = "拿铁" }
shares = { tea = "20 percent", mlik = "80%" }
[[mixtures]]
name = { en = "Chai", zh = "印度茶" }
shares = { tea = "50%", milk = "45%" }
[[properties]]
name = { en = "price", zh = "价格" }
values = { tea = inf }
[[properties]]
name = { en = "heat", zh = "热量" }
values = { tea = 99999999, milk = 1 }
[[mixtures]]
name = { en = "Pure", zh = "清茶" }
shares = { tea = 1 }
"""
    assert faults_of(path, text) == [
        'unknown key "colour"; use one of "name", "note", "free_weights", "words", '
        '"ingredients", "mixtures", "properties"',
        "name: en is 3; write a text in quotes",
        'ingredient "milk": hue is 12; give a whole number from 1 to 8, or leave it out',
        'ingredient "tea": unknown bottle "jug"; use one of "square", "round", "carafe", '
        '"contour", "jar", "tube", "carton", "tile"',
        'mixture "Latte": unknown ingredient "mlik"; did you mean "milk"?',
        'mixture "Latte": share of "tea" is "20 percent", not a share; write "20%", 0.2 or "1/5"',
        'mixture "Chai": shares sum to 95%, not 100%; add the missing 5%',
        'property "price": value of "tea" is inf; write a finite number',
        'property "price": no value for "milk"; give one, 0 if it has none',
        'property "heat": a number for mixture "Pure" is 99999999, too long to print: at most '
        "5 characters; choose smaller numbers or a larger unit",
    ]


def test_an_almost_empty_file_lacks_all_there_is(path):
    assert faults_of(path, "free_weights = false") == [
        f"no name; add name = {PAIR}",
        "no ingredients; add [[ingredients]] above each",
        "no mixtures; add [[mixtures]] above each",
        "no properties; add [[properties]] above each",
    ]


@pytest.mark.parametrize("section", ["ingredients", "mixtures", "properties"])
def test_too_many_rows(path, section):
    most = {"ingredients": 8, "mixtures": 6, "properties": 6}
    one = {"ingredients": MILK, "mixtures": LATTE, "properties": PRICE}[section]
    more = [
        one.replace("milk", f"x{k}", 2 if section == "ingredients" else 0)
        .replace("牛奶", f"奶{k}")
        .replace("Latte", f"Latte {k}")
        .replace("拿铁", f"拿铁{k}")
        .replace("price", f"price {k}")
        .replace("价格", f"价格{k}")
        for k in range(7)
    ]
    said = faults_of(path, GOOD + "".join(more))
    total = 9 if section == "ingredients" else 8
    expected = f"{total} {section}; at most {most[section]} fit on the screen, take some out"
    assert said[0] == expected
    assert len(said) == (2 if section == "ingredients" else 1)


def test_names_are_told_apart_in_each_language(path):
    assert faults_of(path, GOOD + LATTE) == [
        'two mixtures are called "Latte" (en); rename one',
        'two mixtures are called "拿铁" (zh); rename one',
    ]
    assert faults_of(path, changed('zh = "牛奶"', 'zh = "茶"')) == [
        'two ingredients are called "茶" (zh); rename one'
    ]


def test_the_characters_that_the_font_lacks_are_named(path):
    text = changed('"Latte"', '"La☃te ☃"').replace("拿铁", "拿鐡")
    text = f'words.shelf = {{ en = "☃", zh = "架" }}\n{text}'
    text = text.replace("values", 'unit = "☃"\nvalues')
    assert faults_of(path, text, lambda c: c not in "☃鐡") == [
        'words: shelf: en "☃": the font lacks "☃" (U+2603); write it otherwise',
        'mixture "La☃te ☃": name: en "La☃te ☃": the font lacks "☃" (U+2603); write it otherwise',
        'mixture "La☃te ☃": name: zh "拿鐡": the font lacks "鐡" (U+9421); write it otherwise',
        'property "price": unit "☃": the font lacks "☃" (U+2603); write it otherwise',
    ]


def test_a_colour_with_a_channel_twice(path):
    red = PRICE.replace("values", 'channel = "red"\nvalues')
    other = red.replace("price", "prize").replace("价格", "价").replace("milk = 1", "milk = 256")
    assert faults_of(path, HEAD + TEA + MILK + LATTE + red + other) == [
        'property "prize": value of "milk" is 256; a colour channel goes from 0 to 255',
        'several properties have channel "red"; give each its own',
        'no property has channel "green", "blue"; a colour needs all three',
    ]


def test_a_spoilt_id_still_lets_a_slip_elsewhere_be_found(path):
    text = changed('id = "milk"', 'id = "MILK"').replace("tea = 2", "tee = 2")
    assert faults_of(path, text) == [
        'ingredient "MILK": id "MILK"; write small letters, digits and _, a letter first',
        'property "price": unknown ingredient "tee"; did you mean "tea"?',
    ]


def test_a_weight_too_long_to_print_is_told_once(path):
    text = "free_weights = true\n" + changed('"60%"', "99999999")
    assert faults_of(path, text) == [
        'mixture "Latte": a share is 99999999, too long to print: at most 7 characters; '
        "choose smaller numbers or a larger unit"
    ]


def test_the_same_sentence_is_said_only_once(path):
    text = changed("tea = 2", "tee = 2") + PRICE.replace("tea = 2", "tee = 2")
    assert faults_of(path, text) == [
        'property "price": unknown ingredient "tee"; did you mean "tea"?',
        'two properties are called "price" (en); rename one',
        'two properties are called "价格" (zh); rename one',
    ]


def test_a_number_below_zero_is_not_blamed_twice(path):
    assert faults_of(path, changed("tea = 2", "tea = -99999999")) == [
        f'property "price": a number for mixture "Latte" is {MINUS}99999999, too long to print: at '
        "most 5 characters; choose smaller numbers or a larger unit"
    ]
    assert faults_of(path, changed('"60%"', '"-99999999"')) == [
        f'mixture "Latte": share of "milk" is {MINUS}9999999900%; write 0 or more, or '
        "free_weights = true at the top"
    ]
