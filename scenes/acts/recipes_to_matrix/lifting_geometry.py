"""Where things stand while the numbers lift off: lines at the left, columns at the right."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.acts.recipes_to_matrix.formulas_geometry import FormulaPlace
from scenes.kit.ground import frame
from scenes.kit.ground.frame import Box
from scenes.kit.ground.name_lines import widest
from scenes.kit.ground.sizes import LEADING
from scenes.kit.product.grid_geometry import GridPlace
from scenes.kit.product.product_geometry import ProductPlace

TOP, FOOT = 182.0, 912.0
LINE_PITCH, CELL_HEIGHT = 98.0, 72.0
CELL_GAP, LEAST_GAP = 8.0, 2.0
HEAD_GAP = 24.0  # between the names of the lines and their numbers
MIDDLE_GAP = 50.0  # between the lines and the bottles beside the columns
MOST_APART = 76.0
GLASS, ASPECT = 84.0, 0.62


@dataclass(frozen=True)
class LiftOffPlace:
    """``row`` is what we have, above the lines; the columns of the matrix grow at the right.

    ``apart`` is the gap between those columns; ``titled`` lines keep their names.
    """

    row: GridPlace
    left: float
    top: float
    pitch: float
    cell: Box  # of the first number
    gap: float  # between two numbers
    shift: float  # of the first column, from its place in the product
    apart: float
    titled: bool

    def number(self, j: int, k: int) -> Box:
        """Return the box of number ``k`` of line ``j``."""
        return self.cell.moved(k * (self.cell.width + self.gap), j * self.pitch)

    def column_shift(self, j: int) -> float:
        """Return how far column ``j`` stands from where it is in the product's matrix."""
        return self.shift + j * self.apart

    def glass(self, j: int) -> Box:
        """Return the box of the glass at the head of line ``j``."""
        height = min(GLASS, self.cell.height + 12)
        middle = self.number(j, 0).centre[1]
        return Box(frame.LEFT, middle - height / 2, height * ASPECT, height)


def lift_off_place(sheet: FormulaPlace, product: ProductPlace) -> LiftOffPlace:
    """Return where lines and columns stand side by side."""
    titled = product.column_names is not None
    names = max(widest(head, sheet.head_size, bold=True) for head in sheet.heads) + 18
    left = frame.LEFT + GLASS * ASPECT + (names if titled else 0) + HEAD_GAP
    count, lines = len(sheet.columns), sheet.lines
    wanted = product.row.cell_width + product.row.gap
    heads = product.icon * 0.53 + 20
    columns_room = lines * product.matrix.cell_width + (lines - 1) * product.matrix.gap + heads
    room = frame.RIGHT - columns_room - MIDDLE_GAP - left
    pitch = max(sheet.cell[0] + LEAST_GAP, min(wanted, room / count))
    gap = min(CELL_GAP, pitch - sheet.cell[0])
    row = GridPlace(left, TOP, 1, count, pitch - gap, product.row.cell_height, gap)
    apart = (frame.RIGHT - columns_room - MIDDLE_GAP - row.bracket_box.right) / max(1, lines - 1)
    apart = max(0.0, min(MOST_APART, apart))
    below = row.bracket_box.bottom + 16 + _names(product)
    step = min(LINE_PITCH, (FOOT - below) / lines)
    height = min(CELL_HEIGHT, step - CELL_GAP)
    top = below + (FOOT - below - step * lines) / 3
    cell = Box(left, top + (step - height) / 2, pitch - gap, height)
    shift = frame.RIGHT - 18 - (lines - 1) * apart - product.matrix.box.right
    return LiftOffPlace(row, left, top, step, cell, gap, shift, apart, titled)


def _names(product: ProductPlace) -> float:
    """Return the height of the names below the row."""
    if not product.inner_names:
        return 0.0
    return 16 + max(map(len, product.inner_names)) * LEADING
