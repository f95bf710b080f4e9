"""Grids that are as large as there is room, and whether numerals have room in them.  Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mathcore import format_number
from mathcore.arrays import Array
from scenes.kit.ground.frame import Box
from scenes.kit.ground.sizes import SMALLEST
from scenes.kit.product.grid_geometry import GridPlace, least_width

NARROW = 0.2  # of the pitch: the gap between rows that are too low for the usual one


def printed(values: Array | Iterable[float]) -> list[str]:
    """Return the different numerals of some numbers."""
    flat = values.ravel().tolist() if hasattr(values, "ravel") else values
    return sorted({format_number(value) for value in flat})


def has_room(place: GridPlace, numerals: Sequence[str]) -> bool:
    """Tell whether every numeral can be read in the cells of a grid."""
    return place.cell_height >= SMALLEST and place.cell_width >= least_width([*numerals])


def square_grid(
    room: Box, rows: int, columns: int, most: float, gap: float, numerals: Sequence[str] = ()
) -> GridPlace:
    """Return a grid of cells as large as fits in a room, from its upper left corner.

    They are square, but wider where a numeral has no room.
    """
    high, wide = (room.height + gap) / rows - gap, (room.width + gap) / columns - gap
    cell = min(most, high, max(wide, 1.0))
    return GridPlace(
        room.x, room.y, rows, columns, min(wide, max(cell, least_width([*numerals]))), cell, gap
    )


def stacked(room: Box, rows: int, row: float, gap: float) -> GridPlace:
    """Return a column of cells from the top of a room, each ``row`` high if all fit so."""
    pitch = min(row + gap, (room.height + gap) / rows)
    down = gap if pitch == row + gap else min(gap, NARROW * pitch)
    return GridPlace(room.x, room.y, rows, 1, room.width, pitch - down, gap, row_gap=down)
