"""Where whole maps are mixed: the maps are a row, the recipes columns above the new maps.  Pure."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.acts.feature_fusion.fusion_geometry import Shape, fitting
from scenes.kit.ground import frame
from scenes.kit.ground.frame import Box
from scenes.kit.ground.sizes import LEADING
from scenes.kit.product.grid_geometry import GridPlace

FUSED, FUSED_GAP, FUSED_TOP = Box(0, 0, 282, 186), 14.0, 620.0
MAP, MAP_GAP, MAPS_LEFT = Box(0, 0, 188, 124), 18.0, frame.LEFT + 18.0
CELL_WIDTH, CELL_HEIGHT, ROW_GAP, MATRIX_TOP = 150.0, 72.0, 10.0, 224.0
AIR = 12.0  # above and below the maps
HEADS = 188.0  # the baseline of the recipes' names
BESIDE = 20.0  # from the bracket to the names of its rows
LOWER = 64.0  # from the matrix down to the new maps, at least
HEAD_ROOM = FUSED.width
NAMES_LEFT = frame.LEFT + FUSED.width + 24.0


@dataclass(frozen=True)
class MapsPlace:
    """The maps, the matrix of the recipes, and the new maps.

    The first recipe alone is ``one``; beams run along the ``band``, a little higher than
    the maps, and meet at the ``crossing``, behind the new maps.
    """

    left: GridPlace
    band: GridPlace
    matrix: GridPlace
    one: GridPlace
    result: GridPlace
    crossing: GridPlace
    photo: Box
    maps: tuple[Box, ...]
    fused: tuple[Box, ...]

    @property
    def names_right(self) -> float:
        """Where the names beside the matrix end."""
        return self.matrix.bracket_box.x - BESIDE


def maps_place(shape: Shape, maps: int, recipes: int, lines: int = 1) -> MapsPlace:
    """Return where so many maps and recipes stand, for pictures of a shape.

    The names of the recipes have so many lines.
    """
    pitch = FUSED.width + FUSED_GAP
    x = frame.RIGHT - recipes * pitch + FUSED_GAP
    first = MATRIX_TOP + LEADING * (lines - 1)
    floor = first + maps * (CELL_HEIGHT + ROW_GAP) - ROW_GAP
    result = GridPlace(
        x, max(FUSED_TOP, floor + LOWER), 1, recipes, FUSED.width, FUSED.height, FUSED_GAP
    )
    top = result.cell(0, 0).centre[1] - MAP.height / 2
    left = GridPlace(MAPS_LEFT, top, 1, maps, MAP.width, MAP.height, MAP_GAP)
    inset = (FUSED.width - CELL_WIDTH) / 2
    matrix, one = (
        GridPlace(
            x + inset, first, maps, columns, CELL_WIDTH, CELL_HEIGHT, pitch - CELL_WIDTH,
            row_gap=ROW_GAP,
        )
        for columns in (recipes, 1)
    )  # fmt: skip
    high = MAP.height + 2 * AIR
    return MapsPlace(
        left,
        GridPlace(MAPS_LEFT, top - AIR, 1, maps, MAP.width, high, MAP_GAP),
        matrix,
        one,
        result,
        GridPlace(matrix.x, top - AIR, 1, recipes, CELL_WIDTH, high, matrix.gap),
        fitting(FUSED.moved(frame.LEFT, MATRIX_TOP), shape, across=0, down=0),
        tuple(fitting(left.cell(0, k), shape) for k in range(maps)),
        tuple(fitting(result.cell(0, j), shape) for j in range(recipes)),
    )
