"""The first sheet of a workbook, ``.xlsx``: what its cells show.

No formula is run and no link followed.  The library, openpyxl, unpacks and builds whatever a file
says, so that is looked at before.
"""

from __future__ import annotations

import io
import os
import re
import warnings
import zipfile
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from mathcore.readers.extras import TABLES, require
from mathcore.recipe_file.bounded import read_bounded
from mathcore.recipe_file.tables import show

MOST_BYTES, MOST_OF_A_PART, MOST_UNPACKED = 10_000_000, 4_000_000, 20_000_000
MOST_ROWS, MOST_COLUMNS = 200, 60
"""Of the sheet; an example takes less than a tenth of it."""
DAMAGED = "is damaged, or no workbook; save it anew as .xlsx, or as CSV"
DECLARATION = re.compile(rb"<!(DOCTYPE|ENTITY)")
AS_IT_IS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
"""What a number format shows and does not obey."""


@dataclass(frozen=True)
class Entry:
    """What a cell holds: a text, a number or nothing; `fault` says why it is none of them."""

    value: str | int | float | None = None
    percent: bool = False
    fault: str = ""


EMPTY = Entry()
Rows = tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True)
class WorkbookSheet:
    """The rows of a sheet, its title, and the titles of the other ones."""

    rows: Rows
    title: str
    others: tuple[str, ...]


def read_workbook(path: str | os.PathLike[str]) -> WorkbookSheet:
    """Read the first sheet of a workbook that is not hidden.

    Raises
    ------
    ValueError
        If it is none, has too much in it, or the library is not there; the message goes on from
        its name.
    OSError
        If it cannot be read.
    """
    library = require("openpyxl", TABLES)
    raw = read_bounded(path, MOST_BYTES)
    try:
        excess = _excess(raw)
        sheet = None if excess else _read(library, raw)
    except Exception:  # the library's, the parser's and the archive's own, of many kinds
        raise ValueError(DAMAGED) from None
    if sheet is None:
        raise ValueError(excess or "has no sheet to be seen; save the one with the recipes")
    if len(sheet.rows) > MOST_ROWS or max(map(len, sheet.rows), default=0) > MOST_COLUMNS:
        most = f"{MOST_ROWS} rows and {MOST_COLUMNS} columns"
        raise ValueError(f"has a sheet of more than {most}; save the recipes alone")
    return sheet


def _excess(raw: bytes) -> str:
    """Say what an archive has that no workbook needs: parts without end, or entities."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = [each for each in archive.infolist() if each.filename.endswith((".xml", ".rels"))]
        sizes = [each.file_size for each in parts]
        if max(sizes, default=0) > MOST_OF_A_PART or sum(sizes) > MOST_UNPACKED:
            return f"unpacks to more than {MOST_OF_A_PART:,} bytes; save the sheet of recipes alone"
        for part in parts:
            text = archive.read(part).replace(b"\0", b"")  # in two bytes a character as well
            if DECLARATION.search(text):
                return "declares entities, as no spreadsheet does; save it anew"
    return ""


def _read(library: Any, raw: bytes) -> WorkbookSheet | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        shown, title, others = _cells(library, raw, values=True)
        written, _, _ = _cells(library, raw, values=False)
    if not title:
        return None
    rows = [
        [_entry(cell, source) for cell, source in zip(row, sources, strict=True)]
        for row, sources in zip(shown, written, strict=True)
    ]
    return WorkbookSheet(_trimmed(rows), title, others)


def _trimmed(rows: list[list[Entry]]) -> Rows:
    """Leave out what is empty below the last row and right of the last column."""
    filled = [
        (i, j) for i, row in enumerate(rows, 1) for j, each in enumerate(row, 1) if each != EMPTY
    ]
    height, width = (max((place[axis] for place in filled), default=0) for axis in (0, 1))
    return tuple(tuple(row[:width]) for row in rows[:height])


def _cells(
    library: Any, raw: bytes, *, values: bool
) -> tuple[list[tuple[Any, ...]], str, tuple[str, ...]]:
    """Give the cells of the first sheet, with values or else with formulas, and the titles."""
    book = library.load_workbook(
        io.BytesIO(raw), read_only=True, data_only=values, keep_links=False
    )
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not sheets:
        return [], "", ()
    rows = list(sheets[0].iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS + 1))
    return rows, sheets[0].title, tuple(sheet.title for sheet in sheets[1:])


def _entry(cell: Any, source: Any) -> Entry:
    value = cell.value
    if value is None and source.value is not None:
        what = "is a formula without its value; open the file in a spreadsheet and save it there"
        return Entry(fault=what)
    if cell.data_type == "e":
        return Entry(fault=f"is {show(value)}, an error; mend the formula")
    if isinstance(value, date | time | timedelta):
        what = f"is a date, {show(str(value))}; a spreadsheet takes 1/3 for one: write =1/3"
        return Entry(fault=what)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return Entry(None if value is None else str(value))
    return Entry(value, percent="%" in AS_IT_IS.sub("", cell.number_format or ""))
