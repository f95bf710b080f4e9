"""A product walked in one order or another, and what each walk fetches through a small cache.

All three matrices lie row after row in one memory, A, then B, then C.  A step of the loops is one
``C[i, j] += A[i, k] * B[k, j]``: it touches A, B and C once each, in this order.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np
import numpy.typing as npt

from mathcore.arrays import Array, frozen
from mathcore.errors import TraceSizeError

MATRICES = ("A", "B", "C")
MOST_SIDE = 64
"""The largest matrices that are walked: 786,432 accesses, about a second."""

Whole = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Walk:
    """The accesses of a product of two n × n matrices; every array is read-only.

    Attributes
    ----------
    order : str
        The loops from the outermost to the innermost: ``"ijk"``, ``"ikj"``, ...
    n : int
        Rows and columns of each matrix.
    tile : int
        Rows and columns of a tile; n where there is but one.
    transposed : bool
        Whether B lies in memory column after column.
    steps : (n**3, 3) array of int
        i, j and k of every step.
    matrix : (3 * n**3,) array of int
        Which matrix an access touches: 0, 1, 2 for A, B, C.
    row, column : (3 * n**3,) array of int
        Where in that matrix, as it is written in memory: B's are swapped where it is transposed.
    """

    order: str
    n: int
    tile: int
    transposed: bool
    steps: Whole
    matrix: Whole
    row: Whole
    column: Whole

    @property
    def address(self) -> Whole:
        """Where in the memory an access goes, counted in numbers from the first of A."""
        return (self.matrix * self.n + self.row) * self.n + self.column


@dataclass(frozen=True, eq=False)
class CacheTrace:
    """What a walk fetched, access by access; every array is read-only.

    Attributes
    ----------
    walk : Walk
        The accesses.
    line : int
        How many numbers come with each fetch.
    lines : int
        How many lines there is room for.
    fetched : (accesses,) array of int
        The line that an access needs: its address divided by `line`, rounded down.
    missed : (accesses,) array of bool
        Whether it had to be fetched.
    place : (accesses,) array of int
        In which of the `lines` places it stands.
    evicted : (accesses,) array of int
        The line that left that place for it; -1 where none did.
    """

    walk: Walk
    line: int
    lines: int
    fetched: Whole
    missed: npt.NDArray[np.bool_]
    place: Whole
    evicted: Whole

    @cached_property
    def counts(self) -> Whole:
        """The misses of A, B and C after so many accesses: (accesses + 1, 3)."""
        of = np.eye(len(MATRICES), dtype=np.int64)[self.walk.matrix] * self.missed[:, None]
        return frozen(np.concatenate([of[:1] * 0, np.cumsum(of, axis=0)]))

    @property
    def misses(self) -> dict[str, int]:
        """All misses, by matrix."""
        return dict(zip(MATRICES, self.counts[-1].tolist(), strict=True))

    @property
    def total(self) -> int:
        """All misses."""
        return int(self.missed.sum())

    @property
    def touches(self) -> int:
        """All accesses: no walk can miss more often."""
        return len(self.missed)

    @cached_property
    def floor(self) -> int:
        """How many different lines are touched: no cache can miss less often."""
        return len(np.unique(self.fetched))


def walk(order: str, n: int, tile: int | None = None, transposed: bool = False) -> Walk:
    """Walk through the product of two n × n matrices.

    ``for i: for j: for k: C[i, j] += A[i, k] * B[k, j]`` is the order ``"ijk"``.  With a tile,
    the three loops go from tile to tile and, in the same order, through each.

    Parameters
    ----------
    order : str
        The letters i, j, k, the outermost loop first.
    n : int
        Rows and columns of each matrix, 1 to `MOST_SIDE`.
    tile : int, optional
        Rows and columns of a tile, 1 to n; the last ones are smaller where it does not divide n.
    transposed : bool, optional
        Let B lie in memory column after column.

    Returns
    -------
    Walk
        ``3 * n**3`` accesses.

    Raises
    ------
    ValueError
        If the order, n or the tile is none.
    TraceSizeError
        If n is larger than `MOST_SIDE`.

    Examples
    --------
    >>> first = walk("ikj", 2)
    >>> first.steps[:3].tolist()
    [[0, 0, 0], [0, 1, 0], [0, 0, 1]]
    >>> [("ABC"[m], r, c) for m, r, c in zip(first.matrix, first.row, first.column)][3:6] == [
    ...     ("A", 0, 0), ("B", 0, 1), ("C", 0, 1)]
    True
    """
    _check(order, n, tile)
    steps = np.array(list(_steps(order, n, tile or n)), dtype=np.int64)
    i, j, k = steps.T
    row = np.stack([i, j if transposed else k, i], axis=1).ravel()
    column = np.stack([k, k if transposed else j, j], axis=1).ravel()
    matrix = np.tile(np.arange(len(MATRICES)), len(steps))
    return Walk(order, n, tile or n, transposed, *map(frozen, (steps, matrix, row, column)))


def count_misses(walk: Walk, line: int, lines: int) -> CacheTrace:
    """Walk with a small, fully associative cache that forgets what was used least recently.

    An access whose line is there is a hit.  Another one is a miss: its line is fetched whole, and
    where there is no room the line that was used least recently leaves.

    Parameters
    ----------
    walk : Walk
        The accesses.
    line : int
        Numbers to a line, at least 1.
    lines : int
        Lines that there is room for, at least 1.

    Returns
    -------
    CacheTrace
        Hit or miss of every access; the counts of A, B and C after each.

    Raises
    ------
    ValueError
        If there is no line, or no room for one.

    Examples
    --------
    >>> count_misses(walk("ikj", 8), line=4, lines=10).misses
    {'A': 16, 'B': 128, 'C': 16}
    """
    for name, size in (("line", line), ("lines", lines)):
        if size < 1:
            raise ValueError(f"{name} = {size}; give 1 or more")
    fetched = walk.address // line
    return CacheTrace(walk, line, lines, frozen(fetched), *_simulate(fetched, lines))


def _check(order: str, n: int, tile: int | None) -> None:
    if sorted(order) != ["i", "j", "k"]:
        raise ValueError(f'order = "{order}"; write i, j and k once each, as in "ikj"')
    if n < 1:
        raise ValueError(f"n = {n}; give 1 or more")
    if n > MOST_SIDE:
        raise TraceSizeError(
            f"n = {n}: {3 * n**3:,} accesses; at most {MOST_SIDE} × {MOST_SIDE} matrices are "
            f"walked, show smaller ones"
        )
    if tile is not None and not 1 <= tile <= n:
        raise ValueError(f"tile = {tile}; give 1 to {n}, or None for no tiles")


def _steps(order: str, n: int, tile: int) -> Iterator[tuple[int, int, int]]:
    """Go through i, j, k as the loops do."""
    i, j, k = (order.index(letter) for letter in "ijk")
    for starts in product(range(0, n, tile), repeat=3):
        within = (range(start, min(start + tile, n)) for start in starts)
        for step in product(*within):
            yield step[i], step[j], step[k]


def _simulate(fetched: Whole, lines: int) -> tuple[npt.NDArray[np.bool_], Whole, Whole]:
    """Tell of each access whether it missed, its place, and the line that left it."""
    places: OrderedDict[int, int] = OrderedDict()  # the line used least recently stands first
    missed, place, evicted = [], [], []
    for line in fetched.tolist():
        known = places.get(line)
        gone = -1
        if known is not None:
            places.move_to_end(line)
        elif len(places) < lines:
            places[line] = len(places)
        else:
            gone, free = places.popitem(last=False)
            places[line] = free
        missed.append(known is None)
        place.append(places[line])
        evicted.append(gone)
    told: list[Array] = [np.array(missed, bool), np.array(place, int), np.array(evicted, int)]
    return frozen(told[0]), frozen(told[1]), frozen(told[2])
