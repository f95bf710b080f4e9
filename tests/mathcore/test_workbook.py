"""A workbook shows what its cells show: percents, fractions, text; what is none of it is said."""

import datetime
import sys
import zipfile
from fractions import Fraction
from functools import partial

import openpyxl
import pytest

from mathcore import ExampleError
from mathcore.readers import workbook
from mathcore.recipe_table import open_table, read_table


@pytest.fixture
def path(tmp_path):
    return tmp_path / "tea.xlsx"


def save(path, *rows, title="Recipes"):
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    book.save(path)
    return book


def faults_of(path):
    with pytest.raises(ExampleError) as caught:
        read_table(open_table(path))
    return [fault.removeprefix(f"{path}: ") for fault in caught.value.faults]


def with_part(path, name, change):
    """Write a workbook again with one part changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    parts[name] = change(parts.get(name, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, data in parts.items():
            archive.writestr(each, data)


def test_percents_of_a_spreadsheet_are_percents(path):
    book = save(path, ["", "A", "B", "C", "Salt"], ["tea", 0.2, 1 / 3, "33,3%", 1234.5])
    sheet = book.active
    for row in (["milk", 0.8, 1 / 3, "33.3 %", 2], ["ice", None, 1 / 3, "33,3%", 0.1 + 0.2]):
        sheet.append(row)
    for row in (2, 3):
        sheet.cell(row, 2).number_format = "0%"
        sheet.cell(row, 5).number_format = '#,##0.00" %"'  # which is shown, and does not count
    book.create_sheet("Old")
    book.save(path)
    table = read_table(open_table(path))
    assert [list(each.numbers) for each in table.mixtures] == [
        [Fraction(1, 5), Fraction(4, 5), 0],
        [Fraction(1, 3)] * 3,
        [Fraction(1, 3)] * 3,
    ]
    assert table.properties[0].numbers == (Fraction(2469, 2), 2, Fraction(3, 10))
    assert table.properties[0].unit == ""
    assert table.said[0] == 'the sheet "Recipes" is read, and not "Old"'
    assert '(percents): "A" (B)' in table.said[1]
    assert '(fractions): "B" (C)' in table.said[2]


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        (
            datetime.date(2026, 3, 1),
            'B2: is a date, "2026-03-01 00:00:00"; a spreadsheet takes 1/3',
        ),
        ("=1/3", "B2: is a formula without its value; open the file in a spreadsheet"),
        ("#DIV/0!", 'B2: is "#DIV/0!", an error; mend the formula'),
        (1e20, "B2: is 1e+20; write a smaller number"),
        (True, 'B2: is "True", no number; write 40'),
    ],
)
def test_what_is_no_number_is_refused_with_its_cell(path, value, fault):
    save(path, ["", "A (%)", "Salt (g)"], ["tea", value, 1], ["milk", 1, 1])
    assert faults_of(path)[0].startswith(fault)


def test_too_much_is_refused(path, monkeypatch):
    save(path, *([n] for n in range(300)))
    assert faults_of(path) == [
        "has a sheet of more than 200 rows and 60 columns; save the recipes alone"
    ]
    save(path, range(100))
    assert "more than 200 rows" in faults_of(path)[0]
    save(path, ["", "A"])
    monkeypatch.setattr(workbook, "MOST_OF_A_PART", 100)
    assert faults_of(path) == ["unpacks to more than 100 bytes; save the sheet of recipes alone"]


def test_entities_are_refused_in_any_encoding(path):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    for encoding in ("utf-8", "utf-16"):
        save(path, ["", "A"])
        with_part(path, "xl/sharedStrings.xml", partial(bytes.__add__, bomb.encode(encoding)))
        assert faults_of(path) == ["declares entities, as no spreadsheet does; save it anew"]


def test_what_is_damaged_or_hidden_is_refused(path):
    save(path, ["", "A"])
    whole = path.read_bytes()
    damaged = "is damaged, or no workbook; save it anew as .xlsx, or as CSV"
    for raw in (b"", b"PK\x03\x04", whole[: len(whole) // 2], b"<html></html>"):
        path.write_bytes(raw)
        assert faults_of(path) == [damaged]
    path.write_bytes(whole)
    with_part(path, "xl/worksheets/sheet1.xml", lambda raw: raw[: len(raw) // 2])
    assert faults_of(path) == [damaged]
    path.write_bytes(whole)
    hidden = lambda raw: raw.replace(b'state="visible"', b'state="hidden"')  # noqa: E731
    with_part(path, "xl/workbook.xml", hidden)
    assert faults_of(path) == ["has no sheet to be seen; save the one with the recipes"]


def test_where_the_library_is_missing_it_is_named(path, monkeypatch):
    save(path, ["", "A"])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert faults_of(path) == ["needs the library openpyxl: .venv/bin/pip install -e '.[tables]'"]
