"""Tables of numbers as text: CSV and TSV, as spreadsheets and numpy.savetxt write them.

Tabs, semicolons, commas or spaces separate; decimals begin with a point or, unless a bare comma
separates, with a comma; entries may be quoted, and have an exponent.  ``#`` begins a remark.  A
row and a column of headings are left out.  What might be meant in two ways is refused.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import chain
from pathlib import Path

import numpy as np

from mathcore.digits import in_ascii
from mathcore.readers.cells import (
    Row,
    decimal_mark,
    refuse_counted,
    refuse_doubtful_commas,
    split,
    without_headings,
)
from mathcore.readers.numbers import LARGEST, Exact, Numbers
from mathcore.readers.text_lines import UNREAD, read_rows
from mathcore.recipe_file.numbers import read_value
from mathcore.recipe_file.tables import show

DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
SHORT = re.compile(r"[+-]?[0-9]{1,9}(?:\.[0-9]{1,20})?(?:[eE](?:-[0-9]{1,2}|[+]?0[0-9]))?")
"""An entry as most are, of which Python makes the nearest float itself."""
LONGEST_ENTRY, SMALLEST = 40, 330
"""Characters of an entry, and its exponent: a float has fewer."""


def read_table(path: Path, most: int, *, at_least: int = 1) -> Numbers:
    """Read a table of at most so many entries; it is known to have `at_least` so many columns.

    Raises
    ------
    ValueError
        If it holds no rows, rows of different lengths, too many, what is no number, or what is
        doubtful; rows and entries are counted from 0, without headings.
    """
    lines = read_rows(path)
    entries = sum(max(map(line.count, ",;\t ")) + 1 for line in lines)
    if entries > most:
        raise ValueError(f"holds {entries:,} numbers, at most {most:,} are read; shorten it")
    cells, separator = split(lines)
    rows, has_headings = without_headings(cells)
    if not rows:
        raise ValueError("holds no numbers; write a row a line")
    if has_headings and len(cells[0]) != len(cells[1]):
        raise ValueError(
            f"has {len(cells[0])} headings, row 0 has {len(cells[1])} entries; make them equal"
        )
    for number, row in enumerate(rows):
        if len(row) != len(rows[0]):
            raise ValueError(
                f"row {number} has {len(row)} entries, row 0 has {len(rows[0])}; make them equal"
            )
    if not has_headings:
        refuse_counted(rows)
    is_clear = has_headings or any(", " in line or '"' in line for line in lines)
    if separator == "," and at_least < 2 and not is_clear:
        refuse_doubtful_commas(rows)
    return _numbers(rows, decimal_mark(set(chain.from_iterable(rows)), separator))


def _numbers(rows: list[Row], mark: str) -> Numbers:
    """Read every entry; equal ones once."""
    known = dict[str, float]()
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            if cell not in known:
                try:
                    known[cell] = _nearest(cell.replace(mark, "."))
                except ValueError as fault:
                    raise ValueError(f"row {number}, entry {place} {fault}") from None
    floats = np.array([[known[cell] for cell in row] for row in rows])
    floats.setflags(write=False)

    def exactly(where: slice) -> Exact:
        part = rows[where]
        found = np.empty((len(part), len(rows[0])), dtype=object)
        for number, row in enumerate(part):
            found[number] = [read_entry(cell.replace(mark, ".")) for cell in row]
        return found

    return Numbers(floats, exactly)


def _nearest(text: str) -> float:
    """Give the float nearest to an entry; most are read several times as quickly as exactly."""
    if SHORT.fullmatch(text):
        return float(text)
    return float(read_entry(text))


def read_entry(text: str) -> Fraction:
    """Read one entry exactly.

    Raises
    ------
    ValueError
        If it is no number; the message goes on from where it stands.

    Examples
    --------
    >>> read_entry("1.47e+00"), read_entry("−.5"), read_entry("1/3")
    (Fraction(147, 100), Fraction(-1, 2), Fraction(1, 3))
    >>> read_entry("tea")
    Traceback (most recent call last):
    ValueError: is "tea", not a number; write 40, 0.4 or "1/3"
    """
    try:
        plain = in_ascii(text)
    except ValueError as fault:
        raise ValueError(f"is {show(text)}: {fault}") from None
    if UNREAD in plain:
        raise ValueError("is not UTF-8 text; save it as CSV UTF-8")
    if not plain:
        raise ValueError("is empty; write 0 or a number")
    if not DECIMAL.fullmatch(plain) or len(plain) > LONGEST_ENTRY:
        return read_value(text)
    _, _, exponent = plain.lower().partition("e")
    number = None if abs(int(exponent or 0)) > SMALLEST else Fraction(plain)
    if number is None or abs(number) >= LARGEST:
        raise ValueError(f"is {show(text)}; write it with at most 30 digits")
    return number
