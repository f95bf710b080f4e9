"""Ingredients, mixtures and properties with one fault each, and what is then said."""

import pytest

from tests.mathcore.faulty import GOOD, MINUS, changed, faults_of

TOO_MANY_DIGITS = "write it with at most 30 digits"
CHANNEL = 'channel = "red"\nvalues'

INGREDIENTS = {
    "key": (
        changed('id = "milk"', 'id = "milk"\nheu = 2'),
        'ingredient "milk": unknown key "heu"; did you mean "hue"?',
    ),
    "far key": (
        changed('id = "milk"', 'id = "milk"\nxyz = 2'),
        'ingredient "milk": unknown key "xyz"; use one of "id", "name", "hue", "bottle"',
    ),
    "duplicate id": (
        changed('id = "milk"', 'id = "tea"'),
        'ingredient "tea": 2 ingredients have this id; rename one',
    ),
    "capital": (
        changed('id = "milk"', 'id = "Milk"'),
        'ingredient "Milk": id "Milk"; write small letters, digits and _, a letter first',
    ),
    "id type": (
        changed('id = "milk"', "id = 3"),
        'ingredient 2: id is 3; write a word in quotes, as in id = "gin"',
    ),
    "no id": (changed('id = "milk"\n', ""), 'ingredient 2: no id; add id = "gin"'),
    "hue": (
        changed('id = "milk"', 'id = "milk"\nhue = 9'),
        'ingredient "milk": hue is 9; give a whole number from 1 to 8, or leave it out',
    ),
    "hue 0": (
        changed('id = "milk"', 'id = "milk"\nhue = 0'),
        'ingredient "milk": hue is 0; give a whole number from 1 to 8, or leave it out',
    ),
    "hue type": (
        changed('id = "milk"', 'id = "milk"\nhue = true'),
        'ingredient "milk": hue is true; give a whole number from 1 to 8, or leave it out',
    ),
    "hue twice": (
        GOOD.replace("[[ingredients]]\n", "[[ingredients]]\nhue = 3\n"),
        'ingredient "tea", ingredient "milk" have the same hue 3; give each its own',
    ),
    "bottle": (
        changed('id = "milk"', 'id = "milk"\nbottle = "sqare"'),
        'ingredient "milk": unknown bottle "sqare"; did you mean "square"?',
    ),
    "bottle type": (
        changed('id = "milk"', 'id = "milk"\nbottle = 3'),
        'ingredient "milk": unknown bottle 3; use one of "square", "round", "carafe", "contour", '
        '"jar", "tube", "carton", "tile"',
    ),
}


def share(written, said):
    return changed('"40%"', written), f'mixture "Latte": share of "tea" is {said}'


def shares(tea, milk, said):
    text = changed('tea = "40%", milk = "60%"', f"tea = {tea}, milk = {milk}")
    return text, f'mixture "Latte": {said}'.replace(" %", "%")


NO_SHARE = 'not a share; write "20%", 0.2 or "1/5"'

MIXTURES = {
    "key": (
        changed("shares", "share"),
        'mixture "Latte": unknown key "share"; did you mean "shares"?',
    ),
    "no shares": (
        changed('shares = { tea = "40%", milk = "60%" }\n', ""),
        'mixture "Latte": no shares; add shares = { tea = ... }',
    ),
    "shares type": (
        changed('{ tea = "40%", milk = "60%" }', '"40%"'),
        'mixture "Latte": shares is "40%"; write shares = { ... }, a number per ingredient',
    ),
    "unknown": (
        changed('milk = "60%"', 'mlik = "60%"'),
        'mixture "Latte": unknown ingredient "mlik"; did you mean "milk"?',
    ),
    "unknown far": (
        changed('milk = "60%"', 'rum = "60%"'),
        'mixture "Latte": unknown ingredient "rum"; use one of "tea", "milk"',
    ),
    "too little": shares('"40%"', '"55%"', "shares sum to 95 %, not 100 %; add the missing 5 %"),
    "too much": shares("0.4", "0.625", "shares sum to 102.5 %, not 100 %; take 2.5 % out"),
    "thirds": shares(
        '"1/3"', '"1/3"', "shares sum to 66.667 %, not 100 %; add the missing 33.333 %"
    ),
    "by a hair": shares(
        '"1/3"',
        '"6666667/10000000"',
        "shares sum to 30000001/300000 %, not 100 %; take 1/300000 % out",
    ),
    "no signs": shares(
        "40",
        "60",
        'shares sum to 10000 %, not 100 %; write percentages with their sign, as in "20%"',
    ),
    "none": (
        changed('{ tea = "40%", milk = "60%" }', "{}"),
        'mixture "Latte": shares sum to 0%, not 100%; add the missing 100%',
    ),
    "negative": shares(
        "1.2",
        "-0.2",
        f'share of "milk" is {MINUS}20 %; write 0 or more, or free_weights = true at the top',
    ),
    "words": share('"20 percent"', f'"20 percent", {NO_SHARE}'),
    "comma": share('"12,5%"', f'"12,5%", {NO_SHARE}'),
    "by zero": share('"1/0"', '"1/0", which divides by zero; write another number'),
    "nan": share("nan", "nan; write a finite number"),
    "inf": share("-inf", "-inf; write a finite number"),
    "boolean": share("true", f"true, {NO_SHARE}"),
    "list": share("[1]", f"a list, {NO_SHARE}"),
    "table": share("{ a = 1 }", f"a table, {NO_SHARE}"),
    "date": share("2020-01-31", f"2020-01-31, {NO_SHARE}"),
    "free": (
        "free_weights = true\n" + changed('"60%"', "12345678"),
        'mixture "Latte": a share is 12345678, too long to print: at most 7 characters; '
        "choose smaller numbers or a larger unit",
    ),
}


def value(written, said):
    return changed("milk = 1", f"milk = {written}"), f'property "price": value of "milk" is {said}'


PROPERTIES = {
    "key": (
        changed("values", "vlaues"),
        'property "price": unknown key "vlaues"; did you mean "values"?',
    ),
    "missing": (
        changed(", milk = 1", ""),
        'property "price": no value for "milk"; give one, 0 if it has none',
    ),
    "values type": (
        changed("{ tea = 2, milk = 1 }", "[2, 1]"),
        'property "price": values is a list; write values = { ... }, a number per ingredient',
    ),
    "percent": value('"5%"', '"5%", not a number; write 40, 0.4 or "1/3"'),
    "boolean": value("false", 'false, not a number; write 40, 0.4 or "1/3"'),
    "nan": value("nan", "nan; write a finite number"),
    "huge": value("0x" + "f" * 5000, f"a huge number; {TOO_MANY_DIGITS}"),
    "large exponent": value("1e999999999", f"1e+999999999; {TOO_MANY_DIGITS}"),
    "small exponent": value("1e-999999999", f"1e-999999999; {TOO_MANY_DIGITS}"),
    "wild exponent": value("1e" + "9" * 30, "inf; write a finite number"),
    "many digits": value(f'"{"1" * 31}"', f'"{"1" * 31}"; {TOO_MANY_DIGITS}'),
    "too large": (
        changed("milk = 1", "milk = 123456789"),
        'property "price": a number for mixture "Latte" is 123456789, too long to print: '
        "at most 5 characters; choose smaller numbers or a larger unit",
    ),
    "channel": (
        changed("values", 'channel = "rde"\nvalues'),
        'property "price": unknown channel "rde"; did you mean "red"?',
    ),
    "lonely channel": (
        changed("values", CHANNEL),
        'no property has channel "green", "blue"; a colour needs all three',
    ),
}

CASES = {
    f"{group}: {name}": case
    for group, cases in {
        "ingredient": INGREDIENTS,
        "mixture": MIXTURES,
        "property": PROPERTIES,
    }.items()
    for name, case in cases.items()
}


@pytest.mark.parametrize(("text", "fault"), CASES.values(), ids=CASES)
def test_one_fault_says_one_thing(tmp_path, text, fault):
    assert faults_of(tmp_path / "tea.toml", text) == [fault]
