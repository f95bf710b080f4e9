"""Where the numbers of a memory stand: in a block of rows, along a plank, on the trays of a rack.

Every place is a box for each number, in the order of the memory: row after row.  Pure.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from scenes.kit.ground.frame import Box

GAP, TRAY_GAP = 2.0, 8.0  # pixels between numbers, and between trays
SLOT_GAP, SLOT_PAD, TALLEST = 10.0, 4.0, 58.0
STEEP = 5  # a rack has at most so many times as many rows as columns

Boxes = tuple[Box, ...]


def block(box: Box, n: int, line: int) -> Boxes:
    """Return the places of an n × n matrix whose rows are cut into trays.

    Parameters
    ----------
    box : Box
        Pixels that the whole matrix fills.
    n : int
        Rows and columns.
    line : int
        Numbers to a tray; n where nothing shows the trays.
    """
    wide, high = _cell(box.width, n, line), (box.height - GAP * (n - 1)) / n
    return tuple(
        Box(box.x + _start(column, wide, line), box.y + row * (high + GAP), wide, high)
        for row in range(n)
        for column in range(n)
    )


def plank(box: Box, count: int, line: int) -> Boxes:
    """Return the places of so many numbers in one row, tray after tray."""
    gap = min(1.0, TRAY_GAP * line * box.width / count / 400)
    between = 4 * gap
    wide = (box.width - gap * (count - count // line) - between * (count // line - 1)) / count
    starts = (k * (wide + gap) + (k // line) * (between - gap) for k in range(count))
    return tuple(Box(box.x + start, box.y, wide, box.height) for start in starts)


def _cell(room: float, n: int, line: int) -> float:
    trays = n // line
    return (room - GAP * (n - trays) - TRAY_GAP * (trays - 1)) / n


def _start(column: int, wide: float, line: int) -> float:
    return column * (wide + GAP) + (column // line) * (TRAY_GAP - GAP)


def between(one: Box, other: Box, share: float) -> Box:
    """Return the box that is a ``share`` of the way from one to another."""
    x, y, width, height = (
        a + (b - a) * share
        for a, b in (
            (one.x, other.x),
            (one.y, other.y),
            (one.width, other.width),
            (one.height, other.height),
        )
    )
    return Box(x, y, width, height)


@dataclass(frozen=True)
class RackPlace:
    """A rack for trays: ``slots`` are their frames, ``numbers`` a box for each number on each."""

    slots: Boxes
    numbers: tuple[Boxes, ...]

    @property
    def box(self) -> Box:
        """All of it."""
        return Box.around(*self.slots)


def rack(box: Box, lines: int, line: int) -> RackPlace:
    """Return a rack of so many trays within a box, filled column after column.

    Parameters
    ----------
    box : Box
        Pixels: the most that it takes.
    lines, line : int
        Trays, and numbers to a tray.
    """
    steep = STEEP * box.height / box.width
    columns = max(1, math.ceil(math.sqrt(lines / steep)))
    rows = math.ceil(lines / columns)
    gap = min(SLOT_GAP, box.height / rows / 5)
    wide = (box.width - SLOT_GAP * (columns - 1)) / columns
    high = min(TALLEST, (box.height - gap * (rows - 1)) / rows)
    slots = tuple(
        Box(box.x + (n // rows) * (wide + SLOT_GAP), box.y + (n % rows) * (high + gap), wide, high)
        for n in range(lines)
    )
    return RackPlace(slots, tuple(_on(slot, line) for slot in slots))


def _on(slot: Box, line: int) -> Boxes:
    pad = min(SLOT_PAD, slot.height / 6)
    inside = slot.grown(-pad)
    wide = (inside.width - GAP * (line - 1)) / line
    return tuple(
        Box(inside.x + k * (wide + GAP), inside.y, wide, inside.height) for k in range(line)
    )
