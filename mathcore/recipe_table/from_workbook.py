"""The cells of a workbook: its numbers are floats, and what they stand for is exact."""

from __future__ import annotations

from fractions import Fraction
from itertools import count

from mathcore.numerals import never_ends
from mathcore.readers.workbook import Entry, WorkbookSheet
from mathcore.recipe_file.tables import show
from mathcore.recipe_table.cells import Cell, Sheet, address, read_cell

DIGITS = 15
"""Of a number, a spreadsheet keeps so many."""
LARGEST_DENOMINATOR = 1000
"""Of a fraction that a formula such as ``=1/3`` left."""
LARGEST = 10**DIGITS


def sheet_of_workbook(path: str, found: WorkbookSheet) -> Sheet:
    """Make a sheet of what a workbook holds; texts in it are read as they are anywhere."""
    rows = tuple(
        tuple(_cell(address(i, j), entry) for j, entry in enumerate(row))
        for i, row in enumerate(found.rows)
    )
    others = ", ".join(show(title) for title in found.others)
    said = f"the sheet {show(found.title)} is read, and not {others}" if others else ""
    return Sheet(path, rows, (said,) if said else ())


def exactly(number: float) -> Fraction:
    """Give what a spreadsheet's number stands for: its 15 digits, or a fraction that has them.

    Examples
    --------
    >>> exactly(0.1 + 0.2), exactly(1 / 3), exactly(0.333)
    (Fraction(3, 10), Fraction(1, 3), Fraction(333, 1000))
    """
    digits = Fraction(f"{number:.{DIGITS}g}")
    simple = Fraction(number).limit_denominator(LARGEST_DENOMINATOR)
    return simple if f"{float(simple):.{DIGITS}g}" == f"{number:.{DIGITS}g}" else digits


def _cell(place: str, entry: Entry) -> Cell:
    if entry.fault:
        return Cell(place, "?", fault=entry.fault)
    if isinstance(entry.value, str) or entry.value is None:
        return read_cell(place, entry.value or "", comma=False)
    if abs(entry.value) >= LARGEST:
        return Cell(place, str(entry.value), fault=f"is {entry.value:g}; write a smaller number")
    number = exactly(entry.value)
    written = number * 100 if entry.percent else number
    places = _places(written)
    text = f"{float(written):.{DIGITS}g}" + "%" * entry.percent
    return Cell(place, text, number, entry.percent, places)


def _places(number: Fraction) -> int | None:
    """Count the decimals of a number; None if they never end."""
    if never_ends(number):
        return None
    return next(places for places in count() if (number * 10**places).denominator == 1)
