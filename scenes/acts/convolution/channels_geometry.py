"""Where pictures of several channels, their kernels, and what they unroll into stand.  Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from mathcore import ConvTrace
from scenes.acts.convolution.numeral_room import has_room, printed, stacked
from scenes.acts.convolution.upper_geometry import TOP, Names, Upper, upper_place
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import LEFT, RIGHT, Box
from scenes.kit.ground.sizes import SMALL, SMALLEST
from scenes.kit.product.grid_geometry import GridPlace, least_width
from scenes.kit.sums.term_line_geometry import TermsPlace, bare_width, under

GAP, BRACKET = 4.0, 10.0
ROW_TOP, ROW_FLOOR, ROW, ROW_GAP, ROW_CELL = 590.0, 830.0, 44.0, 4.0, 120.0
BESIDE_ROW, BELOW_CHART = 132.0, 24.0
COLUMN_CELL, COLUMN_GAP, COLUMN_FLOOR, STRAND, STRAND_GAP = 110.0, 10.0, 540.0, 44.0, 1.5
PRODUCTS, CHART_TOP, CHART_FLOOR, SUMS = 684.0, 708.0, 868.0, 922.0
OUTPUT_SIDE, OUTPUT_HIGH, OUTPUT_GAP, OUTPUT_SPACE, OUTPUT_CELL = 138.0, 285.0, 6.0, 38.0, 66.0
CROWDED_CELL = 36.0
NAME_SPACE, SIGN_SPACE, APART = 12.0, 44.0, 24.0


@dataclass(frozen=True)
class ChannelPlace:
    """Places of the channels, of each kernel's part for each channel, and of what they become.

    ``columns`` has an entry a row and a kernel a column, too low for numerals.
    """

    trace: ConvTrace
    upper: Upper
    sheet: GridPlace
    columns: GridPlace
    result: GridPlace
    outputs: tuple[GridPlace, ...]
    widest: float  # name of a channel

    @cached_property
    def strip(self) -> TermsPlace:
        """The products, each under its entry of the first row."""
        middles = [self.sheet.cell(0, k).centre[0] for k in range(self.sheet.columns)]
        return under(middles, PRODUCTS, SMALLEST, self.result.cell(0, 0).centre[0])

    @property
    def has_products(self) -> bool:
        """Whether the products have room; else their bars alone tell them."""
        room = self.sheet.cell_width + self.sheet.gap
        return bare_width(self.trace.matmul().products[0].ravel()) * SMALLEST <= room

    @property
    def has_names(self) -> bool:
        """Whether what a channel adds has room for its name; else its hue alone tells it."""
        return self.sheet.cell_width >= _part_cell(self.trace, self.widest + NAME_SPACE)

    @property
    def chart(self) -> Box:
        """The running sum, under the products."""
        right = self.result.x - BESIDE_ROW + BELOW_CHART
        return Box(self.sheet.x, CHART_TOP, right - self.sheet.x, CHART_FLOOR - CHART_TOP)

    def part(self, channel: int) -> Box:
        """Return the part of the first row that comes from a channel."""
        each = self.sheet.columns // len(self.upper.channels)
        first = self.sheet.cell(0, channel * each)
        return Box.around(first, self.sheet.cell(0, (channel + 1) * each - 1))

    @property
    def fits(self) -> bool:
        """Whether every numeral and every name has room."""
        return (
            self.upper.fits
            and (len(self.trace.image) == 1 or self.sheet.cell_width >= _part_cell(self.trace))
            and self.sheet.cell_height >= STRAND_GAP * 2
            and self.sheet.cell_width >= STRAND_GAP * 4
            and self.sheet.bracket_box.right <= self.chart.right
            and all(has_room(each, printed(self.trace.result)) for each in self.outputs)
            and self.sheet.box.right + APART <= self.outputs[0].x
        )


def channel_place(trace: ConvTrace, names: Names) -> ChannelPlace:
    """Return where a convolution of several channels and kernels stands."""
    kernels, (rows, columns) = len(trace.kernels), trace.windows.shape
    positions, entries = trace.columns.shape
    results = printed(trace.result)
    head = max(names.heads) + COLUMN_GAP
    cell = max(COLUMN_CELL, least_width(results), head)
    right = RIGHT - BRACKET - kernels * (cell + COLUMN_GAP) + COLUMN_GAP
    strand = min(STRAND + STRAND_GAP, (COLUMN_FLOOR - TOP + STRAND_GAP) / entries)
    outputs = _outputs(kernels, rows, columns, least_width(results), max(names.heads))
    row_right = min(right - BESIDE_ROW, outputs[0].x - APART - BRACKET)
    room = row_right - LEFT - BRACKET
    row = min(
        (room + GAP) / entries - GAP,
        max(ROW_CELL, _part_cell(trace, max(names.channels) + NAME_SPACE)),
    )
    result = stacked(Box(right, ROW_TOP, cell, ROW_FLOOR - ROW_TOP), positions, ROW, ROW_GAP)
    return ChannelPlace(
        trace,
        upper_place(trace, names, right),
        replace(result, x=LEFT + BRACKET, columns=entries, cell_width=row, gap=GAP),
        GridPlace(
            right, TOP, entries, kernels, cell, strand - STRAND_GAP, COLUMN_GAP,
            row_gap=STRAND_GAP,
        ),
        replace(result, columns=kernels, gap=COLUMN_GAP),
        outputs,
        max(names.channels),
    )  # fmt: skip


def _part_cell(trace: ConvTrace, name: float = 0.0) -> float:
    """Return how wide the cells of a row must be for what each channel adds to stand under them.

    There is room for a ``name`` beside it.
    """
    each = trace.columns.shape[1] // len(trace.image)
    products = trace.matmul().products[0].reshape(len(trace.kernels[0]), -1, len(trace.kernels))
    sums = printed(products.sum(axis=1))
    number = max(lettering.width(text, SMALL, bold=True) for text in sums)
    need = name + number + SIGN_SPACE
    return float((need + GAP) / each - GAP)


def _outputs(
    kernels: int, rows: int, columns: int, least: float, name: float
) -> tuple[GridPlace, ...]:
    """Return where the output channels stand, the last one at the right."""
    cell = min(OUTPUT_CELL, (OUTPUT_SIDE + OUTPUT_GAP) / max(rows, columns) - OUTPUT_GAP)
    if cell < SMALLEST:
        cell = min(CROWDED_CELL, (OUTPUT_HIGH + OUTPUT_GAP) / rows - OUTPUT_GAP)
    place = GridPlace(0.0, ROW_TOP, rows, columns, max(cell, least), cell, OUTPUT_GAP)
    wide = max(OUTPUT_SIDE, place.box.width, name)
    pitch, inside = wide + OUTPUT_SPACE, (wide - place.box.width) / 2
    start = RIGHT - BRACKET + OUTPUT_SPACE - kernels * pitch + inside
    return tuple(replace(place, x=start + o * pitch) for o in range(kernels))
