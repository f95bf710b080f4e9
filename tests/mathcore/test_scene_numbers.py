"""The numbers of a scene's own file: read exactly, multiplied, and what is wrong said in words."""

import json
import re
import tempfile
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore import ExampleError, format_number, load_numbers

DAY = '[numbers.today]\nvalues = [[0.7, "1/5", 0.1]]\nrows = [{ en = "today", zh = "今天" }]\n'
CHANGE = """
[numbers.change]
values = [[0.6, 0.4], [0.5, 0.5], [0, 1]]
rows = [{ en = "sun", zh = "晴" }, { en = "cloud", zh = "云" }, { en = "rain", zh = "雨" }]
columns = [{ en = "dry", zh = "干" }, { en = "wet", zh = "湿" }]
units = ["%", "%", { en = "days", zh = "天" }]
hues = [3, 8, 1]
"""
PRODUCT = '[products.then]\nleft = "today"\nright = "change"\n'


def read(text):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scene.toml"
        path.write_text(text, encoding="utf-8")
        return load_numbers(path)


def faults_of(text):
    with pytest.raises(ExampleError) as told:
        read(text)
    return [fault.partition("scene.toml: ")[2] for fault in told.value.faults]


def test_a_product_written_out():
    numbers = read(DAY + CHANGE + PRODUCT)
    product = numbers.products["then"]
    assert [str(step.product) for step in product.trace.entry(0, 0)] == ["21/50", "1/10", "0"]
    assert product.trace.result.tolist() == [[Fraction(52, 100), Fraction(48, 100)]]
    assert [[name["zh"] for name in axis] for axis in (product.rows, product.inner)] == [
        ["今天"],
        ["晴", "云", "雨"],
    ]
    assert [name["en"] for name in product.columns] == ["dry", "wet"]
    assert product.hues == (3, 8, 1)
    assert [unit["en"] for unit in numbers.matrices["change"].units] == ["%", "%", "days"]


def test_a_scene_without_numbers_has_none():
    numbers = read('title = { en = "a", zh = "b" }\n')
    assert (dict(numbers.matrices), dict(numbers.products)) == ({}, {})


def test_names_may_be_left_out():
    numbers = read(
        "[numbers.a]\nvalues = [[1, 2]]\n[numbers.b]\nvalues = [[3], [4]]\n" + chain("ab")
    )
    product = numbers.products["c"]
    assert product.trace.result.tolist() == [[11]]
    assert (product.rows, product.inner, product.columns, product.units, product.hues) == (
        (None,) * 5
    )


def chain(factors):
    return f'[products.c]\nleft = "{factors[0]}"\nright = "{factors[1]}"\n'


def test_what_a_product_makes_is_a_factor_below_it():
    named = '[numbers.a]\nvalues = [[1, 2], [3, 4]]\nunits = ["kg", "m"]\n' + chain("aa")
    again = 'rows = [{ en = "x", zh = "x" }, { en = "y", zh = "y" }]\n'
    numbers = read(named + again + '[products.d]\nleft = "c"\nright = "a"\n')
    cubed = numbers.products["d"]
    assert cubed.trace.left.tolist() == [[7, 10], [15, 22]]
    assert cubed.trace.result.tolist() == [[37, 54], [81, 118]]
    assert [name["en"] for name in cubed.rows] == ["x", "y"]
    assert numbers.products["c"].rows is None
    assert [unit["en"] for unit in cubed.units] == ["kg", "m"]


def test_places_round_before_anything_is_multiplied():
    third = (
        '[numbers.a]\nvalues = [["1/3", "2/3"]]\nplaces = 2\n[numbers.b]\nvalues = [[0.55], [1]]\n'
    )
    again = '[numbers.e]\nvalues = [[10]]\n[products.d]\nleft = "c"\nright = "e"\n'
    numbers = read(third + chain("ab") + "places = 1\n" + again)
    assert numbers.matrices["a"].values.tolist() == [[Fraction(33, 100), Fraction(67, 100)]]
    assert numbers.products["c"].trace.result.tolist() == [[Fraction(8515, 10000)]]
    assert numbers.products["d"].trace.result.tolist() == [[9]]


BAD = {
    "[numbers.a]\nvalues = [[1, 2], [3]]": "values has rows of different lengths; write rows",
    "[numbers.a]\nvalues = [[inf]]": "values, row 1, column 1 is inf; write a finite number",
    '[numbers.a]\nvalues = [["x"]]': 'values, row 1, column 1 is "x", not a number; write 40, 0.4',
    "[numbers.a]\nvalues = 3": "values is 3; write a list of rows",
    "[numbers.a]": r"no values; add values = \[\[1, 0\]",
    '[numbers.a]\nvalues = [["1/3"]]': "column 1, is 1/3, which never ends .* places = 3",
    "[numbers.a]\nvalues = [[12345678]]": "is 12345678: 8 characters, and 7 fit; write shorter",
    "[numbers.a]\nvalues = [[1]]\nplaces = 9": "places is 9; write a whole number from 0 to 6",
    "[numbers.a]\nvalues = [[1]]\nvalue = 2": 'unknown key "value"; did you mean "values"?',
    '[numbers.a]\nvalues = [[1]]\nrows = [{ en = "a" }]': 'rows: 1: no "zh" translation; add zh =',
    "[numbers.a]\nvalues = [[1]]\nrows = []": r"rows is 0 names; write 1: rows = \[{ en = ",
    "[numbers.a]\nvalues = [[1]]\ncolumns = 1": "columns is 1; write 1: columns = ",
    "[numbers.a]\nvalues = [[1]]\nunits = 5": "units is 5; write 1, one for each row",
    '[numbers.a]\nvalues = [[1]]\nunits = ["a", "b"]': "units is 2 units; write 1, one for each",
    "[numbers.a]\nvalues = [[1]]\nhues = [9]": "hues is a list; write 1 whole numbers from 1 to 8",
    "[numbers.a]\nvalues = [[1], [2]]\nhues = [1, 1]": "hues has one of them twice; give each row",
    "[numbers.A]\nvalues = [[1]]": '"A" is no name; use small letters, digits and _',
    "numbers = 1": r"numbers is 1; write a table \[numbers.NAME\] for each",
    "numbers.a = 1": r"\[numbers.a\] is 1; write a table",
    "[products.p]\nleft = 1\nright = 2": "left is 1; name a matrix, or a product above this one",
    '[products.p]\nleft = "a"\nright = "b"': r'left: there is no "a" above; add it under',
    "[products.p]": 'no left; add left = "NAME"',
}


@pytest.mark.parametrize("text", BAD)
def test_what_is_wrong_is_said_with_its_place_and_its_fix(text):
    assert any(re.search(BAD[text], fault) for fault in faults_of(text))


def test_shapes_that_do_not_fit_are_both_named():
    text = DAY + CHANGE + '[products.p]\nleft = "change"\nright = "today"\n'
    assert faults_of(text) == [
        '[products.p]: "change" is 3 × 2, "today" 1 × 3: 2 columns meet 1 rows; '
        "make these two sizes equal"
    ]


def test_inner_names_that_disagree_are_both_named():
    day = DAY + 'columns = [{ en = "sun", zh = "晴" }, { en = "fog", zh = "云" }, '
    text = day + '{ en = "rain", zh = "雨" }]\n' + CHANGE + PRODUCT
    assert faults_of(text) == [
        '[products.then]: column 2 of "today" is called "fog", row 2 of "change" "cloud"; '
        "give both one name, or leave one out"
    ]
    assert read(text.replace("fog", "cloud")).products["then"].inner is not None


def test_too_many_for_the_screen():
    text = f"[numbers.a]\nvalues = {[[1] * 9] * 7}\n[numbers.b]\nvalues = {[[1] * 7] * 9}\n"
    told = faults_of(text + chain("ab"))
    assert [fault.partition(": ")[2].partition(": ")[2] for fault in told] == [
        f"{what}; at most {most} fit on the screen, take some out"
        for what, most in (("7 rows", 6), ("7 columns", 6), ("9 terms", 8))
    ]


def test_a_fault_is_told_once_where_it_is():
    bad = "[numbers.a]\nvalues = [[1, 2], [3]]\n" + chain("aa")
    assert len(faults_of(bad + '[products.d]\nleft = "c"\nright = "a"\n')) == 1
    assert faults_of(DAY + CHANGE + "[products.today]\n") == [
        "[products.today]: [numbers.today] has the same name; rename one of them"
    ]
    assert faults_of("[numbers.a]\nvalues = [[0.0001]]\n" + chain("aa")) == [
        "[products.c]: a term, row 1, column 1, is 0.00000001: 10 characters, and 7 fit; "
        "write shorter numbers, or add places = 2 where it is a factor"
    ]
    assert faults_of(DAY + CHANGE + PRODUCT.replace("today", "tody")) == [
        '[products.then]: left: there is no "tody" above; did you mean "today"?'
    ]


tenths = st.integers(-9, 9).map(lambda number: Fraction(number, 10))


@st.composite
def chains(draw):
    """Draw a row and two square matrices of its size, in tenths."""
    size = draw(st.integers(1, 4))
    rows = st.lists(tenths, min_size=size, max_size=size)
    square = st.lists(rows, min_size=size, max_size=size)
    return [draw(rows)], draw(square), draw(square)


@settings(max_examples=40)
@given(chains())
def test_a_chain_of_products_is_what_fractions_make_of_it(factors):
    text = "".join(
        f"[numbers.m{n}]\nvalues = {json.dumps(shown(m))}\n" for n, m in enumerate(factors)
    )
    first = '[products.p1]\nleft = "m0"\nright = "m1"\n[products.p2]\nleft = "p1"\nright = "m2"\n'
    once = times(factors[0], factors[1])
    twice = times(once, factors[2])
    numbers = read(text + first)
    assert numbers.products["p1"].trace.result.tolist() == once
    assert numbers.products["p2"].trace.result.tolist() == twice
    for entry in numbers.products["p2"].trace.products.flat:
        assert Fraction(format_number(entry).replace("\N{MINUS SIGN}", "-")) == entry


def shown(matrix):
    return [[str(float(entry)) for entry in row] for row in matrix]


def times(left, right):
    """Multiply by the definition, in plain loops."""
    columns = list(zip(*right, strict=True))
    return [
        [sum((a * b for a, b in zip(row, column, strict=True)), Fraction(0)) for column in columns]
        for row in left
    ]
