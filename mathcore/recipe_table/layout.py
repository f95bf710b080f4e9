"""Which rows and columns of a sheet are what: the heading row, the ingredients, a row of totals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mathcore.errors import ExampleError
from mathcore.recipe_file.ingredients import MOST_INGREDIENTS
from mathcore.recipe_file.tables import Inspection, show
from mathcore.recipe_table.cells import Cell, Sheet
from mathcore.recipe_table.columns import Column, judge
from mathcore.recipe_table.headings import read_heading
from mathcore.recipe_table.words import TOTALS

SHAPE = (
    "write a row of names, with the mixtures and properties, and below it a row an ingredient, "
    "its name first"
)


@dataclass(frozen=True)
class Layout:
    """The row of headings, the rows of ingredients, and what was left out."""

    headings: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    said: tuple[str, ...]


def lay_out(inspection: Inspection, sheet: Sheet) -> Layout:
    """Tell the rows apart.

    Raises
    ------
    ExampleError
        If there are none, or too many to be looked at.
    """
    written = [row for row in sheet.rows if any(cell.text for cell in row)]
    headings, rows = (written[0], written[1:]) if written else ((), [])
    said: tuple[str, ...] = ()
    if rows and _is_total(rows[-1][0]):
        last = rows.pop()[0]
        said = (f"row {last.row}, {show(last.text)}, is left out",)
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


def _is_total(cell: Cell) -> bool:
    return cell.text.casefold().rstrip(" :：") in TOTALS
