"""Where a picture, its windows and its kernel stand, sliding and unrolled.  Pure."""

from __future__ import annotations

from dataclasses import dataclass

from mathcore import ConvTrace
from scenes.kit.ground.frame import LEFT, RIGHT, Box
from scenes.kit.ground.sizes import LABEL
from scenes.kit.product.grid_geometry import GridPlace
from scenes.kit.sums.term_line_geometry import TermsPlace, even_slots

PICTURE_TOP, PICTURE_SIDE, PIXEL, GAP = 146.0, 340.0, 64.0, 5.0
OUTPUT_X = 928.0
BRACKET = 10.0  # how far the brackets of a dense matrix stand outside
SHEET_TOP, SHEET_FLOOR, ROW, ROW_GAP = 512.0, 914.0, 41.0, 4.0
SHEET_CELL, SHEET_GAP, COLUMN_CELL = 120.0, 8.0, 120.0
COLUMN_FLOOR = 480.0
STRIP_RIGHT, CHART_TOP, CHART_FLOOR, CHART_RIGHT = 1510.0, 668.0, 915.0, 1540.0
FACTORS, PRODUCTS, TOTAL_X, PRODUCT_SIZE = 566.0, 634.0, 1723.0, 46.0
ROW_FACTORS, ROW_PRODUCTS, ROW_PRODUCT_SIZE = 60.0, 122.0, 40.0  # below a row's floor


@dataclass(frozen=True)
class ConvPlace:
    """Places of the picture, the kernel and the output, and of what they unroll into.

    ``picture``, ``kernel`` and ``output`` are grids; ``sheet`` has a window a row, ``column`` is
    the unrolled kernel and ``result`` the unrolled output.
    """

    picture: GridPlace
    kernel: GridPlace
    output: GridPlace
    sheet: GridPlace
    column: GridPlace
    result: GridPlace

    @property
    def strip(self) -> TermsPlace:
        """The terms of a window that slides."""
        slots = even_slots(LEFT, STRIP_RIGHT, self.sheet.columns)
        equals = (STRIP_RIGHT + TOTAL_X) / 2
        return TermsPlace(slots, PRODUCTS, PRODUCT_SIZE, equals, TOTAL_X, FACTORS, LABEL)

    @property
    def chart(self) -> Box:
        """The running sum of a window that slides."""
        return Box(LEFT, CHART_TOP, CHART_RIGHT - LEFT, CHART_FLOOR - CHART_TOP)

    def row_strip(self, p: int) -> TermsPlace:
        """Return the terms of a window that has become row ``p``, above or below it."""
        slots = tuple(self.sheet.cell(p, k).centre[0] for k in range(self.sheet.columns))
        floor = self.sheet.cell(p, 0).bottom
        total = (self.sheet.bracket_box.right + self.result.bracket_box.x) / 2
        equals = slots[-1] + (self.sheet.cell_width + SHEET_GAP) * 0.72
        return TermsPlace(
            slots,
            floor + ROW_PRODUCTS,
            ROW_PRODUCT_SIZE,
            equals,
            total,
            floor + ROW_FACTORS,
        )


def conv_place(trace: ConvTrace) -> ConvPlace:
    """Return where the convolution of a picture of one channel stands."""
    _, high, wide = trace.image.shape
    rows, columns = trace.windows.shape
    kernel_rows, kernel_columns = trace.windows.kernel
    picture = square_grid(LEFT, PICTURE_TOP, high, wide, PICTURE_SIDE)
    cell, middle = picture.cell_width, picture.box.centre[1]
    kernel = _centred(kernel_rows, kernel_columns, cell, middle)
    kernel_at = RIGHT - kernel.box.width
    output = _centred(rows, columns, cell, middle)
    positions, entries = trace.columns.shape
    pitch = min(ROW + ROW_GAP, (SHEET_FLOOR - SHEET_TOP + ROW_GAP) / max(positions, 1))
    sheet = GridPlace(
        LEFT + BRACKET,
        SHEET_TOP,
        positions,
        entries,
        SHEET_CELL,
        pitch - ROW_GAP,
        SHEET_GAP,
        row_gap=ROW_GAP,
    )
    right = RIGHT - BRACKET - COLUMN_CELL
    top = COLUMN_FLOOR - entries * (ROW + ROW_GAP) + ROW_GAP
    column = GridPlace(right, top, entries, 1, COLUMN_CELL, ROW, ROW_GAP)
    result = GridPlace(
        right, SHEET_TOP, positions, 1, COLUMN_CELL, pitch - ROW_GAP, SHEET_GAP, row_gap=ROW_GAP
    )
    return ConvPlace(
        picture,
        _moved(kernel, kernel_at),
        _moved(output, OUTPUT_X),
        sheet,
        column,
        result,
    )


def square_grid(
    x: float, y: float, rows: int, columns: int, side: float, most: float = PIXEL, gap: float = GAP
) -> GridPlace:
    """Return a grid of square cells that is at most ``side`` wide and high."""
    cell = min(most, (side + gap) / max(rows, columns) - gap)
    return GridPlace(x, y, rows, columns, cell, cell, gap)


def _centred(rows: int, columns: int, cell: float, middle: float) -> GridPlace:
    high = rows * (cell + GAP) - GAP
    return GridPlace(0.0, middle - high / 2, rows, columns, cell, cell, GAP)


def _moved(place: GridPlace, x: float) -> GridPlace:
    return GridPlace(
        x, place.y, place.rows, place.columns, place.cell_width, place.cell_height, GAP
    )
