"""Levels of a real machine's memory, and the tile that a library cuts for each."""

from __future__ import annotations

from dataclasses import dataclass

from mathcore.cache import MATRICES
from mathcore.layer_file.reading import read_whole
from mathcore.layer_file.references import read_tables
from mathcore.recipe_file.tables import Table, read_choice
from mathcore.recipe_file.texts import Names, read_names

MOST_LEVELS, WIDEST = 4, 10**5
EXAMPLES = {"rows": 6, "columns": 8}


@dataclass(frozen=True)
class Level:
    """One level: its name, and the tile that it keeps: of which matrix, and how large."""

    name: Names
    matrix: str
    rows: int
    columns: int


def read_levels(root: Table) -> tuple[Level, ...]:
    """Give the levels of ``[[levels]]``, from the smallest tile up; nothing, if the file has none.

    Examples
    --------
    >>> from mathcore.recipe_file.tables import Inspection
    >>> rows = [{"name": "registers", "matrix": "C", "rows": 6, "columns": 8}] * 2
    >>> root = Table(Inspection("x.toml"), "", {"levels": rows}, ["levels"])
    >>> [(level.rows, level.columns) for level in read_levels(root)]
    [(6, 8), (6, 8)]
    """
    if "levels" not in root.raw:
        return ()
    tables = read_tables(root, "levels", (2, MOST_LEVELS), ("name", "matrix", *EXAMPLES), "level")
    found = [_read_level(table) for table in tables]
    return tuple(level for level in found if level is not None)


def _read_level(table: Table) -> Level | None:
    """Give a level; None, after its faults, if it is not whole."""
    name, matrix = read_names(table, "name"), read_matrix_name(table)
    sizes = [
        read_whole(table, key, 1, WIDEST, example=example) for key, example in EXAMPLES.items()
    ]
    if name is None or matrix is None or None in sizes:
        return None
    rows, columns = (size for size in sizes if size is not None)
    return Level(name, matrix, rows, columns)


def read_matrix_name(table: Table) -> str | None:
    """Give the matrix that a tile is of; None, after a fault, if it is none."""
    if table.required("matrix", 'matrix = "C"') is None:
        return None
    return read_choice(table, "matrix", MATRICES)
