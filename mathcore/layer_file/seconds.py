"""A table of measured seconds: what ``assets/gemm/clock.py`` writes."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mathcore.readers.text_lines import read_rows
from mathcore.recipe_file.numbers import read_value
from mathcore.recipe_file.tables import show

COLUMNS = ("date", "machine", "made_by", "n", "walk", "tile", "repeats", "seconds")
WALKS = ("jki", "ijk", "ijk_transposed", "ikj", "tiles", "library")
"""The walks of a table, in this order; `library` is what a library makes of the same product."""
MOST_SIZES = 4
REMEDY = "measure again: python assets/gemm/clock.py"

Row = Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Seconds:
    """What one machine needed on one day.

    Attributes
    ----------
    date, machine, compiler, library : str
        When and where, and what made the programs.
    tile, repeats : int
        Rows of a tile, and how many runs each median is of.
    sizes : tuple of int
        The n of the n × n matrices.
    seconds : (sizes, walks) array of Fraction
        The medians, in the order of `WALKS`.
    """

    date: str
    machine: str
    compiler: str
    library: str
    tile: int
    repeats: int
    sizes: tuple[int, ...]
    seconds: npt.NDArray[Any]

    def of(self, walk: str) -> npt.NDArray[Any]:
        """Give the seconds of one walk, for each size."""
        column: npt.NDArray[Any] = self.seconds[:, WALKS.index(walk)]
        return column


def read_seconds(path: Path) -> Seconds:
    """Read a table of seconds.

    Raises
    ------
    ValueError
        If it is none, is of several runs, or lacks a walk; the message goes on from its name.
    """
    lines = read_rows(path)
    header = tuple(lines[0].split(",")) if lines else ()
    if header != COLUMNS:
        raise ValueError(f"does not begin with the line {','.join(COLUMNS)}; {REMEDY}")
    most = MOST_SIZES * len(WALKS)
    if len(lines) - 1 > most:
        raise ValueError(f"has {len(lines) - 1:,} rows; at most {most} are shown; {REMEDY}")
    rows = list(csv.DictReader(lines))
    if any(None in row or None in row.values() for row in rows):
        raise ValueError(f"has a row that is not of {len(COLUMNS)} entries; {REMEDY}")
    sizes = tuple(dict.fromkeys(_whole(row, "n") for row in rows))
    if not 1 <= len(sizes) <= MOST_SIZES:
        raise ValueError(f"has {len(sizes)} sizes; measure 1 to {MOST_SIZES} with --sizes")
    seconds = np.empty((len(sizes), len(WALKS)), dtype=object)
    for i, size in enumerate(sizes):
        seconds[i] = [_of(rows, size, walk) for walk in WALKS]
    seconds.setflags(write=False)
    by_library = [row for row in rows if row["walk"] == "library"]
    tiled = [row for row in rows if row["walk"] == "tiles"]
    return Seconds(
        date=_one(rows, "date"),
        machine=_one(rows, "machine"),
        compiler=_one([row for row in rows if row["walk"] != "library"], "made_by"),
        library=_one(by_library, "made_by"),
        tile=_whole({"tile": _one(tiled, "tile")}, "tile"),
        repeats=_whole({"repeats": _one(rows, "repeats")}, "repeats"),
        sizes=sizes,
        seconds=seconds,
    )


def _of(rows: Sequence[Row], size: int, walk: str) -> Fraction:
    """Give the seconds of one walk of one size, of which there must be one row."""
    found = [row for row in rows if row["walk"] == walk and int(row["n"]) == size]
    if len(found) != 1:
        raise ValueError(f"has {len(found)} rows of n = {size}, {walk}; {REMEDY}")
    try:
        seconds = read_value(found[0]["seconds"])
    except ValueError as fault:
        raise ValueError(f"n = {size}, {walk}: seconds {fault}") from None
    if seconds <= 0:
        raise ValueError(f"n = {size}, {walk}: seconds is {seconds}; {REMEDY}")
    return seconds


def _one(rows: Sequence[Row], key: str) -> str:
    """Give what all rows say; a table is of one run."""
    said = list(dict.fromkeys(row[key] for row in rows))
    if len(said) != 1 or not said[0].strip():
        told = ", ".join(show(each) for each in said) or "nothing"
        raise ValueError(f"{key} is {told}; one run has one: {REMEDY}")
    return said[0].strip()


def _whole(row: Row, key: str) -> int:
    text = row[key]
    if not (re.fullmatch(r"[0-9]{1,7}", text) and 1 <= int(text) <= 10**6):
        raise ValueError(f"{key} is {show(text)}; {REMEDY}")
    return int(text)
