"""Tables of numbers beside a layer file: comma-separated, ``#`` before a remark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import TextIO

import numpy as np
import numpy.typing as npt

from mathcore.recipe_file.numbers import read_value

MOST_LINES, WIDEST, LONGEST = 100_000, 5_000, 20_000_000
"""Lines, characters of a line, and characters of a file: more is not even read."""
MOST_ENTRIES = 20_000
"""Of a matrix, all of which is computed with."""


def read_rows(path: Path) -> list[str]:
    """Give the lines of a file that hold numbers.

    Raises
    ------
    ValueError
        If it is not text, or longer than is read.
    """
    with path.open(encoding="utf-8-sig") as file:
        try:
            lines = list(_lines(file))
        except UnicodeDecodeError:
            raise ValueError("is not UTF-8 text; save it as CSV") from None
    return [line for line in lines if line.strip() and not line.lstrip().startswith("#")]


def _lines(file: TextIO) -> Iterator[str]:
    """Go through the lines of a file, as long as it is one that may be read."""
    length = 0
    for number, line in enumerate(iter(partial(file.readline, WIDEST + 2), ""), 1):
        length += len(line)
        if len(line.rstrip("\n")) > WIDEST:
            raise ValueError(f"line {number} has more than {WIDEST:,} characters; shorten it")
        if number > MOST_LINES or length > LONGEST:
            raise ValueError(
                f"has more than {MOST_LINES:,} lines, or {LONGEST:,} characters; shorten it"
            )
        yield line.rstrip("\n")


def read_row(line: str, number: int) -> list[Fraction]:
    """Read one line exactly; `number` counts the rows from 0.

    Raises
    ------
    ValueError
        If an entry is no number.

    Examples
    --------
    >>> read_row("0.5, -2", 0)
    [Fraction(1, 2), Fraction(-2, 1)]
    >>> read_row("1,tea", 7)
    Traceback (most recent call last):
    ValueError: row 7, entry 1 is "tea", not a number; write 40, 0.4 or "1/3"
    """
    entries = []
    for place, text in enumerate(line.split(",")):
        try:
            entries.append(read_value(text.strip()))
        except ValueError as fault:
            raise ValueError(f"row {number}, entry {place} {fault}") from None
    return entries


def read_matrix(path: Path) -> npt.NDArray[np.object_]:
    """Read a whole file as an exact matrix.

    Raises
    ------
    ValueError
        If it holds no rows, rows of different lengths, too many, or what is no number.
    """
    lines = read_rows(path)
    entries = sum(line.count(",") + 1 for line in lines)
    if entries > MOST_ENTRIES:
        most = f"at most {MOST_ENTRIES:,} are shown"
        raise ValueError(f"holds {entries:,} numbers, {most}; shorten it")
    rows = [read_row(line, number) for number, line in enumerate(lines)]
    if not rows:
        raise ValueError("holds no numbers; write a row a line")
    for number, row in enumerate(rows):
        if len(row) != len(rows[0]):
            raise ValueError(
                f"row {number} has {len(row)} entries, row 0 has {len(rows[0])}; make them equal"
            )
    return exact(rows)


def exact(rows: Sequence[Sequence[Fraction]]) -> npt.NDArray[np.object_]:
    """Lay equal rows of Fractions out as an array that nobody changes."""
    matrix = np.empty((len(rows), len(rows[0])), dtype=object)
    for number, row in enumerate(rows):
        matrix[number] = row
    matrix.setflags(write=False)
    return matrix
