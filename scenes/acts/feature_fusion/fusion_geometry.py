"""Where pictures, channels and recipes stand in the chapter on feature fusion.  Pure."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.kit.ground import frame
from scenes.kit.ground.frame import Box
from scenes.kit.ground.sizes import LEADING

Shape = tuple[int, int]  # rows and columns of a picture

GALLERY_TOP, GALLERY_FLOOR, GALLERY_ROOM = 180.0, 882.0, Box(0, 0, 470, 310)
GALLERY_GAP, GALLERY_PITCH = 40.0, 392.0
PHOTO_ROOM = Box(frame.LEFT, 0, 600, 420)
NAME_BELOW = 44.0  # from a picture to the baseline of its name


def fitting(room: Box, shape: Shape, across: float = 0.5, down: float = 0.5) -> Box:
    """Return the largest picture in a room, its pixels whole if they can be.

    ``across`` and ``down`` say where it stands in it: 0 at the left or the top, 1 at the other end.

    >>> fitting(Box(0, 0, 100, 100), (10, 40))
    Box(x=10.0, y=40.0, width=80.0, height=20.0)
    """
    rows, columns = shape
    side = min(room.width / columns, room.height / rows)
    side = float(int(side)) if side >= 1 else side
    width, height = side * columns, side * rows
    x, y = room.x + across * (room.width - width), room.y + down * (room.height - height)
    return Box(float(round(x)), float(round(y)), width, height)


@dataclass(frozen=True)
class GalleryPlace:
    """The photograph at the left, and its maps, two in a row, at the right, in their rooms."""

    photo: Box
    maps: tuple[Box, ...]
    rooms: tuple[Box, ...]


def gallery_place(shape: Shape, maps: int, lines: int = 1) -> GalleryPlace:
    """Return where the photograph and so many maps stand, their names in so many lines."""
    middle = (GALLERY_TOP + GALLERY_FLOOR) / 2
    room = Box(PHOTO_ROOM.x, middle - PHOTO_ROOM.height / 2, PHOTO_ROOM.width, PHOTO_ROOM.height)
    rooms = tuple(_gallery(maps, GALLERY_ROOM.height - LEADING * (lines - 1)))
    boxes = tuple(fitting(room, shape, down=1) for room in rooms)
    return GalleryPlace(fitting(room, shape, across=0), boxes, rooms)


def _gallery(maps: int, high: float) -> list[Box]:
    wide = GALLERY_ROOM.width
    left = frame.RIGHT - 2 * wide - GALLERY_GAP
    return [
        Box(left + (k % 2) * (wide + GALLERY_GAP), GALLERY_TOP + k // 2 * GALLERY_PITCH, wide, high)
        for k in range(maps)
    ]
