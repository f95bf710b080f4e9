"""Where the mixing desk stands: a fader for each channel, and the map they make.  Pure."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.acts.feature_fusion.fusion_geometry import Shape, fitting
from scenes.kit.ground import frame
from scenes.kit.ground.frame import Box
from scenes.kit.product.grid_geometry import GridPlace

TOP, PITCH, MAP = 196.0, 146.0, Box(0, 0, 188, 124)
CELL_X, CELL_WIDTH, CELL_HEIGHT = 342.0, 140.0, 72.0
FADER, NAME_ABOVE, TRACK_BELOW = (544.0, 984.0), 20.0, 26.0
SCALE_BELOW = 62.0
BIG = Box(1064, TOP, 760, 500)
NAME_BELOW, READ_BELOW = 48.0, 134.0  # from the fused map to its name, and to its one pixel
NAME_ROOM = BIG.x - FADER[0] - 20.0
CREDIT_ROOM, CREDIT_LEADING, LAST_CREDIT = frame.RIGHT - frame.LEFT, 44.0, 918.0


@dataclass(frozen=True)
class DeskPlace:
    """A row for each channel: its map, its weight, its fader; and the fused map at the right."""

    maps: tuple[Box, ...]
    cells: GridPlace
    tracks: tuple[Box, ...]
    names: tuple[float, ...]
    big: Box


def desk_place(shape: Shape, maps: int) -> DeskPlace:
    """Return where the faders of so many maps stand."""
    tops = [TOP + k * PITCH for k in range(maps)]
    middles = [top + MAP.height / 2 for top in tops]
    cells = GridPlace(
        CELL_X, middles[0] - CELL_HEIGHT / 2, maps, 1, CELL_WIDTH, CELL_HEIGHT, 10.0,
        row_gap=PITCH - CELL_HEIGHT,
    )  # fmt: skip
    start, end = FADER
    return DeskPlace(
        tuple(fitting(MAP.moved(frame.LEFT, top), shape, across=0) for top in tops),
        cells,
        tuple(Box(start, middle + TRACK_BELOW, end - start, 0) for middle in middles),
        tuple(middle - NAME_ABOVE for middle in middles),
        fitting(BIG, shape, across=1, down=0),
    )
