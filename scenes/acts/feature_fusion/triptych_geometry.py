"""Where three pictures of one product stand side by side.  Pure."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.kit.ground import frame
from scenes.kit.ground.frame import Box

PANELS, GAP, TOP, FLOOR = 3, 36.0, 170.0, 842.0
PAD, HAVE, MAKE = 30.0, 172.0, 150.0  # inside a panel; the heights of its upper and lower row
NAME_BELOW = 56.0
SHARE = 0.88  # of its room that a thing is wide


@dataclass(frozen=True)
class PanelPlace:
    """What we have stands above, what we make below; ``name`` is the baseline under it."""

    box: Box
    have: tuple[Box, ...]
    make: tuple[Box, ...]

    @property
    def name(self) -> tuple[float, float]:
        """The middle and the baseline of its name."""
        return self.box.centre[0], self.box.bottom + NAME_BELOW

    def ends(self, k: int, j: int) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return where the line from thing ``k`` to thing ``j`` begins and ends."""
        above, below = self.have[k], self.make[j]
        return (above.centre[0], above.bottom), (below.centre[0], below.y)


def panel_place(n: int, have: int, make: int) -> PanelPlace:
    """Return panel ``n`` for so many things that we have, and so many that we make."""
    width = (frame.RIGHT - frame.LEFT - (PANELS - 1) * GAP) / PANELS
    box = Box(frame.LEFT + n * (width + GAP), TOP, width, FLOOR - TOP)
    upper = Box(box.x + PAD, box.y + PAD, width - 2 * PAD, HAVE)
    lower = Box(box.x + PAD, box.bottom - PAD - MAKE, width - 2 * PAD, MAKE)
    return PanelPlace(box, _shared(upper, have), _shared(lower, make))


def _shared(room: Box, count: int) -> tuple[Box, ...]:
    pitch = room.width / count
    return tuple(Box(room.x + n * pitch, room.y, pitch, room.height) for n in range(count))


def inside(room: Box, width: float, height: float, down: float = 1.0) -> Box:
    """Return a box of a shape, as large as fits its room but for a margin; ``down`` 1 is its floor.

    >>> inside(Box(0, 0, 100, 200), 10, 10)
    Box(x=6.0, y=112.0, width=88.0, height=88.0)
    """
    scale = min(SHARE * room.width / width, room.height / height)
    return small(room, width * scale, height * scale, down)


def small(room: Box, width: float, height: float, down: float = 1.0) -> Box:
    """Return a box of a size in its room, no wider than it."""
    scale = min(1.0, SHARE * room.width / width)
    wide, high = width * scale, height * scale
    x = room.centre[0] - wide / 2
    return Box(x, room.y + down * (room.height - high), wide, high)
