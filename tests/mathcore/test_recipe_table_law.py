"""Whatever recipes a table holds, however it is written, the example made of it holds the same."""

import csv
import io
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore import ExampleError, RecipeBook
from mathcore.recipe_table import open_table, read_table, write_example

TEMPLATE = (Path(__file__).parents[2] / "scenes/example_template.toml").read_text("utf-8")
LETTERS = "abcdefghijklmnopqrstuvwxyz ÄÖé×№"


def in_one(text):
    """A name as it stands in a cell: spaces are one."""
    return " ".join(text.split())


UNITS = st.sampled_from(["g", "% vol", "€ / l", "mg"])


def names(least, most):
    name = st.text(LETTERS, min_size=1, max_size=12).map(lambda text: f"x{text.strip()}")
    return st.lists(name, min_size=least, max_size=most, unique_by=in_one)


@st.composite
def recipes(draw):
    """Ingredients, mixtures with whole percents, and properties with values of one place."""
    ingredients, mixtures = draw(names(1, 8)), draw(names(1, 6))
    properties = draw(names(1, 6))
    columns = []
    for _ in mixtures:
        cuts = draw(st.lists(st.integers(0, 100), min_size=len(ingredients) - 1))
        ends = [0, *sorted(cuts)[: len(ingredients) - 1], 100]
        columns.append([Fraction(b - a, 100) for a, b in pairwise(ends)])
    values = st.lists(
        st.integers(-99, 999).map(lambda n: Fraction(n, 10)),
        min_size=len(ingredients),
        max_size=len(ingredients),
    )
    rows = [draw(values) for _ in properties]
    units = [draw(UNITS) for _ in properties]
    return ingredients, mixtures, columns, properties, units, rows


def decimal(number, comma):
    text = f"{float(number):g}"
    return text.replace(".", ",") if comma else text


WAYS = {
    "percents": lambda share, comma: decimal(share * 100, comma) + "%",
    "hundreds": lambda share, comma: decimal(share * 100, comma),
    "fractions": lambda share, comma: decimal(share, comma),
    "ratios": lambda share, comma: f"{share.numerator}/{share.denominator}",
}


def as_cells(table, ways, comma):
    ingredients, mixtures, columns, properties, units, rows = table
    head = [
        "",
        *mixtures,
        *(f"{name} ({unit})" for name, unit in zip(properties, units, strict=True)),
    ]
    written = [
        (column, "percents" if 1 in column else way)  # a single 1 beside percents may say yes
        for column, way in zip(columns, ways, strict=True)
    ]
    body = [
        [
            name,
            *(WAYS[way](column[k], comma) for column, way in written),
            *(decimal(row[k], comma) for row in rows),
        ]
        for k, name in enumerate(ingredients)
    ]
    return [head, *body]


def check(path, table):
    """The example made of a table file is the one that was drawn."""
    ingredients, mixtures, columns, properties, units, rows = table
    written = path.with_suffix(".toml")
    example = read_table(open_table(path))
    written.write_text(write_example(example, TEMPLATE, "drawn", path.name), encoding="utf-8")
    book = RecipeBook.load(written)
    told = [[each.name["en"] for each in axis] for axis in (book.ingredients, book.mixtures)]
    plain = [[" ".join(name.split()) for name in axis] for axis in (ingredients, mixtures)]
    assert told == plain
    assert [each.unit["zh"] for each in book.properties] == units
    assert len(book.properties) == len(properties)
    assert book.shares.T.tolist() == columns
    assert book.values.tolist() == rows


@settings(max_examples=50)
@given(
    recipes(),
    st.lists(st.sampled_from(sorted(WAYS)), min_size=6, max_size=6),
    st.sampled_from([(",", False), (";", False), (";", True), ("\t", True), (",", True)]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_text_in_any_dialect(tmp_path_factory, table, ways, dialect, encoding, end):
    separator, comma = dialect
    text = io.StringIO()
    cells = as_cells(table, ways[: len(table[1])], comma)
    csv.writer(text, delimiter=separator, lineterminator=end).writerows(cells)
    path = tmp_path_factory.getbasetemp() / "drawn.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    check(path, table)


@settings(max_examples=20)
@given(recipes(), st.booleans())
def test_a_workbook(tmp_path_factory, table, in_percent):
    ingredients, mixtures, columns, properties, units, rows = table
    book = openpyxl.Workbook()
    sheet = book.active
    head = (f"{name} ({unit})" for name, unit in zip(properties, units, strict=True))
    sheet.append(["", *mixtures, *head])
    for k, name in enumerate(ingredients):
        shares = [float(column[k]) for column in columns]
        sheet.append([name, *shares, *(float(row[k]) for row in rows)])
        for cell in sheet[k + 2][1 : len(mixtures) + 1]:
            cell.number_format = "0.0%" if in_percent else "General"
    path = tmp_path_factory.getbasetemp() / "drawn.xlsx"
    book.save(path)
    check(path, table)


@given(st.binary(max_size=200) | st.text('a1%;,\t\n"/.-() ', max_size=80).map(str.encode))
def test_anything_else_is_read_or_refused_in_words(tmp_path_factory, raw):
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(raw)
    said = fault_of(path)
    assert all(line.startswith(f"{path}: ") for line in said.splitlines())


def fault_of(path):
    try:
        read_table(open_table(path))
    except ExampleError as fault:
        return str(fault)
    return ""
