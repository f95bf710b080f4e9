"""A product walked through a small cache, and what the same walks took on a real machine.

Whether a walk or a tile saves anything is for the picture to say: no cache is refused for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import permutations
from pathlib import Path
from typing import Any

from mathcore.cache import CacheTrace, count_misses, walk
from mathcore.layer_file.credits import read_credits
from mathcore.layer_file.levels import Level, read_levels
from mathcore.layer_file.reading import open_file, read_file, read_whole, refuse_faults
from mathcore.layer_file.seconds import Seconds, read_seconds
from mathcore.recipe_file.frozen import Frozen
from mathcore.recipe_file.tables import Table, show
from mathcore.recipe_file.texts import LANGUAGES, Names, read_names

SIZES = {"n": (4, 16, 8), "line": (2, 8, 4), "lines": (3, 64, 10), "tile": (2, 8, 4)}
"""Of each size the least, the most that fits on the screen, and how it may look."""
FILES = ("seconds",)
TOLD, LONGEST = ("date", "machine", "compiler", "library"), 60
"""What is said of a measurement, and how wide it may be."""
GAIN = Fraction(1, 20)
"""Tiles gain something where they save so much of the time: less is the day's weather."""


@dataclass(frozen=True, eq=False)
class CacheLayer:
    """A layer file of kind ``cache``.

    Attributes
    ----------
    path : Path
        The file.
    name : mapping of language to str
        What is walked.
    n, line, lines, tile : int
        Rows of a matrix, numbers to a line, lines that there is room for, rows of a tile.
    measured : Seconds, optional
        The same walks, larger, on a real machine; None where nobody has measured them.
    told : mapping of str to mapping of language to str
        Its ``date``, ``machine``, ``compiler`` and ``library``, as texts that can be shown.
    levels : tuple of Level
        A real machine's levels of memory with their tiles, the smallest first; there may be none.
    credits : tuple of mapping of language to str
        Where those tiles are published.
    """

    path: Path
    name: Names
    n: int
    line: int
    lines: int
    tile: int
    measured: Seconds | None
    told: Mapping[str, Names]
    levels: tuple[Level, ...] = ()
    credits: tuple[Names, ...] = ()

    @cached_property
    def traces(self) -> Mapping[str, CacheTrace]:
        """The walks by name: ``jki``, ``ijk``, ``ijk_transposed``, ``ikj``, ``tiles``."""
        walks = {
            "jki": walk("jki", self.n),
            "ijk": walk("ijk", self.n),
            "ijk_transposed": walk("ijk", self.n, transposed=True),
            "ikj": walk("ikj", self.n),
            "tiles": walk("ikj", self.n, self.tile),
        }
        return {name: count_misses(way, self.line, self.lines) for name, way in walks.items()}

    @cached_property
    def worst(self) -> str:
        """The order of the loops that fetches most; ``jki`` if it is one of several."""
        orders = ["".join(order) for order in permutations("ijk")]
        orders.sort(key=lambda order: order != "jki")
        return max(orders, key=lambda order: self._fetches(order))

    def _fetches(self, order: str) -> int:
        return count_misses(walk(order, self.n), self.line, self.lines).total

    @property
    def tiles_gain(self) -> bool:
        """Whether tiles were quicker than the best plain walk, with the largest matrices.

        Where nothing was measured, they were not.
        """
        if self.measured is None:
            return False
        plain, tiled = (self.measured.of(walk)[-1] for walk in ("ikj", "tiles"))
        return bool(tiled <= (1 - GAIN) * plain)


def load(
    path: Path, table: Mapping[str, Any], has_character: Callable[[str], bool] | None = None
) -> CacheLayer:
    """Check a layer file that has been read.

    Parameters
    ----------
    path : Path
        Named in the messages; the seconds are named from its folder.
    table : mapping
        What the TOML file holds.
    has_character : callable, optional
        Tells whether the font has a character; None lets every one pass.

    Raises
    ------
    ExampleError
        With every fault of the file.
    """
    known = ("name", *SIZES, *FILES, "levels", "credits")
    root = open_file(path, table, known, has_character, FILES)
    name = read_names(root, "name")
    sizes = {
        key: read_whole(root, key, low, high, example=example)
        for key, (low, high, example) in SIZES.items()
    }
    _check_fit(root, sizes)
    measured = _read_measured(root, path) if "seconds" in table else None
    told = {} if measured is None else _read_told(root, measured)
    levels, credits = read_levels(root), read_credits(root, most=1)
    refuse_faults(root)
    assert name is not None
    n, line, lines, tile = (size for size in sizes.values() if size is not None)
    return CacheLayer(path, name, n, line, lines, tile, measured, told, levels, credits)


def _check_fit(root: Table, sizes: Mapping[str, int | None]) -> None:
    """Fault lines and tiles that do not fit into a row without a rest."""
    n = sizes["n"]
    for key in ("line", "tile"):
        size = sizes[key]
        if n is not None and size is not None and n % size:
            root.fault(f"{key} = {size} does not divide n = {n}; each row is to be whole ones")
    if n is not None and sizes["tile"] == n:
        root.fault(f"tile = {n} is the whole matrix; write a smaller one")


def _read_measured(root: Table, path: Path) -> Seconds | None:
    file = read_file(root, "seconds", path.parent, "../gemm/seconds.csv")
    if file is None:
        return None
    try:
        return read_seconds(file)
    except ValueError as fault:
        root.fault(f"seconds: {show(root.get('seconds'))} {fault}")
        return None


def _read_told(root: Table, measured: Seconds) -> Mapping[str, Names]:
    """Give what is said of the measurement in every language, if it can be drawn."""
    both = {key: dict.fromkeys(LANGUAGES, getattr(measured, key)) for key in TOLD}
    table = Table(root.inspection, "seconds", both, TOLD)
    names = {key: read_names(table, key, LONGEST) for key in TOLD}
    return Frozen(**{key: name for key, name in names.items() if name is not None})
