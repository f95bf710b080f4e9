"""Tables of numbers beside a layer file: comma-separated, ``#`` before a remark."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mathcore.recipe_file.numbers import read_value


def read_rows(path: Path) -> list[str]:
    """Give the lines of a file that hold numbers.

    Raises
    ------
    ValueError
        If it is not text.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise ValueError("is not UTF-8 text; save it as CSV") from None
    return [line for line in lines if line.strip() and not line.lstrip().startswith("#")]


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
        If it holds no rows, rows of different lengths, or what is no number.
    """
    rows = [read_row(line, number) for number, line in enumerate(read_rows(path))]
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
