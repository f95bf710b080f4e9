"""Where a padded picture, its windows and the rows that a stride leaves stand.  Pure."""

from __future__ import annotations

from dataclasses import dataclass

from mathcore import ConvTrace
from scenes.acts.convolution.conv_geometry import square_grid
from scenes.kit.ground.frame import LEFT, RIGHT, Box
from scenes.kit.product.grid_geometry import GridPlace

TOP, SIDE, CELL, GAP = 150.0, 444.0, 60.0, 4.0
OUTPUT_SIDE = 230.0
SHAPE_RIGHT, SHAPE_MIDDLE = 560.0, 780.0
STRIPS_X, STRIPS_WIDTH, STRIPS_TOP, STRIPS_FLOOR, STRIP_GAP = 630.0, 520.0, 150.0, 470.0, 3.0
SHEET_X, SHEET_CELL, SHEET_GAP = 630.0, 66.0, 5.0
BRACKET, ROW_TOP, ROW, ROW_GAP, COLUMN_CELL, COLUMN_FLOOR = 10.0, 512.0, 41.0, 4.0, 120.0, 480.0
TALLY_X, TALLY_BASELINE = 1425.0, 290.0


@dataclass(frozen=True)
class StridePlace:
    """Places of the picture with its padding, a strip a window, the sheet, and its product."""

    picture: GridPlace
    output: GridPlace
    strips: tuple[Box, ...]
    sheet: GridPlace
    column: GridPlace
    result: GridPlace


def stride_place(every: ConvTrace, strided: ConvTrace) -> StridePlace:
    """Return the places for all windows (``every``) and those of the stride."""
    (top, bottom), (left, right) = strided.windows.padding
    high, wide = (
        size + extra
        for size, extra in zip(strided.windows.image, (top + bottom, left + right), strict=True)
    )
    picture = square_grid(LEFT, TOP, high, wide, SIDE, CELL, GAP)
    rows, columns = strided.windows.shape
    output = square_grid(0.0, 0.0, rows, columns, OUTPUT_SIDE)
    positions, entries = strided.columns.shape
    at = RIGHT - BRACKET - COLUMN_CELL
    sheet = GridPlace(
        SHEET_X, ROW_TOP, positions, entries, SHEET_CELL, ROW, SHEET_GAP, row_gap=ROW_GAP
    )
    middle = (sheet.bracket_box.right + RIGHT) / 2, sheet.box.centre[1]
    return StridePlace(
        picture,
        _centred(output, *middle),
        _strips(len(every.columns)),
        sheet,
        GridPlace(
            at,
            COLUMN_FLOOR - entries * (ROW + ROW_GAP) + ROW_GAP,
            entries,
            1,
            COLUMN_CELL,
            ROW,
            ROW_GAP,
        ),
        GridPlace(at, ROW_TOP, positions, 1, COLUMN_CELL, ROW, ROW_GAP),
    )


def _strips(count: int) -> tuple[Box, ...]:
    pitch = (STRIPS_FLOOR - STRIPS_TOP + STRIP_GAP) / count
    return tuple(
        Box(STRIPS_X, STRIPS_TOP + p * pitch, STRIPS_WIDTH, pitch - STRIP_GAP) for p in range(count)
    )


def _centred(place: GridPlace, x: float, y: float) -> GridPlace:
    box = place.box
    cell, left, top = place.cell_width, x - box.width / 2, y - box.height / 2
    return GridPlace(left, top, place.rows, place.columns, cell, cell, place.gap)
