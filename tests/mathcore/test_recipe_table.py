"""A table of recipes is understood by rules that are said; what they cannot decide is refused."""

from fractions import Fraction
from pathlib import Path

import pytest

from mathcore import ExampleError, RecipeBook
from mathcore.recipe_table import open_table, write_example
from tests.mathcore.tables import GOOD, changed, faults_of, read

TEMPLATE = (Path(__file__).parents[2] / "scenes/example_template.toml").read_text("utf-8")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "tea.csv"


def mixture(path, heading, *cells):
    """The shares of one mixture, and what is said of it."""
    text = f";{heading};Salt (g)\n" + "".join(f"i{n};{cell};{n}\n" for n, cell in enumerate(cells))
    table = read(path, text)
    return list(table.mixtures[0].numbers), table.said[0]


def test_a_table_is_an_example(path, tmp_path):
    table = read(path, GOOD)
    written = tmp_path / "tea.toml"
    written.write_text(write_example(table, TEMPLATE, "green_tea", "tea.csv"), encoding="utf-8")
    book = RecipeBook.load(written)
    assert book.name["en"] == "Green tea"
    assert [each.id for each in book.ingredients] == ["black_tea", "milk", "syrup"]
    assert [each.name["zh"] for each in book.mixtures] == ["Latte", "Chai"]
    assert [(each.name["en"], each.unit) for each in book.properties] == [
        ("Sugar", {"en": "g", "zh": "g"}),
        ("Price", None),
    ]
    assert book.shares.tolist() == [
        [Fraction(2, 5), Fraction(4, 7)],
        [Fraction(3, 5), Fraction(2, 7)],
        [Fraction(0), Fraction(1, 7)],
    ]
    assert book.values.tolist() == [
        [Fraction(0), Fraction(24, 5), Fraction(-80)],
        [Fraction(6, 5), Fraction(4, 5), Fraction(1, 3)],
    ]
    # 4 g of 100 are 0.4 · 0 + 0.6 · 4.8 + 0 · (-80)
    assert (book.values @ book.shares)[0, 0] == Fraction(288, 100)
    assert written.read_text("utf-8").count("#") > 20
    assert table.said == (
        '1 mixture (percents): "Latte" (B)',
        '1 mixture (parts, each taken of their sum): "Chai" (C)',
        '2 properties: "Sugar" (D, g), "Price" (E)',
    )


@pytest.mark.parametrize(
    ("heading", "cells", "shares", "said"),
    [
        ("A", ["20%", "80 %"], [Fraction(1, 5), Fraction(4, 5)], "(percents)"),
        ("A", ["20", "80"], [Fraction(1, 5), Fraction(4, 5)], "(percents)"),
        ("A (%)", ["1", "99"], [Fraction(1, 100), Fraction(99, 100)], "(percents)"),
        ("A %", ["12,5", "87,5"], [Fraction(1, 8), Fraction(7, 8)], "(percents)"),
        ("A", ["0,2", "0,8"], [Fraction(1, 5), Fraction(4, 5)], "(fractions)"),
        ("A", ["1/3", "2/3"], [Fraction(1, 3), Fraction(2, 3)], "(fractions)"),
        (
            "A",
            ["1/3", "50%", "1/6"],
            [Fraction(1, 3), Fraction(1, 2), Fraction(1, 6)],
            "(percents)",
        ),
        ("A", ["33,3%"] * 3, [Fraction(1, 3)] * 3, "rounded to 99.9 %; each is taken"),
        ("A", ["33%"] * 3, [Fraction(1, 3)] * 3, "rounded to 99 %; each is taken"),
        ("A", ["33,3"] * 3, [Fraction(1, 3)] * 3, "rounded to 99.9 %"),
        ("A", ["0,33"] * 3, [Fraction(1, 3)] * 3, "rounded to 99 %"),
        (
            "A (parts)",
            ["2", "1"],
            [Fraction(2, 3), Fraction(1, 3)],
            "(parts, each taken of their sum)",
        ),
        ("A", ["100%", "-"], [Fraction(1), Fraction(0)], "(percents)"),
        ("A (strong)", ["40%", "60%"], [Fraction(2, 5), Fraction(3, 5)], "(percents)"),
    ],
)
def test_a_mixture_may_be_written_in_many_ways(path, heading, cells, shares, said):
    numbers, told = mixture(path, heading, *cells)
    assert numbers == shares
    assert said in told


def test_weights_below_zero_are_free_and_that_is_said(path, tmp_path):
    table = read(path, ";Safe;Bold;Gain (%)\nstocks;20%;150%;7\ncash;80%;-50%;3\n")
    assert table.said[1] == "a share lies below zero, so weights may be any numbers (free_weights)"
    written = tmp_path / "tea.toml"
    written.write_text(write_example(table, TEMPLATE, "money", "tea.csv"), encoding="utf-8")
    book = RecipeBook.load(written)
    assert book.free_weights
    assert (book.values @ book.shares).tolist() == [[Fraction(38, 10), Fraction(9)]]


def test_a_property_may_be_in_percent_and_stand_left_if_it_has_a_unit(path):
    table = read(path, "x,Price ($),A,B,Fat\ntea,1.50,40%,0,5%\nmilk,2,60%,100,3.5 %\n")
    assert [each.name for each in table.mixtures] == ["A", "B"]
    assert [(each.name, each.unit) for each in table.properties] == [("Price", "$"), ("Fat", "%")]
    assert table.properties[1].numbers == (5, Fraction(7, 2))


def test_what_is_no_recipe_is_left_out_and_that_is_said(path):
    lines = ["# from the bar", "", ";A;;Salt (g);Notes;", "tea;100%;;1;good;", "Total;100%;;;;"]
    table = read(path, "\r\n".join(lines).replace(";", "\t").encode("utf-16"))
    assert table.ingredients == ("tea",)
    assert table.said == (
        'row 5, "Total", is left out',
        '1 mixture (percents): "A" (B)',
        '1 property: "Salt" (D, g)',
        'left out, as they hold words: "Notes" (E)',
    )


REFUSED = {
    "a slip": (
        changed("60%", "55%"),
        'B1: "Latte" sums to 95 %; if it is a mixture, make that 100 %, or call it '
        '"Latte (parts)"; '
        'if it is a property, give it a unit, as in "Latte (g)"',
    ),
    "parts without a word": (
        ";Gin fizz;Price (€)\ngin;40;1\nsoda;20;1\n",
        'B1: no column sums to 100 % or 1, "Gin fizz" sums to 60; '
        'if it is a mixture in parts, call it "Gin fizz (parts)"',
    ),
    "parts left of a mixture": (
        ";Fizz;Sour;Price (€)\ngin;40;50%;1\nsoda;20;50%;1\n",
        'B1: "Fizz" sums to 60, and stands left of a mixture; if it is a mixture in parts, call it '
        '"Fizz (parts)"; if it is a property, give it a unit, as in "Fizz (g)"',
    ),
    "a property like a mixture": (
        ";A;Salt (g);Price\ntea;40%;1;70\nmilk;60%;1;30\n",
        'D1: "Price" sums to 100 %, as a mixture does, and stands right of "Salt", a property; '
        'move it left if it is a mixture; if it is a property, give it a unit, as in "Price (g)"',
    ),
    "a slip below zero": (
        ";A;Salt (g)\ntea;150,0;1\nice;-50,2;1\n",
        'B1: "A" sums to 99.8 %; if it is a mixture, make that 100 %',
    ),
    "yes or no": (
        ";A;Vegan;Salt (g)\ntea;40%;1;1\nmilk;60%;0;1\n",
        'C1: "Vegan" is a single 1 beside percents; if it is a mixture, write 100%; if it is a '
        'property, give it a unit, as in "Vegan (g)"',
    ),
    "a mark and no number": (";Fat (%)\n;x\n", "A2: is empty; name the ingredient of this row"),
    "turned": (
        ";tea;milk\nLatte;40%;60%\nChai;70%;30%\n",
        "the rows sum to 100 %, not the columns; make the ingredients the rows",
    ),
    "no mixture": (
        ";Salt (g)\ntea;1\n",
        'no column sums to 100 % or 1; add a mixture, or call one in parts "Mojito (parts)"',
    ),
    "no property": (
        ";A\ntea;100%\n",
        'no column is left for a property; add one right of the mixtures, as in "Price (€)"',
    ),
    "a unit in the cell": (
        changed("4,8", "4,8 g"),
        'D3: is "4,8 g", no number; write 40, 0.4 or 1/3; a unit belongs to the heading, as in '
        '"Sugar (g)"',
    ),
    "a footnote": (changed("4,8", "12¹"), 'D3: is "12¹": "¹" (superscript one) is no digit'),
    "thousands": (
        changed("4,8", "1.234"),
        'D3: is "1.234", of thousands or of decimals? Write 1234 or 1,2340',
    ),
    "by zero": (changed("1/3", "1/0"), 'E4: is "1/0", which divides by zero; write another number'),
    "digits": (changed("1/3", "1" * 90), "E4: is "),
    "an empty value": (
        changed("4,8", ""),
        "D3: is empty; a property has a value in every row: write one, 0 if there is none",
    ),
    "a number among percents": (
        changed("60%", "70"),
        'B3: is "70" among percents; write 70%',
    ),
    "a percent in grams": (
        changed("4,8", "5%"),
        'D1: the unit is "g", and the numbers are percents; correct one',
    ),
    "parts of nothing": (
        GOOD.replace("%;40;", "%;0;").replace("%;20;", "%;0;").replace(";10;", ";0;"),
        'C1: "Chai (parts)" is in parts; write numbers above zero, without a percent sign',
    ),
    "no name above": (changed("Price", ""), "E1: is empty; name the mixture or the property below"),
    "no ingredient": (changed("Milk", ""), "A3: is empty; name the ingredient of this row"),
    "numbers above": (
        "1;2;3\ntea;40%;1\nmilk;60%;1\n",
        "B1: row 1 names no column; write a row of names",
    ),
    "a long name": (changed("Milk", "M" * 30), f'A3: name "{"M" * 30}" is too long: 30 characters'),
    "a long unit": (changed("(g)", "(grams per 100)"), 'D1: unit "grams per 100" is too long: 13'),
    "twice": (changed("Milk", "Black tea"), 'two ingredients are called "Black tea" (en)'),
    "mixtures": (
        ";" + ";".join(f"M{n}" for n in range(7)) + ";Salt (g)\ntea" + ";100%" * 7 + ";1\n",
        "H1: 7 mixtures; at most 6 fit on the screen, take some out",
    ),
    "ingredients": (
        ";A;Salt (g)\n" + "".join(f"i{n};10%;1\n" for n in range(10)),
        "A10: 10 ingredients; at most 8 fit on the screen, take some out",
    ),
    "nothing": ("", "has no columns; separate them with commas, semicolons or tabs"),
    "a heading": (";A;B\n", "holds no recipes; write a row of names, with the mixtures"),
    "words": ("tea with milk\n", "has no columns; separate them with commas, semicolons or tabs"),
    "not our letters": (
        ";A;Salt (g)\nCr\xe8me;100%;1\n".encode("latin-1"),
        "A2: is not UTF-8 text; save it as CSV UTF-8",
    ),
    "a workbook": (b"PK\x03\x04", "is a workbook or an archive; save it as CSV"),
}


@pytest.mark.parametrize(("text", "fault"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_decided_is_refused_with_its_cell(path, text, fault):
    assert faults_of(path, text)[0].startswith(fault)


def test_all_faults_of_a_table_come_at_once(path):
    text = ";A;Salt (g)\n;40%;x\nmilk;55%;\n"
    places = [fault.partition(":")[0] for fault in faults_of(path, text)]
    assert places == ["A2", "B1", "C2"]


def test_no_other_file_is_taken_for_a_table(tmp_path):
    for name, fault in (
        ("tea.ods", "is of the kind .ods; save it as .xlsx or CSV"),
        ("tea.toml", "is no table; what is an example already is shown with --example"),
        ("nothing.csv", "no such file; check the name and the folder"),
        ("folder.csv", "is a folder; name a table in it"),
        (f"{'x' * 300}.csv", "check where it leads, and its permissions"),
    ):
        place = tmp_path / name
        if name.startswith("folder"):
            place.mkdir()
        with pytest.raises(ExampleError) as caught:
            open_table(place)
        assert str(caught.value).endswith(fault)
