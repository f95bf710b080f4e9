"""Where things stand on the end card: the bar above, the credits below.  Pure."""

from __future__ import annotations

from scenes.acts.the_answer.picture_geometry import RAISED
from scenes.kit.ground import frame
from scenes.kit.ground.frame import Box
from scenes.kit.ground.sizes import SMALL, SMALLEST

BOARD = Box(frame.LEFT, 520, frame.RIGHT - frame.LEFT, 18)
LIGHT = Box(60, -200, 1800, 1180)
BOTTLE, GLASS = 290.0, 190.0  # the heights of their rooms
BOTTLES, GLASSES = (frame.LEFT, 1100.0), (1160.0, frame.RIGHT)  # from, to
FIRST, LEADING, LOWEST = 628.0, 66.0, 916.0

Boxes = tuple[Box, ...]


def standing(have: int, make: int) -> tuple[Boxes, Boxes]:
    """Return the rooms on the board for so many bottles, and for so many glasses.

    >>> [box.bottom for box in standing(1, 1)[1]]
    [520.0]
    """
    return (
        tuple(each.moved(down=RAISED * BOTTLE) for each in _rooms(BOTTLES, have, BOTTLE)),
        _rooms(GLASSES, make, GLASS),
    )


def lines(count: int) -> tuple[tuple[float, ...], float]:
    """Return the baselines of so many credits, and their size."""
    leading = min(LEADING, (LOWEST - FIRST) / max(1, count - 1))
    return tuple(FIRST + n * leading for n in range(count)), SMALL if count < 5 else SMALLEST


def _rooms(room: tuple[float, float], count: int, height: float) -> Boxes:
    left, right = room
    pitch = (right - left) / count
    return tuple(Box(left + n * pitch, BOARD.y - height, pitch, height) for n in range(count))
