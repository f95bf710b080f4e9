"""Tables of numbers from files of any kind, as exact rows."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import Any

from scenes.production.gate.oracle.arrays import (
    Array,
    numpy_array,
    numpy_arrays,
    safe_arrays,
)
from scenes.production.gate.oracle.onnx_models import onnx_arrays
from scenes.production.gate.oracle.reading import PLAIN

Rows = list[list[Fraction]]
OPENED = {".npz": numpy_arrays, ".safetensors": safe_arrays, ".onnx": onnx_arrays}


def rows_of(folder: Path, named: str | dict[str, str], key: str) -> Rows:
    """Return the rows of what a key of a layer file names, exactly; one axis is a column."""
    return [[Fraction(each) for each in row] for row in raw_rows_of(folder, named, key)]


def raw_rows_of(folder: Path, named: str | dict[str, str], key: str) -> list[list[Any]]:
    """Return them as they are stored: floats, whole numbers, or Fractions of what is written."""
    more = {"file": named} if isinstance(named, str) else named
    path = folder / Path(more["file"]).expanduser()
    if path.suffix.lower() in OPENED:
        arrays = OPENED[path.suffix.lower()](path)
        name = more.get("tensor") or (key if len(arrays) > 1 else next(iter(arrays)))
        return _rows(arrays[name]())
    if path.suffix.lower() == ".npy":
        return _rows(numpy_array(path.read_bytes()))
    return _written(path)


def _rows(array: Array) -> list[list[Any]]:
    shape, entries = array
    wide = shape[1] if len(shape) > 1 else 1
    return [entries[at : at + wide] for at in range(0, len(entries), wide)]


def _written(path: Path) -> Rows:
    """Return the numbers of a table of text, without headings, remarks and what is empty."""
    raw = path.read_bytes()
    text = raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "ignore")
    lines = [line for line in re.split("[\r\n]+", text) if line.strip() and line.strip()[0] != "#"]
    unquoted = re.sub('"[^"\n]*"', "", "\n".join(lines))
    by = next((each for each in "\t;," if each in unquoted), " ")
    if re.match('"?sep=', lines[0], re.IGNORECASE):
        by = lines.pop(0).strip().strip('"')[-1]
    if by == " ":
        cells = [line.split() for line in lines]
        if cells[1:] and all(len(row) == 1 for row in cells[1:]):
            cells[0] = [lines[0]]
    else:
        cells = list(csv.reader(lines, delimiter=by, skipinitialspace=True))
    full = [[cell.strip().strip('"') for cell in row] for row in cells]
    return _numbers(_without_headings([row for row in full if any(row)]))


def _without_headings(cells: Sequence[Sequence[str]]) -> list[list[str]]:
    wide = max(len([*row]) - _gap(row) for row in cells)
    body = [list(row[:wide]) for row in cells]
    has_corner = body[0][0] == "" and len(body) > 1
    if has_corner or not any(_number(cell) is not None for cell in body[0]):
        body = body[1:]
    if has_corner or all(_number(row[0]) is None for row in body):
        body = [row[1:] for row in body]
    return body


def _gap(row: Sequence[str]) -> int:
    """Return how many cells at the end are empty."""
    return next((n for n, cell in enumerate(reversed(row)) if cell), len(row))


def _numbers(cells: list[list[str]]) -> Rows:
    known = {cell: _number(cell) for cell in {cell for row in cells for cell in row}}
    return [[known[cell] for cell in row] for row in cells]  # type: ignore[misc]


def _number(cell: str) -> Fraction | None:
    """Return the number in a cell; a comma begins its decimals.

    >>> _number("1,5E-1"), _number("1/3"), _number("tea")
    (Fraction(3, 20), Fraction(1, 3), None)
    """
    plain: Any = "".join(cell.translate(PLAIN).split()).replace(",", ".")
    try:
        above, _, below = plain.partition("/")
        return Fraction(Decimal(above)) / Fraction(Decimal(below or 1))
    except (InvalidOperation, ValueError, OverflowError):
        return None
