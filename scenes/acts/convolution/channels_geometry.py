"""Where pictures of several channels, their kernels, and what they unroll into stand.  Pure."""

from __future__ import annotations

from dataclasses import dataclass

from mathcore import ConvTrace
from scenes.kit.ground.frame import LEFT, RIGHT, Box
from scenes.kit.ground.sizes import SMALLEST
from scenes.kit.product.grid_geometry import GridPlace
from scenes.kit.sums.term_line_geometry import TermsPlace, under

TOP, MAP_SIDE, MAP_CELL, MAP_GAP, MAP_SPACE = 190.0, 196.0, 46.0, 4.0, 52.0
KERNEL_X, KERNEL_CELL, KERNEL_SPACE, KERNEL_PITCH = 900.0, 46.0, 22.0, 212.0
BRACKET = 10.0
ROW_TOP, ROW, ROW_GAP = 590.0, 44.0, 4.0
ROW_RIGHT, COLUMN_CELL, COLUMN_GAP, COLUMN_FLOOR = 1452.0, 110.0, 10.0, 540.0
STRAND_GAP = 1.5
PRODUCTS, CHART_TOP, CHART_FLOOR, SUMS = 684.0, 708.0, 868.0, 922.0
OUTPUT_SIDE, OUTPUT_GAP, OUTPUT_SPACE = 138.0, 6.0, 38.0
SHAPE_BASELINE = 890.0


@dataclass(frozen=True)
class ChannelPlace:
    """Places of the channels, of each kernel's part for each channel, and of what they become.

    ``columns`` has an entry a row and a kernel a column, too low for numerals.
    """

    channels: tuple[GridPlace, ...]
    kernels: tuple[tuple[GridPlace, ...], ...]
    sheet: GridPlace
    columns: GridPlace
    result: GridPlace
    outputs: tuple[GridPlace, ...]

    @property
    def strip(self) -> TermsPlace:
        """The products, each under its entry of the first row."""
        middles = [self.sheet.cell(0, k).centre[0] for k in range(self.sheet.columns)]
        return under(middles, PRODUCTS, SMALLEST, self.result.cell(0, 0).centre[0])

    @property
    def chart(self) -> Box:
        """The running sum, under the products."""
        return Box(self.sheet.x, CHART_TOP, ROW_RIGHT + 24 - self.sheet.x, CHART_FLOOR - CHART_TOP)

    def part(self, channel: int) -> Box:
        """Return the part of the first row that comes from a channel."""
        each = self.sheet.columns // len(self.channels)
        first = self.sheet.cell(0, channel * each)
        return Box.around(first, self.sheet.cell(0, (channel + 1) * each - 1))


def channel_place(trace: ConvTrace) -> ChannelPlace:
    """Return where a convolution of several channels and kernels stands."""
    count, high, wide = trace.image.shape
    kernels, _, kernel_rows, kernel_columns = trace.kernels.shape
    rows, columns = trace.windows.shape
    positions, entries = trace.columns.shape
    cell = min(MAP_CELL, (MAP_SIDE + MAP_GAP) / max(high, wide) - MAP_GAP)
    pitch = (ROW_RIGHT - LEFT - BRACKET + MAP_GAP) / entries
    right = RIGHT - BRACKET - kernels * (COLUMN_CELL + COLUMN_GAP) + COLUMN_GAP
    strand = (COLUMN_FLOOR - TOP + STRAND_GAP) / entries
    wider = KERNEL_CELL + MAP_GAP
    block = kernel_columns * wider - MAP_GAP + KERNEL_SPACE
    return ChannelPlace(
        tuple(
            GridPlace(LEFT + c * (MAP_SIDE + MAP_SPACE), TOP, high, wide, cell, cell, MAP_GAP)
            for c in range(count)
        ),
        tuple(
            tuple(
                GridPlace(
                    KERNEL_X + c * block,
                    TOP + o * KERNEL_PITCH,
                    kernel_rows,
                    kernel_columns,
                    KERNEL_CELL,
                    KERNEL_CELL,
                    MAP_GAP,
                )
                for c in range(count)
            )
            for o in range(kernels)
        ),
        GridPlace(
            LEFT + BRACKET, ROW_TOP, positions, entries, pitch - MAP_GAP, ROW, MAP_GAP,
            row_gap=ROW_GAP,
        ),
        GridPlace(
            right, TOP, entries, kernels, COLUMN_CELL, strand - STRAND_GAP, COLUMN_GAP,
            row_gap=STRAND_GAP,
        ),
        GridPlace(
            right, ROW_TOP, positions, kernels, COLUMN_CELL, ROW, COLUMN_GAP, row_gap=ROW_GAP
        ),
        tuple(
            _output(o - kernels, rows, columns)
            for o in range(kernels)
        ),
    )  # fmt: skip


def _output(place: int, rows: int, columns: int) -> GridPlace:
    """Return where an output channel stands, counted from the right: -1 is the last."""
    side = (OUTPUT_SIDE + OUTPUT_GAP) / max(rows, columns) - OUTPUT_GAP
    x = RIGHT - BRACKET + OUTPUT_SPACE + place * (OUTPUT_SIDE + OUTPUT_SPACE)
    return GridPlace(x, ROW_TOP, rows, columns, side, side, OUTPUT_GAP)
