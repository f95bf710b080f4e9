"""Where a picture, its windows and its kernel stand, sliding and unrolled.  Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mathcore import ConvTrace
from scenes.acts.convolution.numeral_room import has_room, printed, square_grid, stacked
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import LEFT, RIGHT, Box
from scenes.kit.ground.sizes import LABEL, LEADING, SMALL
from scenes.kit.product.grid_geometry import GridPlace, least_width
from scenes.kit.sums.term_line_geometry import TermsPlace, even_slots, factor_width, fitted

PICTURE_TOP, PICTURE_SIDE, PICTURE_WIDTH, PIXEL, GAP = 146.0, 340.0, 700.0, 64.0, 5.0
OUTPUT_X, OUTPUT_HIGH, APART = 928.0, 271.0, 60.0
LABEL_ROOM, LABEL_APART, LABEL_GAP = 330.0, 24.0, 20.0  # of the kernel's name
LEAST_ROW = 3.0
BRACKET = 10.0  # how far the brackets of a dense matrix stand outside
SHEET_TOP, SHEET_FLOOR, ROW, ROW_GAP = 512.0, 914.0, 41.0, 4.0
SHEET_WIDTH, SHEET_CELL, SHEET_GAP, COLUMN_CELL = 1400.0, 120.0, 8.0, 120.0
COLUMN_TOP, COLUMN_FLOOR = 79.0, 480.0
STRIP_RIGHT, CHART_TOP, CHART_FLOOR, CHART_RIGHT = 1510.0, 668.0, 915.0, 1540.0
FACTORS, PRODUCTS, TOTAL_X, PRODUCT_SIZE = 566.0, 634.0, 1723.0, 46.0
TWO_ROWS = (
    18.0  # between two rows alone: the light on the second is clear of the name beside the first
)
TALLY_X, TALLY_HALF, UPPER, LOWER = 880.0, 220.0, 202.0, 384.0
TOTAL_BESIDE = 200.0  # the equals sign
ROW_FACTORS, ROW_PRODUCTS, ROW_PRODUCT_SIZE = 60.0, 122.0, 40.0  # below a row's floor


@dataclass(frozen=True)
class ConvPlace:
    """Places of the picture, the kernel and the output, and of what they unroll into.

    ``picture``, ``kernel`` and ``output`` are grids; ``sheet`` has a window a row, ``column`` is
    the unrolled kernel and ``result`` the unrolled output.
    """

    trace: ConvTrace
    picture: GridPlace
    kernel: GridPlace
    output: GridPlace
    sheet: GridPlace
    column: GridPlace
    result: GridPlace
    rightmost: float  # where the output may end: clear of the kernel, and of its name
    label: Box  # the kernel's name, below it

    @property
    def strip(self) -> TermsPlace:
        """The terms of a window that slides."""
        equals, matmul = (STRIP_RIGHT + TOTAL_X) / 2, self.trace.matmul()

        def from_left(left: float) -> TermsPlace:
            slots = even_slots(left, STRIP_RIGHT, self.sheet.columns)
            place = TermsPlace(slots, PRODUCTS, PRODUCT_SIZE, equals, TOTAL_X, FACTORS, LABEL)
            return fitted(place, matmul)

        place = from_left(LEFT)
        overhang = factor_width(matmul) * place.factor_size / 2 - (place.slots[0] - LEFT)
        return from_left(LEFT + overhang) if place.crowded else place

    @property
    def tally_x(self) -> float:
        """The middle of what is counted: beside the picture, clear of it."""
        if self.picture.box.right + APART + TALLY_HALF <= TALLY_X:
            return TALLY_X
        return (self.picture.box.right + self.rightmost) / 2

    @property
    def chart(self) -> Box:
        """The running sum of a window that slides."""
        return Box(LEFT, CHART_TOP, CHART_RIGHT - LEFT, CHART_FLOOR - CHART_TOP)

    def row_strip(self, p: int) -> TermsPlace:
        """Return the terms of a window that has become row ``p``, above or below it."""
        slots = tuple(self.sheet.cell(p, k).centre[0] for k in range(self.sheet.columns))
        floor = self.sheet.cell(p, 0).bottom
        between = (self.sheet.bracket_box.right + self.result.bracket_box.x) / 2
        equals = slots[-1] + (self.sheet.cell_width + SHEET_GAP) * 0.72
        total = min(between, equals + TOTAL_BESIDE)
        place = TermsPlace(
            slots,
            floor + ROW_PRODUCTS,
            ROW_PRODUCT_SIZE,
            equals,
            total,
            floor + ROW_FACTORS,
        )
        return fitted(place, self.trace.matmul())

    @property
    def fits(self) -> bool:
        """Whether every numeral has room, and nothing stands over anything else."""
        image, kernels, results = _numerals(self.trace)
        grids = (self.picture, image), (self.output, results), (self.kernel, kernels)
        return (
            all(has_room(place, numerals) for place, numerals in grids)
            and min(self.sheet.cell_height, self.column.cell_height) >= LEAST_ROW
            and self.picture.box.right + APART <= self.output.x
            and self.output.box.right <= self.rightmost
            and (self.label.bottom <= SHEET_TOP or self.sheet.bracket_box.right < self.label.x)
            and self.strip.roomy
            and self.row_strip(0).roomy
        )


def conv_place(trace: ConvTrace, kernel_name: str = "") -> ConvPlace:
    """Return where the convolution of a picture of one channel stands."""
    _, high, wide = trace.image.shape
    pixels, weights, results = _numerals(trace)
    picture = square_grid(
        Box(LEFT, PICTURE_TOP, PICTURE_WIDTH, PICTURE_SIDE), high, wide, PIXEL, GAP, pixels
    )
    middle = picture.box.centre[1]
    kernel = _centred(trace.windows.kernel, picture, middle, weights)
    output = _centred(trace.windows.shape, picture, middle, results)
    kernel = replace(kernel, x=RIGHT - kernel.box.width)
    positions, entries = trace.columns.shape
    cell = min(SHEET_CELL, (SHEET_WIDTH + SHEET_GAP) / entries - SHEET_GAP)
    right = RIGHT - BRACKET - COLUMN_CELL
    column = stacked(
        Box(right, COLUMN_TOP, COLUMN_CELL, COLUMN_FLOOR - COLUMN_TOP), entries, ROW, ROW_GAP
    )
    down = Box(right, SHEET_TOP, COLUMN_CELL, SHEET_FLOOR - SHEET_TOP)
    result = stacked(down, positions, ROW, ROW_GAP)
    if positions == 2:
        result = replace(result, row_gap=TWO_ROWS)
    rightmost = min(
        kernel.x - APART, column.bracket_box.x - 2 * LABEL_APART - _label(kernel_name, 0.0).width
    )
    return ConvPlace(
        trace,
        picture,
        kernel,
        replace(
            output,
            x=_between(picture.box.right, rightmost, output.box.width),
        ),
        replace(result, x=LEFT + BRACKET, columns=entries, cell_width=cell, gap=SHEET_GAP),
        replace(column, y=COLUMN_FLOOR - column.box.height),
        replace(result, gap=SHEET_GAP),
        rightmost,
        _label(kernel_name, max(kernel.box.bottom, output.box.bottom)),
    )


def _numerals(trace: ConvTrace) -> tuple[list[str], list[str], list[str]]:
    """Return what is printed of the pixels, of the weights and of the results."""
    return printed(trace.image), printed(trace.kernels), printed(trace.result)


def _centred(
    sizes: tuple[int, int], picture: GridPlace, middle: float, numerals: list[str]
) -> GridPlace:
    """Return a grid beside the picture, as high as its name under it leaves room for."""
    rows, columns = sizes
    cell = min(picture.cell_height, (OUTPUT_HIGH + GAP) / rows - GAP)
    high = rows * (cell + GAP) - GAP
    top = max(PICTURE_TOP, min(middle - high / 2, PICTURE_TOP + OUTPUT_HIGH - high))
    return GridPlace(0.0, top, rows, columns, max(cell, least_width(numerals)), cell, GAP)


def _label(name: str, floor: float) -> Box:
    """Return where a name stands below a ``floor``, broken into lines, at the right."""
    lines = lettering.wrap(name, SMALL, LABEL_ROOM) if name else ()
    wide = max((lettering.width(line, SMALL) for line in lines), default=0.0)
    return Box(RIGHT - wide, floor + LABEL_GAP, wide, len(lines) * LEADING)


def _between(left: float, right: float, width: float) -> float:
    """Return where the output begins: where it usually does, if it is clear of its neighbours."""
    if left + APART <= OUTPUT_X and OUTPUT_X + width <= right:
        return OUTPUT_X
    return (left + APART + right - width) / 2
