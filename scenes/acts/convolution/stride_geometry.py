"""Where a padded picture, its windows and the rows that a stride leaves stand.  Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from mathcore import ConvTrace
from scenes.acts.convolution.numeral_room import has_room, printed, square_grid, stacked
from scenes.kit.ground.frame import LEFT, RIGHT, Box
from scenes.kit.product.grid_geometry import GridPlace

TOP, CELL, GAP = 150.0, 60.0, 4.0
PICTURE = Box(LEFT, TOP, 500.0, 500.0)
OUTPUT_HIGH, PIXEL, OUTPUT_GAP = (230.0, 370.0), 64.0, 5.0  # high at best, and at most
STRIPS = Box(630.0, 150.0, 520.0, 320.0)
STRIP_GAP, STRIP_SHARE, LEAST_STRIP = 3.0, 0.25, 2.0
SHEET_X, SHEET_WIDTH, SHEET_CELL, SHEET_GAP = 630.0, 850.0, 66.0, 5.0
BRACKET, ROW_TOP, ROW_FLOOR, ROW, ROW_GAP, COLUMN_CELL = 10.0, 512.0, 914.0, 41.0, 4.0, 120.0
COLUMN_TOP, COLUMN_FLOOR, OUTPUT_APART = 79.0, 480.0, 24.0
TALLY_X, TALLY_BASELINE = 1425.0, 290.0


@dataclass(frozen=True)
class StridePlace:
    """Places of the picture with its padding, a strip a window, the sheet, and its product."""

    every: ConvTrace
    strided: ConvTrace
    picture: GridPlace
    output: GridPlace
    strips: tuple[Box, ...]
    sheet: GridPlace
    column: GridPlace
    result: GridPlace

    @property
    def fits(self) -> bool:
        """Whether every numeral has room, and every window is at least a thin strip."""
        pixels, results = padded(self.strided), printed(self.strided.result)
        return (
            has_room(self.picture, printed(pixels))
            and has_room(self.output, results)
            and self.strips[0].height >= LEAST_STRIP
        )


def padded(trace: ConvTrace) -> np.ndarray:
    """Return the picture of one channel with the zeros around it."""
    return np.pad(trace.image[0], trace.windows.padding)


def stride_place(every: ConvTrace, strided: ConvTrace) -> StridePlace:
    """Return the places for all windows (``every``) and those of the stride."""
    pixels, results = padded(strided), printed(strided.result)
    picture = square_grid(PICTURE, len(pixels), len(pixels[0]), CELL, GAP, printed(pixels))
    positions, entries = strided.columns.shape
    at = RIGHT - BRACKET - COLUMN_CELL
    column_room = Box(at, COLUMN_TOP, COLUMN_CELL, COLUMN_FLOOR - COLUMN_TOP)
    column = stacked(column_room, entries, ROW, ROW_GAP)
    rows = Box(at, ROW_TOP, COLUMN_CELL, ROW_FLOOR - ROW_TOP)
    result = stacked(rows, positions, ROW, ROW_GAP)
    cell = min(SHEET_CELL, (SHEET_WIDTH + SHEET_GAP) / entries - SHEET_GAP)
    sheet = replace(result, x=SHEET_X, columns=entries, cell_width=cell, gap=SHEET_GAP)
    wide = RIGHT - sheet.bracket_box.right - OUTPUT_APART
    output, *_ = sorted(
        (
            square_grid(
                Box(0.0, 0.0, wide, high), *strided.windows.shape, PIXEL, OUTPUT_GAP, results
            )
            for high in OUTPUT_HIGH
        ),
        key=lambda place: not has_room(place, results),
    )
    middle = (sheet.bracket_box.right + RIGHT) / 2, sheet.box.centre[1]
    return StridePlace(
        every,
        strided,
        picture,
        _centred(output, *middle),
        _strips(len(every.columns)),
        sheet,
        replace(column, y=COLUMN_FLOOR - column.box.height),
        result,
    )


def _strips(count: int) -> tuple[Box, ...]:
    gap = min(STRIP_GAP, STRIP_SHARE * STRIPS.height / count)
    pitch = (STRIPS.height + gap) / count
    return tuple(
        Box(STRIPS.x, STRIPS.y + p * pitch, STRIPS.width, pitch - gap) for p in range(count)
    )


def _centred(place: GridPlace, x: float, y: float) -> GridPlace:
    box = place.box
    top = max(ROW_TOP, min(y - box.height / 2, ROW_TOP + OUTPUT_HIGH[1] - box.height))
    return replace(place, x=x - box.width / 2, y=top)
