"""Where the cells of a matrix stand."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.kit.ground import lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.sizes import CELL, SMALLEST

HALO = 15.0  # pixels to which the glow around a cell reaches where there is room
CELL_PADDING = 5.0  # least ink-to-edge room at either side of a numeral
DENSE = 60.0  # cells lower than this have the small brackets


@dataclass(frozen=True)
class GridPlace:
    """A grid of equal cells from (x, y), ``gap`` apart; rows ``row_gap``, if that differs."""

    x: float
    y: float
    rows: int
    columns: int
    cell_width: float
    cell_height: float
    gap: float = 10.0
    type_size: float | None = None
    row_gap: float | None = None

    @property
    def down(self) -> float:
        """The gap between two rows."""
        return self.gap if self.row_gap is None else self.row_gap

    def cell(self, i: int, j: int) -> Box:
        """Return the box of the cell in row ``i`` and column ``j``."""
        left = self.x + j * (self.cell_width + self.gap)
        top = self.y + i * (self.cell_height + self.down)
        return Box(left, top, self.cell_width, self.cell_height)

    @property
    def box(self) -> Box:
        """The box of all cells; of no cells, an empty one."""
        width = self.columns * (self.cell_width + self.gap) - self.gap
        height = self.rows * (self.cell_height + self.down) - self.down
        return Box(self.x, self.y, max(0.0, width), max(0.0, height))

    def column_box(self, j: int) -> Box:
        """Return the box of column ``j``, from its first cell to its last."""
        return Box.around(self.cell(0, j), self.cell(self.rows - 1, j))

    def row_box(self, i: int) -> Box:
        """Return the box of row ``i``."""
        return Box.around(self.cell(i, 0), self.cell(i, self.columns - 1))

    @property
    def halo_reach(self) -> float:
        """How far the glow around a cell may reach, and meet no numeral of its neighbours."""
        return min(HALO, min(self.gap, self.down) + CELL_PADDING)

    @property
    def dense(self) -> bool:
        """Whether the cells are so low that brackets shrink."""
        return self.cell_height < DENSE

    @property
    def tick(self) -> float:
        """The length of a bracket's ticks."""
        return 10.0 if self.dense else 14.0

    @property
    def bracket_box(self) -> Box:
        """The box that the brackets enclose."""
        pad, over = (10.0, 6.0) if self.dense else (18.0, 12.0)
        box = self.box
        return Box(box.x - pad, box.y - over, box.width + 2 * pad, box.height + 2 * over)


def numeral_size(numerals: list[str], room: float, height: float) -> float:
    """Return the largest size at which all numerals fit a cell, bold as they may become."""
    widest = max((lettering.width(text, 1.0, bold=True) for text in numerals), default=0.0)
    fitting = (room - 2 * CELL_PADDING) / widest if widest else CELL
    return max(SMALLEST, min(CELL, height * 0.55, fitting))


def least_width(numerals: list[str]) -> float:
    """Return the narrowest cell in which all numerals can be read."""
    widest = max((lettering.width(text, SMALLEST, bold=True) for text in numerals), default=0.0)
    return widest + 2 * CELL_PADDING
