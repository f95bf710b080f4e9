"""Which rows and columns of a sheet are what: the heading row, the ingredients, a row of totals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import digits

from mathcore.errors import ExampleError
from mathcore.recipe_file.ingredients import MOST_INGREDIENTS
from mathcore.recipe_file.tables import Inspection, show
from mathcore.recipe_table.cells import Cell, Sheet
from mathcore.recipe_table.columns import Column, judge
from mathcore.recipe_table.headings import is_total, read_heading

SHAPE = (
    "write a row of names, with the mixtures and properties, and below it a row an ingredient, "
    "its name first"
)

Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Layout:
    """The row of headings, the rows of ingredients, and what was left out."""

    headings: Row
    rows: tuple[Row, ...]
    said: tuple[str, ...]


def lay_out(inspection: Inspection, sheet: Sheet) -> Layout:
    """Tell the rows apart.

    Raises
    ------
    ExampleError
        If there are none, or too many to be looked at.
    """
    written = [row for row in sheet.rows if any(cell.text for cell in row)]
    written, said = _from_names_on(written)
    headings, rows = (written[0], written[1:]) if written else ((), [])
    if rows and is_total(rows[-1][0].text):
        last = rows.pop()[0]
        said += (f"row {last.row}, {show(last.text)}, is left out",)
    if not rows or len(headings) < 2:
        raise ExampleError([f"{sheet.path}: holds no recipes; {SHAPE}"])
    if len(rows) > MOST_INGREDIENTS:
        place = rows[MOST_INGREDIENTS][0].place
        what = f"{len(rows)} ingredients; at most {MOST_INGREDIENTS} fit on the screen"
        raise ExampleError([f"{sheet.path}: {place}: {what}, take some out"])
    if all(cell.number is not None for cell in headings[1:] if cell.text):
        inspection.fault(headings[1].place, f"row {headings[1].row} names no column; {SHAPE}")
    for row in rows:
        if not row[0].text:
            inspection.fault(row[0].place, "is empty; name the ingredient of this row")
    return Layout(headings, tuple(rows), said)


def _from_names_on(written: list[Row]) -> tuple[list[Row], tuple[str, ...]]:
    """Leave out what stands left of the names: columns that are empty, and one of row numbers."""
    while written and len(written[0]) > 2 and not any(row[0].text for row in written):
        written = [row[1:] for row in written]
    if len(written) > 1 and len(written[0]) > 2 and _are_numbered(written[1:]):
        letter = written[0][0].place.rstrip(digits)
        said = f"column {letter} numbers the rows, and is left out"
        return [row[1:] for row in written], (said,)
    return written, ()


def _are_numbered(rows: list[Row]) -> bool:
    """Tell whether words stand behind the numbers 0, 1, 2, … or 1, 2, 3, …; a total needs none."""
    counted = rows if rows[-1][0].text or len(rows) < 2 else rows[:-1]
    are_words = all(row[1].text and row[1].number is None and not row[1].fault for row in rows)
    numbers = [row[0].number for row in counted]
    return are_words and any(
        numbers == list(range(start, start + len(counted))) for start in (0, 1)
    )


def columns_of(inspection: Inspection, layout: Layout) -> list[Column]:
    """Judge each column by itself; those that cannot be read are left out, after their faults."""
    return list(_columns(inspection, layout))


def _columns(inspection: Inspection, layout: Layout) -> Iterator[Column]:
    for j, cell in enumerate(layout.headings[1:], 1):
        cells = [row[j] for row in layout.rows]
        if not cell.text and all(each.is_empty for each in cells):
            continue
        if not cell.text:
            inspection.fault(cell.place, "is empty; name the mixture or the property below it")
            continue
        column = judge(inspection, cell.place, read_heading(cell.text), cells)
        if column:
            yield column
