"""Where the things of a picture stand: what we have above, what we make below.  Pure."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.kit.ground import frame
from scenes.kit.ground.frame import Box

ROWS = 0.31, 0.25, 0.045  # of a picture's height: its upper row, its lower row, its edge
SMALL_ROWS, SMALL = (0.36, 0.26, 0.03), 150.0  # those of one that is not as high
SHARE = 0.88  # of its room that a thing is wide
RAISED = 0.04  # of the height of its room that a bottle stands above the floor
ORDINARY = 900.0  # pixels: how high a picture is whose lines are as thick as those of a network
FINEST = 0.3  # of their width, in however small a picture

FIRST = Box(430, 168, 1060, 756)  # the bar alone
PANELS, GAP, TOP, HEIGHT = 4, 32.0, 176.0, 596.0
NAME_BELOW, SOURCE_BELOW = 62.0, 112.0
BESIDE = Box(1000, 170, 824, 450)  # the bar beside the tower


@dataclass(frozen=True)
class PicturePlace:
    """Rooms for what we have and for what we make, in a ``box``."""

    box: Box
    have: tuple[Box, ...]
    make: tuple[Box, ...]

    @property
    def scale(self) -> float:
        """How thick its lines are, beside those of an ordinary network."""
        return max(FINEST, self.box.height / ORDINARY)

    def ends(self, k: int, j: int) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return where the line from thing ``k`` to thing ``j`` begins and ends."""
        above, below = self.have[k], self.make[j]
        return (above.centre[0], above.bottom), (below.centre[0], below.y)


def picture_place(box: Box, have: int, make: int) -> PicturePlace:
    """Return the rooms of a picture for so many things that we have, and so many that we make.

    >>> picture_place(Box(0, 0, 110, 100), 2, 1).have[1]
    Box(x=55.0, y=3.0, width=52.0, height=36.0)
    """
    rows = ROWS if box.height > SMALL else SMALL_ROWS
    upper, lower, pad = (share * box.height for share in rows)
    wide = box.width - 2 * pad
    return PicturePlace(
        box,
        _shared(Box(box.x + pad, box.y + pad, wide, upper), have),
        _shared(Box(box.x + pad, box.bottom - pad - lower, wide, lower), make),
    )


def panel(n: int) -> Box:
    """Return the place of picture ``n`` where all stand in a row."""
    width = (frame.RIGHT - frame.LEFT - (PANELS - 1) * GAP) / PANELS
    return Box(frame.LEFT + n * (width + GAP), TOP, width, HEIGHT)


def inside(room: Box, width: float, height: float, down: float = 1.0) -> Box:
    """Return a box of a shape, as large as fits its room but for a margin; ``down`` 1 is its floor.

    >>> inside(Box(0, 0, 100, 200), 10, 10)
    Box(x=6.0, y=112.0, width=88.0, height=88.0)
    """
    scale = min(SHARE * room.width / width, room.height / height)
    wide, high = width * scale, height * scale
    x = room.centre[0] - wide / 2
    return Box(x, room.y + down * (room.height - high), wide, high)


def _shared(room: Box, count: int) -> tuple[Box, ...]:
    pitch = room.width / count
    return tuple(Box(room.x + n * pitch, room.y, pitch, room.height) for n in range(count))
