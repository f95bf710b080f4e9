"""From a file to a sheet: text that a spreadsheet wrote, or a workbook."""

from __future__ import annotations

import os
import re
from itertools import chain
from pathlib import Path

from mathcore.errors import ExampleError
from mathcore.readers.cells import SEPARATORS, split
from mathcore.readers.text_lines import LONGEST, UNREAD, is_remark, lines_of
from mathcore.readers.workbook import read_workbook
from mathcore.recipe_file.bounded import read_bounded
from mathcore.recipe_table.cells import Sheet, address, sheet_of_texts
from mathcore.recipe_table.from_workbook import sheet_of_workbook

WORKBOOKS = (".xlsx", ".xlsm")
OTHERS = (".xls", ".xlsb", ".ods", ".numbers")
"""Of other programs, or of older ones."""
HOLLOW = re.compile(r'[\t;,"\s]*')
"""A line of a table that holds nothing."""
SENTENCE = re.compile(r"\s*#+\s+\w")
"""How a remark begins, also one that has commas in it."""
DECIMAL_COMMA = re.compile(r"[+-]?(?:0,[0-9]+|[0-9]+,(?![0-9]{3}\s*%?$)[0-9]+)\s*%?")
"""No comma of thousands: a zero stands before it, or other than three digits behind it."""


def open_table(path: str | os.PathLike[str]) -> Sheet:
    """Read a table: CSV or TSV as spreadsheets write them, or the first sheet of an ``.xlsx``.

    Parameters
    ----------
    path : str or path
        Named in the messages as given.

    Raises
    ------
    ExampleError
        If it cannot be read, or is no table.

    Examples
    --------
    >>> open_table("missing.csv")
    Traceback (most recent call last):
    mathcore.errors.ExampleError: missing.csv: no such file; check the name and the folder
    """
    named = os.fspath(path)
    try:
        return _read(Path(path), named)
    except FileNotFoundError:
        fault = "no such file; check the name and the folder"
    except IsADirectoryError:
        fault = "is a folder; name a table in it"
    except OSError as error:
        fault = f"cannot be read: {error.strerror}; check where it leads, and its permissions"
    except ValueError as error:
        fault = str(error)
    raise ExampleError([f"{named}: {fault}"])


def _read(path: Path, named: str) -> Sheet:
    kind = path.suffix.lower()
    if kind == ".toml":
        raise ValueError("is no table; what is an example already is shown with --example")
    if kind in OTHERS:
        raise ValueError(f"is of the kind {kind}; save it as .xlsx or CSV")
    if kind in WORKBOOKS:
        return sheet_of_workbook(named, read_workbook(path))
    return _of_text(path, named)


def _is_row(line: str, separator: str, widest: int) -> bool:
    """Tell whether a line that begins like a remark is a row, such as ``#5 syrup;10;20``."""
    return 0 < widest == line.count(separator) and not SENTENCE.match(line)


def _of_text(path: Path, named: str) -> Sheet:
    """Read text; a row keeps the number of its line, as a spreadsheet shows it."""
    lines = lines_of(read_bounded(path, LONGEST))
    filled = [n for n, line in enumerate(lines) if not HOLLOW.fullmatch(line)]
    plain = [lines[n] for n in filled if not is_remark(lines[n])]
    _, separator = split(plain)
    widest = max((line.count(separator) for line in plain), default=0)
    kept = [n for n in filled if not is_remark(lines[n]) or _is_row(lines[n], separator, widest)]
    rows, _ = split([lines[n] for n in kept])
    if separator not in SEPARATORS:
        raise ValueError("has no columns; separate them with commas, semicolons or tabs")
    numbers = kept[len(kept) - len(rows) :]  # the first line may only say what separates
    comma = separator != "," and any(map(DECIMAL_COMMA.fullmatch, chain.from_iterable(rows)))
    for number, row in zip(numbers, rows, strict=True):
        for j, cell in enumerate(row):
            if UNREAD in cell:
                raise ValueError(f"{address(number, j)}: is not UTF-8 text; save it as CSV UTF-8")
    return sheet_of_texts(named, rows, comma, numbers)
