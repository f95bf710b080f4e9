"""Where program, matrices, rack and counts stand in this episode.  Pure."""

from __future__ import annotations

from scenes.kit.ground import frame
from scenes.kit.ground.frame import Box
from scenes.kit.memory.storage_geometry import Boxes, block, plank

SIDE, ACROSS, ABOVE = 330.0, 430.0, 406.0  # pixels: of a matrix, and from one to the next
LISTING = Box(frame.LEFT, 201.0, 660.0, 406.0)  # its last line is on A's baseline
COUNTED = Box(frame.LEFT, 680.0, 660.0, 150.0)  # one large count under the program
CHART = Box(frame.LEFT, 530.0, 680.0, 400.0)
CORNER = Box(932.0, 200.0, SIDE, SIDE)  # left of B, above A: where the rack stands
NAME_GAP = 16.0

MATRICES = ("A", "B", "C")
BLOCKS = {
    "A": CORNER.moved(down=ABOVE),
    "B": CORNER.moved(right=ACROSS),
    "C": CORNER.moved(right=ACROSS, down=ABOVE),
}
"""Falk's layout: A at the left, B above, C where they meet."""

PLANK_LEFT, PLANK_TOP, PLANK_DOWN, PLANK_HIGH, BOARD = 176.0, 190.0, 142.0, 74.0, 14.0
SHELF_RACK = Box(700.0, 660.0, 1124.0, 250.0)
ROOM_BASELINE = SHELF_RACK.y + 46.0
PLANKS = {
    name: Box(PLANK_LEFT, PLANK_TOP + row * PLANK_DOWN, frame.RIGHT - PLANK_LEFT, PLANK_HIGH)
    for row, name in enumerate(MATRICES)
}


def in_block(name: str, n: int, line: int) -> Boxes:
    """Return where the numbers of a matrix stand in Falk's layout; n for no trays."""
    return block(BLOCKS[name], n, line)


def on_plank(name: str, n: int, line: int) -> Boxes:
    """Return where they stand on the shelf, row after row."""
    return plank(PLANKS[name], n * n, line)


def board(name: str) -> Box:
    """Return the board under a part of the shelf."""
    box = PLANKS[name]
    return Box(box.x - NAME_GAP, box.bottom, box.width + 2 * NAME_GAP, BOARD)


def name_at(name: str, *, shelved: bool = False) -> tuple[float, float]:
    """Return where the name of a matrix begins, and its baseline."""
    if shelved:
        box = PLANKS[name]
        return frame.LEFT, box.centre[1] + NAME_GAP
    box = BLOCKS[name]
    return box.x, box.y - NAME_GAP
