"""The numbers of a cache: each walk is walked, and the line used least recently leaves."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from scenes.production.gate.oracle.reading import lines, number
from scenes.production.gate.oracle.sources import Sources, Table, table

WALKS = ("jki", "ijk", "ijk_transposed", "ikj", "tiles")
TIMED = (*WALKS, "library")
Step = tuple[int, int, int]


def sources(path: Path, file: dict[str, Any]) -> Sources:
    """Return the numbers of a file of this kind."""
    n, line, room, tile = (file[key] for key in ("n", "line", "lines", "tile"))
    touches = 3 * n**3

    @cache
    def fetched(name: str) -> list[list[int]]:
        return _misses(_touched(name, n, tile), line, room)

    def running(name: str) -> Table:
        return Table((touches + 1, 3), lambda touch, m: fetched(name)[touch][m])

    def total(name: str) -> Table:
        return Table((touches + 1,), lambda touch: sum(fetched(name)[touch]))

    def miss(walk: int, m: int) -> int:
        last = fetched(WALKS[walk])[-1]
        return (*last, sum(last))[m]

    least = -(-3 * n**2 // line)
    return {
        "cache": table([n, line, room, tile]),
        "steps": table([n**3, touches, least]),
        "misses": Table((len(WALKS), 4), miss),
        **{f"running_{name}": running(name) for name in WALKS},
        **{f"total_{name}": total(name) for name in WALKS},
        "products": Table((n**3 + 1,), lambda steps: steps),
        "levels": table([[each["rows"], each["columns"]] for each in file.get("levels", ())]),
        **(_measured(path.parent / file["seconds"]) if "seconds" in file else {}),
    }


def _touched(name: str, n: int, tile: int) -> list[tuple[int, int]]:
    """Return what a walk touches, in its order: the matrix, and the place in all the memory."""
    found = []
    for i, j, k in _steps(name, n, tile):
        b = (j, k) if name == "ijk_transposed" else (k, j)
        for m, (row, column) in enumerate(((i, k), b, (i, j))):
            found.append((m, m * n * n + row * n + column))
    return found


def _steps(name: str, n: int, tile: int) -> list[Step]:
    every = [(i, j, k) for i in range(n) for j in range(n) for k in range(n)]
    if name == "jki":
        return sorted(every, key=lambda s: (s[1], s[2], s[0]))
    if name == "ikj":
        return sorted(every, key=lambda s: (s[0], s[2], s[1]))
    if name == "tiles":
        return sorted(
            every, key=lambda s: (s[0] // tile, s[2] // tile, s[1] // tile, s[0], s[2], s[1])
        )
    return every


def _misses(touched: list[tuple[int, int]], line: int, room: int) -> list[list[int]]:
    """Return the misses of each matrix before the first touch, and after each."""
    recent, counts = list[int](), [0, 0, 0]
    told = [list(counts)]
    for m, place in touched:
        wanted = place // line
        if wanted in recent:
            recent.remove(wanted)
        else:
            counts[m] += 1
            if len(recent) == room:
                recent.pop(0)
        recent.append(wanted)
        told.append(list(counts))
    return told


def _measured(path: Path) -> Sources:
    """Return what was measured: the seconds of each size and walk, and how many times as long."""
    head, *rows = lines(path)
    told = [dict(zip(head, row, strict=True)) for row in rows]
    sizes = list(dict.fromkeys(int(row["n"]) for row in told))
    took = {(int(row["n"]), row["walk"]): number(row["seconds"]) for row in told}
    seconds = [[took[size, walk] for walk in TIMED] for size in sizes]
    quickest = TIMED.index("ikj")
    times: list[list[Fraction]] = [[each / row[quickest] for each in row] for row in seconds]
    tiles = next(int(row["tile"]) for row in told if row["walk"] == "tiles")
    return {
        "sizes": table(sizes),
        "seconds": table(seconds),
        "times": table(times),
        "measured": table([tiles, int(told[0]["repeats"])]),
    }
