"""Where the channels and the kernels stand, side by side, as large as there is room.  Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

import numpy as np

from mathcore import ConvTrace
from scenes.acts.convolution.numeral_room import printed
from scenes.kit.ground.frame import LEFT
from scenes.kit.ground.sizes import SMALLEST
from scenes.kit.product.grid_geometry import GridPlace, least_width

TOP, LOWEST, GAP = 190.0, 560.0, 4.0
CELL, NAME_ROOM = 46.0, 62.0  # at most; a name, and the room around it
KERNEL_X, KERNEL_PITCH, COLUMN_SPACE, BETWEEN = 900.0, 212.0, 48.0, 28.0
NEAR = 20.0
SPACES = (52.0, 22.0), (24.0, 12.0)  # between channels, between the parts of a kernel; if tight


@dataclass(frozen=True)
class Names:
    """How wide names are, in pixels: of channels, of kernels in full, of kernels as heads."""

    channels: tuple[float, ...]
    kernels: tuple[float, ...]
    heads: tuple[float, ...]


@dataclass(frozen=True)
class Upper:
    """A grid for each channel, and one for each kernel's part for each channel.

    ``in_turn`` says that all kernels stand in the same place, one after another.
    """

    channels: tuple[GridPlace, ...]
    kernels: tuple[tuple[GridPlace, ...], ...]
    in_turn: bool
    fits: bool


@dataclass(frozen=True)
class _Way:
    """One way to arrange them."""

    lines: int  # of channels
    in_turn: bool
    cell: float
    spaces: tuple[float, float]


def upper_place(trace: ConvTrace, names: Names, right: float) -> Upper:
    """Return the first way that has room, left of ``right``; the last, if none has."""
    least = least_width(printed(trace.image)), least_width(printed(trace.kernels))
    for way in _ways(len(trace.image), len(trace.kernels)):
        place = _arranged(trace, names, right - COLUMN_SPACE, least, way)
        if place.fits:
            return place
    return place


def _ways(channels: int, kernels: int) -> Iterator[_Way]:
    """Yield ways to arrange them: the plainest first, and each as large as can be."""
    for lines in range(1, channels + 1):
        for in_turn in (False, True)[:kernels]:
            for cell in np.arange(CELL, SMALLEST - 1, -1):
                for spaces in SPACES:
                    yield _Way(lines, in_turn, float(cell), spaces)


def _arranged(
    trace: ConvTrace, names: Names, right: float, least: tuple[float, float], way: _Way
) -> Upper:
    count, high, wide = trace.image.shape
    kernels, _, rows, columns = trace.kernels.shape
    pixel = _grid(high, wide, way.cell, least[0])
    weight = _grid(rows, columns, way.cell, least[1])
    block = max(pixel.box.width, *names.channels) + way.spaces[0]
    part = weight.box.width + way.spaces[1]
    a_line = ceil(count / way.lines)
    maps_end = LEFT + a_line * block - way.spaces[0]
    kernels_wide = max(count * part - way.spaces[1], *names.kernels)
    usual = maps_end + BETWEEN <= KERNEL_X and KERNEL_X + kernels_wide <= right
    x = KERNEL_X if usual else right - kernels_wide
    line = pixel.box.height + NAME_ROOM
    pitch = 0.0 if way.in_turn else _pitch(kernels, weight.box.height)
    if way.lines > 1 and abs(pitch - line) < NEAR:
        pitch = line  # names that are so near stand on one baseline
    lowest = max(way.lines * line - NAME_ROOM, (kernels - 1) * pitch + weight.box.height)
    clear = way.in_turn or kernels == 1 or pitch >= weight.box.height + NAME_ROOM
    return Upper(
        tuple(
            _at(pixel, LEFT + (c % a_line) * block, TOP + (c // a_line) * line)
            for c in range(count)
        ),
        tuple(
            tuple(_at(weight, x + c * part, TOP + o * pitch) for c in range(count))
            for o in range(kernels)
        ),
        way.in_turn,
        maps_end + BETWEEN <= x and TOP + lowest <= LOWEST and clear,
    )


def _pitch(kernels: int, high: float) -> float:
    """Return how far one kernel stands below another: as usual, or what there is room for."""
    return min(KERNEL_PITCH, (LOWEST - TOP - high) / max(1, kernels - 1))


def _grid(rows: int, columns: int, cell: float, least: float) -> GridPlace:
    return GridPlace(0.0, 0.0, rows, columns, max(cell, least), cell, GAP)


def _at(place: GridPlace, x: float, y: float) -> GridPlace:
    return GridPlace(
        x, y, place.rows, place.columns, place.cell_width, place.cell_height, place.gap
    )
