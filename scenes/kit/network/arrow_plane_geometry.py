"""Where arrows from one origin end, and where their names stand around them.  Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import dist, hypot, sqrt

from scenes.kit.ground import lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.name_lines import spread
from scenes.kit.ground.sizes import LABEL

APART = 44.0  # between the middles of two names at one side
HEAD, SPREAD = 20.0, 8.0  # of a head: how much longer, and wider, than the shaft is wide
GAP = 22.0  # between the disc that the arrows reach and a name
LEAST = 130.0  # of a radius beside names; where there is less room, likenesses stand for them
ALMOST = 20.0  # rows that are less apart are meant to be one
ICON, ICON_APART = 60.0, 74.0  # how wide a likeness is, and how high with the air around it
Point = tuple[float, float]


@dataclass(frozen=True)
class ArrowPlace:
    """An ``origin``, the ``radius`` that the longest arrow has, and all that lies around.

    ``tips[n]`` is where arrow n ends; its name begins at ``names[n]`` if ``on_the_right[n]``, else
    it ends there.  Where names have no room they are not ``named``: a likeness is there for each.
    All are pixels.
    """

    origin: Point
    radius: float
    tips: tuple[Point, ...]
    names: tuple[Point, ...]
    on_the_right: tuple[bool, ...]
    named: bool = True


def arrow_place(box: Box, vectors: Sequence[Point], names: Sequence[str]) -> ArrowPlace:
    """Return where arrows stand in a box, y upwards, their names around the disc they reach.

    >>> place = arrow_place(Box(0, 0, 800, 400), [(2.0, 0.0), (0.0, -1.0)], ["a", "b"])
    >>> place.tips[0][1] == place.origin[1], place.tips[1][1] - place.origin[1] == place.radius / 2
    (True, True)
    """
    right = tuple(x >= 0 for x, _ in vectors)
    rooms = [_widest(names, right, side) for side in (False, True)]
    most = max(right.count(side) for side in (False, True))
    named = box.width - sum(rooms) >= 2 * LEAST and most * APART <= box.height
    apart = APART if named else min(ICON_APART, box.height / most)
    rooms = rooms if named else [ICON + GAP, ICON + GAP]
    longest = max((hypot(x, y) for x, y in vectors), default=0.0) or 1.0
    radius = min((box.height - apart) / 2, (box.width - sum(rooms)) / 2)
    x = box.x + rooms[0] + (box.width - sum(rooms)) / 2
    origin = (x, box.y + box.height / 2)
    scale = radius / longest
    tips = tuple((x + a * scale, origin[1] - b * scale) for a, b in vectors)
    rows = levelled(_rows(box, tips, right, apart))
    middles = tuple(
        (_beside(origin, radius, row, on_right, apart), row)
        for row, on_right in zip(rows, right, strict=True)
    )
    return ArrowPlace(origin, radius, tips, middles, right, named)


def arrow_outline(start: Point, tip: Point, width: float) -> tuple[Point, ...]:
    """Return the corners of an arrow whose shaft is so wide; a short one is all head.

    >>> arrow_outline((0.0, 0.0), (0.0, -100.0), 6.0)[3]
    (0.0, -100.0)
    """
    length = dist(start, tip)
    (x, y), along = start, ((tip[0] - start[0]) / length, (tip[1] - start[1]) / length)
    head, half = min(HEAD + width, length), SPREAD + width / 2

    def at(forth: float, aside: float) -> Point:
        return x + forth * along[0] - aside * along[1], y + forth * along[1] + aside * along[0]

    neck, side = length - head, width / 2
    one = at(0.0, -side), at(neck, -side), at(neck, -half)
    other = at(neck, half), at(neck, side), at(0.0, side)
    return (*one, tip, *other)


def _widest(names: Sequence[str], right: Sequence[bool], side: bool) -> float:
    """Return the room that the names at one side need."""
    there = [name for name, where in zip(names, right, strict=True) if where == side]
    return max((lettering.width(name, LABEL, bold=True) + GAP for name in there), default=0.0)


def _rows(box: Box, tips: Sequence[Point], right: Sequence[bool], apart: float) -> list[float]:
    """Return the middle row of every name: that of its tip, unless another one stands there."""
    rows = [0.0] * len(tips)
    for side in (False, True):
        there = sorted((n for n in range(len(tips)) if right[n] == side), key=lambda n: tips[n][1])
        half = apart / 2
        placed = spread([tips[n][1] for n in there], apart, box.y + half, box.bottom - half)
        for n, row in zip(there, placed, strict=True):
            rows[n] = row
    return rows


def levelled(rows: Sequence[float]) -> list[float]:
    """Return rows of which two that are almost one, at either side, are one.

    >>> levelled([10, 100, 20])
    [15.0, 100, 15.0]
    """
    level = list(rows)
    order = sorted(range(len(rows)), key=lambda n: rows[n])
    for n, after in pairwise(order):
        if rows[after] - rows[n] < ALMOST:
            level[n] = level[after] = (rows[n] + rows[after]) / 2
    return level


def _beside(origin: Point, radius: float, row: float, on_right: bool, high: float) -> float:
    """Return where a name begins, or ends, that keeps clear of the disc in all of its height."""
    near = max(0.0, abs(row - origin[1]) - high / 2)
    chord = sqrt(max(0.0, radius**2 - near**2))
    return origin[0] + (chord + GAP if on_right else -chord - GAP)
