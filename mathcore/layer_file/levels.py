"""Levels of a real machine's memory, and the tile that a library cuts for each."""

from __future__ import annotations

from dataclasses import dataclass

from mathcore.layer_file.reading import read_whole
from mathcore.layer_file.references import read_tables
from mathcore.recipe_file.tables import Table
from mathcore.recipe_file.texts import Names, read_names

MOST_LEVELS, WIDEST = 4, 10**5
EXAMPLES = {"rows": 6, "columns": 8}


@dataclass(frozen=True)
class Level:
    """One level: its name, and the rows and columns of the tile that is kept in it."""

    name: Names
    rows: int
    columns: int


def read_levels(root: Table) -> tuple[Level, ...]:
    """Give the levels of ``[[levels]]``, from the smallest tile up; nothing, if the file has none.

    Examples
    --------
    >>> from mathcore.recipe_file.tables import Inspection
    >>> rows = [{"name": "registers", "rows": 6, "columns": 8}] * 2
    >>> root = Table(Inspection("x.toml"), "", {"levels": rows}, ["levels"])
    >>> [(level.rows, level.columns) for level in read_levels(root)]
    [(6, 8), (6, 8)]
    """
    if "levels" not in root.raw:
        return ()
    tables = read_tables(root, "levels", (2, MOST_LEVELS), ("name", *EXAMPLES), "level")
    found = [_read_level(table) for table in tables]
    return tuple(level for level in found if level is not None)


def _read_level(table: Table) -> Level | None:
    """Give a level; None, after its faults, if it is not whole."""
    name = read_names(table, "name")
    sizes = [
        read_whole(table, key, 1, WIDEST, example=example) for key, example in EXAMPLES.items()
    ]
    if name is None or None in sizes:
        return None
    rows, columns = (size for size in sizes if size is not None)
    return Level(name, rows, columns)
