"""Where the picture of the product stands: row · matrix = result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mathcore import format_number
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.name_lines import Lines, fitted, widest
from scenes.kit.ground.sizes import LEADING, SMALLEST
from scenes.kit.product.grid_geometry import GridPlace, least_width, numeral_size
from scenes.kit.product.labelled_product import LabelledProduct, LayoutError, said

UPPER, LOWER = 148.0, 706.0  # the picture stands between them; the large shape line is below
CELL_WIDTHS = 124.0, 148.0, 148.0  # of the row, the matrix, the result, where there is room
LEAST_ROW, WIDEST = 96.0, 190.0  # of a row cell that makes way for names; of one that takes it
MOST_SCALE = 1.2
MATRIX_HEIGHT, TALLEST_CELL = 396.0, 84.0
SIGN_ROOM, HEAD_GAP = 76.0, 10.0  # for · and for =; between a row head and the bracket
TALLEST_BOTTLE, BOTTLE_ASPECT = 152.0, 0.53  # the widest silhouette, over the tallest
NAME_GAP, MOST_LINES = 16.0, 3


@dataclass(frozen=True)
class ProductPlace:
    """Three grids on one axis, and what stands around them.

    Names are lines for each inner index or column, or ``None`` where there are none, or they do not
    fit and icons stand for them.
    """

    row: GridPlace
    matrix: GridPlace
    result: GridPlace
    dot: tuple[float, float]
    equals: tuple[float, float]
    bottle: float  # the tallest bottle in the row
    icon: float  # the tallest bottle beside the matrix
    inner_names: tuple[Lines, ...] | None
    column_names: tuple[Lines, ...] | None

    @property
    def axis(self) -> float:
        """The pixel row on which everything is centred."""
        return self.matrix.box.centre[1]

    @property
    def head_x(self) -> float:
        """The middle of the bottles beside the matrix."""
        return self.matrix.bracket_box.x - HEAD_GAP - self.icon * BOTTLE_ASPECT / 2

    def head_foot(self, k: int) -> float:
        """Return the floor of the bottle beside row ``k``."""
        return self.matrix.cell(k, 0).centre[1] + self.icon / 2

    @property
    def heads_lowest(self) -> float:
        """The last baseline of the names above the matrix."""
        return self.matrix.bracket_box.y - NAME_GAP - 4

    def head_glass(self, j: int) -> Box:
        """Return the box of the glass that stands for the name of column ``j``."""
        cell, height = self.matrix.cell(0, j), 64.0
        return Box(cell.centre[0] - 19, self.matrix.bracket_box.y - NAME_GAP - height, 38, height)

    def names_first(self, grid: GridPlace) -> float:
        """Return the first baseline of the names under the row or the result."""
        return grid.bracket_box.bottom + NAME_GAP + SMALLEST * 0.733

    def vessel(self, j: int) -> Box:
        """Return the box of the glass in result cell ``j``."""
        cell = self.result.cell(0, j)
        height = cell.height - 40
        width = min(cell.width - 16, height * 0.46)
        return Box(cell.centre[0] - width / 2, cell.y + 20, width, height)


def product_place(product: LabelledProduct, language: str, *, icons: bool = False) -> ProductPlace:
    """Return where a product stands in one line.

    With ``icons`` one row of likenesses stands for what we have, and one for what we make; without,
    the numbers of all rows.

    Raises
    ------
    LayoutError
        If the numbers or their names need more room than there is.
    """
    return _with_icons(product, language) if icons else _in_numbers(product, language)


def _with_icons(product: LabelledProduct, language: str) -> ProductPlace:
    _, count, n = product.sizes
    numerals = _printed(product.trace.right)
    gap = 10.0 if max(count, 2 * n) <= 8 else 6.0
    height = min(TALLEST_CELL, (MATRIX_HEIGHT - (count - 1) * gap) / count)
    icon = min(84.0, height + gap - 6)
    words = [word for name in said(product.columns, language) for word in lettering.pieces(name)]
    name = widest([word.strip() for word in words], SMALLEST) - gap + 8
    widths = _widths(count, n, gap, icon, least_width(numerals), name)
    bottle = min(TALLEST_BOTTLE, (widths[0] - 10) / BOTTLE_ASPECT)
    grids = _grids((1, count, n), widths, (bottle + 44, height), gap, _head_room(icon))
    size = numeral_size(numerals, widths[1], height)
    names = _names(product, language, widths, gap)
    return _lifted(grids, (None, size, None), bottle, icon, names)


def _in_numbers(product: LabelledProduct, language: str) -> ProductPlace:
    m, count, n = product.sizes
    matrices = product.trace.left, product.trace.right, product.trace.result
    gap, most = 10.0 if max(count, 2 * n) <= 8 else 6.0, max(m, count)
    height = min(TALLEST_CELL, (MATRIX_HEIGHT - (most - 1) * gap) / most)
    room = frame.RIGHT - frame.LEFT - _fixed(count, n, gap, 0.0)
    scale = min(1.0, room / (count * CELL_WIDTHS[0] + n * sum(CELL_WIDTHS[1:])))
    row, matrix, result = (
        max(least_width(_printed(values)), scale * width)
        for values, width in zip(matrices, CELL_WIDTHS, strict=True)
    )
    needed = count * row + n * (matrix + result)
    if needed > room + 1e-6:
        what = f"its numerals need {needed:.0f} pixels in one line, and there are {room:.0f}"
        raise LayoutError(f"{product.place}: {what}: use Falk's layout, or shorter numbers")
    widths = row, matrix, result
    names = _names(product, language, widths, gap)
    for axis, shown in zip(("inner", "columns"), names, strict=True):
        if shown is None and getattr(product, axis):
            raise LayoutError(
                f"{product.place}: there is no room for all names of {axis}: shorten them"
            )
    grids = _grids((m, count, n), widths, (height, height), gap, 0.0)
    sizes = [
        numeral_size(_printed(values), width, height)
        for values, width in zip(matrices, widths, strict=True)
    ]
    return _lifted(grids, tuple(sizes), 0.0, 0.0, names)


def _printed(values: np.ndarray) -> list[str]:
    return [format_number(value) for value in values.flat]


def _head_room(icon: float) -> float:
    """Return the room for icons beside the matrix."""
    return icon * BOTTLE_ASPECT + HEAD_GAP if icon else 0.0


def _fixed(count: int, n: int, gap: float, icon: float) -> float:
    """Return the width of all but the cells."""
    pads = 6 * 18.0
    gaps = (count - 1 + 2 * (n - 1)) * gap
    return pads + gaps + 2 * SIGN_ROOM + _head_room(icon)


def _widths(
    count: int, n: int, gap: float, icon: float, least: float, name: float
) -> tuple[float, float, float]:
    """Return the widths of the cells of row, matrix and result.

    The numbers have precedence, then the ``name`` of a mixture, then bottles and glasses.
    """
    room = frame.RIGHT - frame.LEFT - _fixed(count, n, gap, icon)
    row, matrix, result = (max(width, min(name, WIDEST)) for width in CELL_WIDTHS)
    row = CELL_WIDTHS[0]
    spare = (room - n * (matrix + result)) / count
    if LEAST_ROW <= spare < row:
        return spare, matrix, result
    scale = min(MOST_SCALE, room / (count * row + n * (matrix + result)))
    if scale * matrix >= least:
        return row * scale, matrix * scale, result * scale
    scale = max(0.0, room - n * least) / (count * row + n * result)
    return row * scale, least, result * scale


def _grids(
    counts: tuple[int, int, int],
    widths: tuple[float, float, float],
    heights: tuple[float, float],
    gap: float,
    head_room: float,
) -> tuple[GridPlace, GridPlace, GridPlace]:
    """Return the three grids side by side, their axis on pixel row 0."""
    (m, count, n), (row_height, height) = counts, heights
    fixed = 6 * 18.0 + (count - 1 + 2 * (n - 1)) * gap + 2 * SIGN_ROOM + head_room
    x = frame.CENTRE - (fixed + count * widths[0] + n * (widths[1] + widths[2])) / 2 + 18
    top = -(m * (row_height + gap) - gap) / 2
    row = GridPlace(x, top, m, count, widths[0], row_height, gap)
    x = row.box.right + 36 + SIGN_ROOM + head_room
    matrix_height = count * (height + gap) - gap
    matrix = GridPlace(x, -matrix_height / 2, count, n, widths[1], height, gap)
    x = matrix.box.right + 36 + SIGN_ROOM
    return row, matrix, GridPlace(x, top, m, n, widths[2], row_height, gap)


def _names(
    product: LabelledProduct, language: str, widths: tuple[float, float, float], gap: float
) -> tuple[tuple[Lines, ...] | None, tuple[Lines, ...] | None]:
    inner, columns = (
        fitted(names, SMALLEST, width + gap - 6, MOST_LINES) if names else None
        for names, width in (
            (said(product.inner, language), widths[0]),
            (said(product.columns, language), min(widths[1:])),
        )
    )
    return inner, columns


def _lifted(
    grids: tuple[GridPlace, GridPlace, GridPlace],
    sizes: Sequence[float | None],
    bottle: float,
    icon: float,
    names: tuple[tuple[Lines, ...] | None, tuple[Lines, ...] | None],
) -> ProductPlace:
    """Put the axis where the whole picture is centred between its limits."""
    row, matrix, result = grids
    over = -matrix.bracket_box.y + NAME_GAP + (_height(names[1]) if names[1] else 64)
    above = max(over, -row.bracket_box.y)
    named = max(_height(lines) for lines in names)
    below = max(
        matrix.bracket_box.bottom, row.bracket_box.bottom + (NAME_GAP + named if named else 0)
    )
    axis = UPPER + above + max(0.0, LOWER - UPPER - above - below) / 2
    row, matrix, result = (_moved(*pair, axis) for pair in zip(grids, sizes, strict=True))
    dot = (row.bracket_box.right + SIGN_ROOM / 2, axis)
    equals = (matrix.bracket_box.right + SIGN_ROOM / 2, axis)
    return ProductPlace(row, matrix, result, dot, equals, bottle, icon, *names)


def _height(names: tuple[Lines, ...] | None) -> float:
    return max(len(lines) for lines in names) * LEADING if names else 0.0


def _moved(grid: GridPlace, size: float | None, down: float) -> GridPlace:
    return GridPlace(
        grid.x,
        grid.y + down,
        grid.rows,
        grid.columns,
        grid.cell_width,
        grid.cell_height,
        grid.gap,
        size,
    )
