"""Where the tiles of a machine's levels stand: the innermost large, all side by side.  Pure."""

from __future__ import annotations

import math

from scenes.kit.ground import frame
from scenes.kit.ground.frame import Box
from scenes.kit.ground.sizes import LEADING

NUMBERS = Box(150.0, 306.0, 400.0, 300.0)  # the innermost tile, number by number
STRIP, STRIP_GAP, CELL_GAP = 36.0, 14.0, 4.0
NAME_DOWN, NAME_LEFT = 50.0, 13.0
MOST_NUMBERS = 16  # rows or columns whose numbers can be told apart
CARDS = Box(760.0, 176.0, frame.RIGHT - 760.0, 430.0)
CARD_GAP = 24.0
NAME_BASELINE, SIZE_BASELINE, SCALE_BASELINE = 656.0, 706.0, 158.0
CREDIT_BASELINE, CREDIT_LEADING, ADDS_BASELINE = 770.0, 44.0, 900.0

Numbers = tuple[Box, ...]


def inner_tile(rows: int, columns: int) -> Box:
    """Return the place of the innermost tile."""
    side = min(NUMBERS.width / columns, NUMBERS.height / rows)
    wide, high = min(NUMBERS.width, side * columns), min(NUMBERS.height, side * rows)
    return Box(NUMBERS.x, NUMBERS.y, max(wide, STRIP), max(high, STRIP))


def strips(tile: Box) -> tuple[Box, Box]:
    """Return the column of A at the left of a tile, and the row of B above it."""
    left = Box(tile.x - STRIP_GAP - STRIP, tile.y, STRIP, tile.height)
    above = Box(tile.x, tile.y - STRIP_GAP - STRIP, tile.width, STRIP)
    return left, above


def name_places(tile: Box) -> dict[str, tuple[float, float]]:
    """Return where the names of A, B and C begin, beside their numbers, and their baselines."""
    left, above = strips(tile)
    low = tile.bottom + NAME_DOWN
    return {
        "A": (left.x, low),
        "B": (above.right + STRIP_GAP, above.bottom),
        "C": (tile.centre[0] - NAME_LEFT, low),
    }


def cut(box: Box, rows: int, columns: int) -> Numbers:
    """Return a box cut into a box for each number, row after row; whole, if those were too many."""
    if max(rows, columns) > MOST_NUMBERS:
        return (box,)
    wide = (box.width - CELL_GAP * (columns - 1)) / columns
    high = (box.height - CELL_GAP * (rows - 1)) / rows
    return tuple(
        Box(box.x + column * (wide + CELL_GAP), box.y + row * (high + CELL_GAP), wide, high)
        for row in range(rows)
        for column in range(columns)
    )


def cards(sizes: tuple[tuple[int, int], ...], lines: int) -> tuple[Box, ...]:
    """Return a box for each tile, its sides in proportion to the logarithms of its sizes.

    Names of several ``lines`` push them up.
    """
    up = (lines - 1) * LEADING
    wide = (CARDS.width - CARD_GAP * (len(sizes) - 1)) / len(sizes)
    sides = [(math.log(1 + columns), math.log(1 + rows)) for rows, columns in sizes]
    broadest, highest = (max(each) for each in zip(*sides, strict=True))
    unit = min((wide - CARD_GAP) / broadest, (CARDS.height - up) / highest)
    found = []
    for number, (across, down) in enumerate(sides):
        width, height = unit * across, unit * down
        middle = CARDS.x + number * (wide + CARD_GAP) + wide / 2
        found.append(Box(middle - width / 2, CARDS.bottom - up - height, width, height))
    return tuple(found)


def card_width(count: int) -> float:
    """Return how wide the name of a tile may be."""
    return (CARDS.width - CARD_GAP * count) / count


def name_baseline(lines: int) -> float:
    """Return where names of so many lines begin."""
    return NAME_BASELINE - (lines - 1) * LEADING
