"""Files that are none, sections that are missing, texts that do not do: one fault each."""

import pytest

from tests.mathcore.faulty import GOOD, HEAD, LATTE, MILK, PAIR, PRICE, TEA, changed, faults_of

EMPTY = "the file is empty; it needs a name, ingredients, mixtures and properties"

FILES = {
    "not TOML": (GOOD + "x = = 1", "line 14: not TOML: invalid value (column 5); correct the line"),
    "unclosed": (
        'name = "',
        "line 1: not TOML: unterminated string (end of the file); correct the line",
    ),
    "not UTF-8": (
        HEAD.encode() + "# é".encode("latin-1"),
        "line 2: not UTF-8 text; save the file as UTF-8",
    ),
    "empty": ("", EMPTY),
    "only comments": ("# tea\n\n", EMPTY),
    "nested": (HEAD + "x = " + "[" * 5000, "nested too deeply; write plain tables"),
    "digits": (
        HEAD + "x = " + "1" * 5000,
        "holds a number with thousands of digits; shorten it",
    ),
}

SECTIONS = {
    "no name": (TEA + MILK + LATTE + PRICE, f"no name; add name = {PAIR}"),
    "no ingredients": (
        HEAD + LATTE + PRICE,
        "no ingredients; add [[ingredients]] above each",
    ),
    "no mixtures": (HEAD + TEA + MILK + PRICE, "no mixtures; add [[mixtures]] above each"),
    "no properties": (HEAD + TEA + MILK + LATTE, "no properties; add [[properties]] above each"),
    "empty list": (
        "mixtures = []\n" + HEAD + TEA + MILK + PRICE,
        "no mixtures; add [[mixtures]] above each",
    ),
    "one table": (
        HEAD + TEA.replace("[[ingredients]]", "[ingredients]") + LATTE + PRICE,
        "ingredients is not a list of tables; write [[ingredients]] above each",
    ),
    "a text": (
        'ingredients = "tea"\n' + HEAD + LATTE + PRICE,
        "ingredients is not a list of tables; write [[ingredients]] above each",
    ),
    "key at the top": (
        changed("[[mixtures]]", "[[mixture]]"),
        'unknown key "mixture"; did you mean "mixtures"?',
    ),
    "free weights": (
        "free_weights = 1\n" + changed('"60%"', "-3"),
        "free_weights is 1; write true or false",
    ),
    "words": ("words = 3\n" + GOOD, "words is 3; write a [words] table"),
    "key in words": (
        f"words.vesel = {PAIR}\n" + GOOD,
        'words: unknown key "vesel"; did you mean "vessel"?',
    ),
    "half a word": (
        "words.vessel = {}\n" + GOOD,
        'words: vessel: no "en" translation; add en = "..."',
    ),
    "too low": (
        changed("values", "free_weights = true\nvalues").replace('"40%"', '"-40%"'),
        'property "price": unknown key "free_weights"; '
        "move it to the top of the file, above the first [[...]]",
    ),
    "meant free": (
        "free_weight = true\n" + changed('"40%"', '"-40%"'),
        'unknown key "free_weight"; did you mean "free_weights"?',
    ),
}
TEXTS = {
    "no language": (
        changed('{ en = "milk", zh = "牛奶" }', "{}"),
        'ingredient "milk": name: no "en" translation; add en = "..."',
    ),
    "language": (
        changed('zh = "拿铁" }', 'zh = "拿铁", fr = "x" }'),
        'mixture "Latte": name: unknown key "fr"; use one of "en", "zh"',
    ),
    "nearly a language": (
        changed('en = "Latte"', 'eng = "Latte"'),
        'mixture "拿铁": name: unknown key "eng"; did you mean "en"?',
    ),
    "empty": (
        changed('"Latte"', '" "'),
        'mixture "拿铁": name: en is empty; write a text',
    ),
    "nearly a language, alone": (
        changed('{ en = "Latte", zh = "拿铁" }', '{ eng = "Latte" }'),
        'mixture 1: name: unknown key "eng"; did you mean "en"?',
    ),
    "empty and alone": (
        changed('{ en = "Latte", zh = "拿铁" }', '" "'),
        "mixture 1: name is empty; write a text",
    ),
    "not a pair": (
        changed('{ en = "Latte", zh = "拿铁" }', "3"),
        f"mixture 1: name is 3; write name = {PAIR}",
    ),
    "not a text": (
        changed('"Latte"', "3"),
        'mixture "拿铁": name: en is 3; write a text in quotes',
    ),
    "two lines": (
        changed('"Latte"', r'"La\ntte"'),
        r'mixture "La\ntte": name: en "La\ntte" has U+000A; write one line of printed characters',
    ),
    "25 Latin": (
        changed("Latte", "L" * 25),
        f'mixture "{"L" * 25}": name: en "{"L" * 25}" is too long: 25 characters wide, '
        "at most 24 (a Chinese character counts 2.4); shorten it",
    ),
    "11 Chinese": (
        changed("拿铁", "拿" * 11),
        f'mixture "Latte": name: zh "{"拿" * 11}" is too long: 26.4 characters wide, '
        "at most 24 (a Chinese character counts 2.4); shorten it",
    ),
    "note": (
        f'note = {{ en = "{"n" * 81}", zh = "注" }}\n' + GOOD,
        f'note: en "{"n" * 35}..." is too long: 81 characters wide, '
        "at most 80 (a Chinese character counts 2.4); shorten it",
    ),
    "unit": (
        changed("values", 'unit = "grams per 100"\nvalues'),
        'property "price": unit "grams per 100" is too long: 13 characters wide, '
        "at most 12 (a Chinese character counts 2.4); shorten it",
    ),
    "unit type": (
        changed("values", "unit = 3\nvalues"),
        f'property "price": unit is 3; write unit = {PAIR}',
    ),
    "short": (
        changed("shares", "short = 3\nshares"),
        f'mixture "Latte": short is 3; write short = {PAIR}',
    ),
}

CASES = {
    f"{group}: {name}": case
    for group, cases in {"file": FILES, "section": SECTIONS, "text": TEXTS}.items()
    for name, case in cases.items()
}


@pytest.mark.parametrize(("text", "fault"), CASES.values(), ids=CASES)
def test_one_fault_says_one_thing(tmp_path, text, fault):
    assert faults_of(tmp_path / "tea.toml", text) == [fault]
