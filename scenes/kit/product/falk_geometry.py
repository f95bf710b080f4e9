"""Falk's layout: rows at the left, the matrix above, the result where they meet.  Pure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mathcore import MatmulTrace, RecipeBook, format_number
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.name_lines import Lines, fitted
from scenes.kit.ground.sizes import LABEL, LEADING, SMALL
from scenes.kit.product.grid_geometry import GridPlace, least_width, numeral_size

CELL_WIDTH, CELL_HEIGHT, GAP, TIGHT_GAP = 176.0, 84.0, 10.0, 5.0
OUTER, CORRIDOR = 18.0, 110.0  # bracket padding; least room between row and result
MATRIX_TOP, MATRIX_FLOOR = 190.0, 556.0
ROW_TOP, ROWS_FLOOR, ROWS_GAP, SWATCH = 652.0, 806.0, 56.0, 62.0
CHART_RIGHT = 700.0
ICON_ROOM = 56.0
HEADING_RIGHT = 940.0  # right of it nothing of the heading and its shape line stands
SQUEEZE, SQUEEZED_GAP = 2.5, 2.0  # what a cell's side gives, and the gap, where all is too wide
PROPERTY_ROOM = 236.0


@dataclass(frozen=True)
class FalkPlace:
    """Where everything of a product in Falk's layout stands.

    ``column_names``, ``row_names`` (of the matrix's rows, at its left) and ``entry_names`` (above
    the left row) are the wrapped names, or ``None`` where only a drawn icon fits.
    """

    left: GridPlace
    matrix: GridPlace
    result: GridPlace
    column_names: tuple[Lines, ...] | None
    row_names: tuple[str, ...] | None
    entry_names: tuple[Lines, ...] | None
    property_names: tuple[Lines, ...] | None

    @property
    def corridor(self) -> Box:
        """The room between the left rows and the result, where two factors meet."""
        left, right = self.left.bracket_box.right, self.result.bracket_box.x
        return Box(left, self.left.y, right - left, self.left.box.height)


def falk_place(book: RecipeBook, trace: MatmulTrace, language: str, *, rows: int) -> FalkPlace:
    """Return where the first ``rows`` rows of the product stand, for this example."""
    inner, columns = trace.right.shape
    heads = _property_names(book, language, rows)
    indent = _indent(heads)
    widths = _widths(trace, rows, indent)
    if widths is None:  # too many wide cells for names at the left
        heads, indent = None, 0.0
        widths = _widths(trace, rows, 0.0) or _narrowest(trace, rows)
    (left_width, right_width, gap), single = widths, rows == 1
    height, row_gap, matrix_top, row_top = _heights(inner, rows, bool(book.channels))
    right_x = frame.RIGHT - OUTER - columns * (right_width + gap) + gap
    left_x = frame.LEFT + OUTER + indent
    row_height = CELL_HEIGHT if single else height
    left = _grid(trace.left[:rows], left_x, row_top, left_width, row_height, gap, row_gap)
    matrix = _grid(trace.right, right_x, matrix_top, right_width, height, gap, row_gap)
    result = _grid(trace.result[:rows], right_x, row_top, right_width, row_height, gap, row_gap)
    entries = [ingredient.name[language] for ingredient in book.ingredients]
    entry_names = fitted(entries, SMALL, left_width + gap - 8, 2, True)
    tall = single and entry_names is not None and max(map(len, entry_names)) > 1
    return FalkPlace(
        left,
        matrix,
        result,
        fitted([m.short[language] for m in book.mixtures], SMALL, right_width + gap - 8, 2, True),
        _row_names(entries, matrix, max(CHART_RIGHT, left.box.right if tall else 0.0)),
        entry_names,
        heads,
    )


def _grid(
    values: np.ndarray, x: float, y: float, width: float, height: float, gap: float, row_gap: float
) -> GridPlace:
    size = numeral_size(_printed(values), width, height)
    rows, columns = values.shape
    return GridPlace(x, y, rows, columns, width, height, gap, size, row_gap)


def _printed(values: np.ndarray) -> list[str]:
    return [format_number(value) for value in values.flat]


def _least(trace: MatmulTrace, rows: int) -> tuple[float, float]:
    """Return the least widths of a cell of the left rows, and of the matrix and the result."""
    below = _printed(trace.right) + _printed(trace.result[:rows])
    return least_width(_printed(trace.left[:rows])), least_width(below)


def _widths(trace: MatmulTrace, rows: int, indent: float) -> tuple[float, float, float] | None:
    """Return the cells' widths at the left and at the right, and the gap, if they fit."""
    inner, columns = trace.right.shape
    room = frame.RIGHT - frame.LEFT - 2 * OUTER - CORRIDOR - indent
    left, right = _least(trace, rows)
    for gap in (GAP, TIGHT_GAP):
        most = (frame.RIGHT - OUTER - HEADING_RIGHT + gap) / columns - gap
        most = max(right, min(CELL_WIDTH, most))
        even = min(most, room / (inner + columns) - gap)
        if even >= max(left, right):
            return even, even, gap
        rest = (room - columns * (right + gap)) / inner - gap
        if rest >= left:
            return min(CELL_WIDTH, rest), right, gap
        rest = (room - inner * (left + gap)) / columns - gap
        if rest >= right:
            return left, min(most, rest), gap
    return None


def _narrowest(trace: MatmulTrace, rows: int) -> tuple[float, float, float]:
    left, right = _least(trace, rows)
    return left - 2 * SQUEEZE, right - 2 * SQUEEZE, SQUEEZED_GAP


def _heights(inner: int, rows: int, swatches: bool) -> tuple[float, float, float, float]:
    """Return the cells' height and gap, and the tops of the matrix and of the rows."""
    if rows == 1:
        gap = GAP if inner <= 5 else TIGHT_GAP
        room = MATRIX_FLOOR - MATRIX_TOP
        height = min(CELL_HEIGHT, (room + gap) / inner - gap)
        return height, gap, MATRIX_FLOOR - inner * (height + gap) + gap, ROW_TOP
    room = ROWS_FLOOR - MATRIX_TOP - ROWS_GAP - (SWATCH if swatches else 0.0)
    pitch = min(CELL_HEIGHT + GAP, room / (inner + rows))
    gap = GAP if pitch > 64 else TIGHT_GAP
    return pitch - gap, gap, MATRIX_TOP, MATRIX_TOP + inner * pitch - gap + ROWS_GAP


def _row_names(names: list[str], matrix: GridPlace, from_x: float) -> tuple[str, ...] | None:
    """Return the names beside the matrix, if they fit between ``from_x`` and the icons."""
    room = matrix.bracket_box.x - ICON_ROOM - 16 - from_x
    widest = max(lettering.width(name, LABEL, bold=True) for name in names)
    return tuple(names) if widest <= room else None


def _property_names(book: RecipeBook, language: str, rows: int) -> tuple[Lines, ...] | None:
    """Return the names of the left rows, if there is more than one and they fit in one line."""
    if rows == 1:
        return None
    return fitted([p.name[language] for p in book.properties[:rows]], SMALL, PROPERTY_ROOM, 1, True)


def _indent(heads: tuple[Lines, ...] | None) -> float:
    if heads is None:
        return 0.0
    return max(lettering.width(line, SMALL, bold=True) for lines in heads for line in lines) + 24


def head_baselines(lines: int, floor: float) -> tuple[float, ...]:
    """Return the baselines of a head of several lines, the last standing on ``floor``."""
    return tuple(floor - (lines - 1 - n) * LEADING for n in range(lines))
