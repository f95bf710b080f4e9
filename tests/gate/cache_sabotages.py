"""What can be wrong in walks, in their cache, or in what was measured of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from mathcore import cache
from mathcore.cache import CacheTrace, Walk, Whole
from mathcore.layer_file import levels, seconds
from mathcore.layer_file.levels import Level
from mathcore.layer_file.seconds import Seconds
from tests.gate.sabotage import Sabotage, after, instead, method

RIGHT_WALK, RIGHT_SIMULATION = cache.walk, cache._simulate
Simulated = tuple[np.ndarray, Whole, Whole]


def most_recent_leaves(fetched: Whole, lines: int) -> Simulated:
    """Tell of a cache that forgets what it used last."""
    held, missed = list[int](), []
    for line in fetched.tolist():
        missed.append(line not in held)
        held = [*(each for each in held if each != line), line]
        if len(held) > lines:
            held.pop(-2)
    nothing = np.zeros(len(missed), int)
    return np.array(missed), nothing, nothing


def untiled(order: str, n: int, tile: int | None = None, transposed: bool = False) -> Walk:
    return RIGHT_WALK(order, n, None, transposed)


def reversed_order(order: str, n: int, tile: int | None = None, transposed: bool = False) -> Walk:
    return RIGHT_WALK(order[::-1], n, tile, transposed)


def columnwise(walk: Walk) -> Walk:
    return replace(walk, row=walk.column, column=walk.row)


def changed_places(found: Seconds) -> Seconds:
    """Give each walk the seconds of the next one."""
    return replace(found, seconds=np.roll(found.seconds, 1, axis=1))


def turned(level: Level) -> Level:
    return replace(level, rows=level.columns, columns=level.rows)


def one_more(walk: Walk, line: int, lines: int) -> CacheTrace:
    return RIGHT_COUNT(walk, line, lines + 1)


RIGHT_COUNT = cache.count_misses
CACHE: dict[str, Sabotage] = {
    "cache: what was used last leaves": instead(RIGHT_SIMULATION, most_recent_leaves),
    "cache: nothing ever leaves": instead(
        RIGHT_SIMULATION, lambda fetched, lines: RIGHT_SIMULATION(fetched, 10**6)
    ),
    "cache: there is room for one line more": instead(RIGHT_COUNT, one_more),
    "cache: a line is one number": instead(
        RIGHT_COUNT, lambda walk, line, lines: RIGHT_COUNT(walk, 1, lines)
    ),
    "counts: a miss is counted twice": method(CacheTrace, "counts", lambda counts: 2 * counts),
    "counts: C's are told as A's": method(CacheTrace, "counts", lambda counts: counts[:, ::-1]),
    "counts: one access late": method(
        CacheTrace, "counts", lambda counts: np.concatenate([counts[:1], counts[:-1]])
    ),
    "counts: some lines are not touched": method(CacheTrace, "floor", lambda floor: floor - 1),
    "walks: tiles are left out": instead(RIGHT_WALK, untiled),
    "walks: the loops are turned around": instead(RIGHT_WALK, reversed_order),
    "walks: all matrices lie column after column": after(RIGHT_WALK, columnwise),
    "seconds: each walk has the next one's": after(seconds.read_seconds, changed_places),
    "seconds: the smallest matrices for the largest": after(
        seconds.read_seconds, lambda found: replace(found, seconds=found.seconds[::-1])
    ),
    "levels: columns for rows": after(levels.read_levels, lambda found: tuple(map(turned, found))),
}
