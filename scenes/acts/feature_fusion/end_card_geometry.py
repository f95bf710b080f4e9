"""Where things stand on the end card: the bar above, the credits below.  Pure."""

from __future__ import annotations

from scenes.kit.ground import frame
from scenes.kit.ground.frame import Box
from scenes.kit.ground.sizes import SMALL, SMALLEST

BOARD = Box(frame.LEFT, 520, frame.RIGHT - frame.LEFT, 18)
BOTTLE, GLASS = 268.0, (118.0, 176.0)
BOTTLES, GLASSES = (frame.LEFT, 1100.0), (1160.0, frame.RIGHT)  # from, to
FIRST, LEADING, LOWEST = 628.0, 66.0, 916.0


def middles(room: tuple[float, float], count: int) -> tuple[float, ...]:
    """Return the middles of so many equal parts of a room.

    >>> middles((0, 40), 2)
    (10.0, 30.0)
    """
    left, right = room
    pitch = (right - left) / count
    return tuple(left + (n + 0.5) * pitch for n in range(count))


def glass_boxes(count: int) -> tuple[Box, ...]:
    """Return where so many glasses stand on the board."""
    width, height = GLASS
    places = middles(GLASSES, count)
    scale = min(1.0, (GLASSES[1] - GLASSES[0]) / count / width * 0.8)
    return tuple(
        Box(x - width * scale / 2, BOARD.y - height * scale, width * scale, height * scale)
        for x in places
    )


def lines(count: int) -> tuple[tuple[float, ...], float]:
    """Return the baselines of so many credits, and their size."""
    leading = min(LEADING, (LOWEST - FIRST) / max(1, count - 1))
    return tuple(FIRST + n * leading for n in range(count)), SMALL if count < 5 else SMALLEST
