"""Falk's layout: rows at the left, the matrix above, the result where they meet.  Pure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mathcore import MatmulTrace, format_number
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.name_lines import Lines, fitted
from scenes.kit.ground.sizes import LABEL, LEADING, SMALL
from scenes.kit.product.grid_geometry import GridPlace, least_width, numeral_size
from scenes.kit.product.labelled_product import LabelledProduct, LayoutError, said

CELL_WIDTH, CELL_HEIGHT, GAP, TIGHT_GAP = 176.0, 84.0, 10.0, 5.0
OUTER, CORRIDOR = 18.0, 110.0  # bracket padding; least room between row and result
MATRIX_TOP, MATRIX_FLOOR = 190.0, 556.0
ROW_TOP, ROWS_FLOOR, ROWS_GAP, SWATCH = 652.0, 806.0, 56.0, 62.0
CHART_RIGHT = 700.0
ICON_ROOM, BESIDE_MATRIX = 56.0, 12.0  # of a likeness beside the matrix; from it to the name
HEADING_RIGHT = 940.0  # right of it nothing of the heading and its shape line stands
SQUEEZE, SQUEEZED_GAP = 2.5, 2.0  # what a cell's side gives, and the gap, where all is too wide
CLOSEST = 40.0  # between row and result, where all is too wide
ROW_NAME_ROOM = 236.0
STAGED_TOP = 420.0  # of several rows with a running sum above them


@dataclass(frozen=True)
class FalkPlace:
    """Where everything of a product in Falk's layout stands.

    ``column_names``, ``row_names`` (of the matrix's rows, at its left), ``entry_names`` (above the
    left row) and ``left_names`` (at the left of the left rows) are the wrapped names, or ``None``
    where there are none or only a drawn icon fits.  ``icon_room`` is what is left for such an icon
    beside the matrix.
    """

    left: GridPlace
    matrix: GridPlace
    result: GridPlace
    column_names: tuple[Lines, ...] | None
    row_names: tuple[str, ...] | None
    entry_names: tuple[Lines, ...] | None
    left_names: tuple[Lines, ...] | None
    icon_room: float = ICON_ROOM

    @property
    def corridor(self) -> Box:
        """The room between the left rows and the result, where two factors meet."""
        left, right = self.left.bracket_box.right, self.result.bracket_box.x
        return Box(left, self.left.y, right - left, self.left.box.height)

    @property
    def row_names_right(self) -> float:
        """Where the names beside the matrix end."""
        return self.matrix.bracket_box.x - self.icon_room - BESIDE_MATRIX


def falk_place(
    product: LabelledProduct,
    language: str,
    *,
    rows: int | None = None,
    staged: bool = False,
    icons: bool = False,
    head_room: float = 0.0,
) -> FalkPlace:
    """Return where the first ``rows`` rows of the product stand, all of them by default.

    Rows have their names at the left, a single one only if ``staged``; then there is room for a
    running sum above them, too.  With ``icons`` there is room for likenesses beside the matrix, and
    they stand for names that do not fit; without, every name has to fit.  A single row's matrix is
    so low that ``head_room`` pixels above it are free for what stands on its columns.

    Raises
    ------
    LayoutError
        If the numerals or, without icons, a name need more room than there is.
    """
    trace, rows = product.trace, rows or product.sizes[0]
    _, inner, columns = product.sizes
    heads = _left_names(product, language, rows, staged or rows > 1)
    indent = _indent(heads)
    widths = _widths(trace, rows, indent)
    if widths is None:  # too many wide cells for names at the left
        heads, indent = None, 0.0
        widths = _widths(trace, rows, 0.0) or _narrowest(product, rows)
    (left_width, right_width, gap), single = widths, rows == 1
    swatches = bool(product.channels)
    height, row_gap, matrix_top, row_top = _heights(inner, rows, swatches, staged, head_room)
    right_x = frame.RIGHT - OUTER - columns * (right_width + gap) + gap
    left_x = frame.LEFT + OUTER + indent
    row_height = CELL_HEIGHT if single else height
    left = _grid(trace.left[:rows], left_x, row_top, left_width, row_height, gap, row_gap)
    matrix = _grid(trace.right, right_x, matrix_top, right_width, height, gap, row_gap)
    result = _grid(trace.result[:rows], right_x, row_top, right_width, row_height, gap, row_gap)
    entries = said(product.inner, language)
    entry_names = _wrapped(entries, left_width + gap - 8)
    tall = single and entry_names is not None and max(map(len, entry_names)) > 1
    room = ICON_ROOM if icons else 0.0
    beside = max(CHART_RIGHT, left.box.right if tall else 0.0)
    place = FalkPlace(
        left,
        matrix,
        result,
        _wrapped(said(product.columns, language), right_width + gap - 8),
        _row_names(entries, matrix.bracket_box.x - room - 16 - beside),
        entry_names,
        heads,
        room,
    )
    if not icons:
        _require_names(product, language, place)
    return place


def _wrapped(names: list[str], room: float) -> tuple[Lines, ...] | None:
    return fitted(names, SMALL, room, 2, True) if names else None


def _require_names(product: LabelledProduct, language: str, place: FalkPlace) -> None:
    """Refuse names that nothing would stand for."""
    inner = place.row_names or place.entry_names
    shown = {"rows": place.left_names, "inner": inner, "columns": place.column_names}
    for axis in ("inner", "columns"):
        if (names := said(getattr(product, axis), language)) and shown[axis] is None:
            longest = max(names, key=lambda name: lettering.width(name, SMALL, bold=True))
            fault = f'there is no room for all names of {axis}: shorten "{longest}"'
            raise LayoutError(f"{product.place}: {fault}")


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


def _narrowest(product: LabelledProduct, rows: int) -> tuple[float, float, float]:
    """Return the least widths and the least gap, if they fit at all."""
    _, inner, columns = product.sizes
    left, right = (least - 2 * SQUEEZE for least in _least(product.trace, rows))
    needed = inner * (left + SQUEEZED_GAP) + columns * (right + SQUEEZED_GAP) + CLOSEST
    room = frame.RIGHT - frame.LEFT - 2 * OUTER
    if needed > room:
        what = f"its numerals need {needed:.0f} pixels side by side, and there are {room:.0f}"
        raise LayoutError(
            f"{product.place}: {what}: use fewer rows and columns, or shorter numbers"
        )
    return left, right, SQUEEZED_GAP


def _heights(
    inner: int, rows: int, swatches: bool, staged: bool, head_room: float
) -> tuple[float, float, float, float]:
    """Return the cells' height and gap, and the tops of the matrix and of the rows."""
    if rows == 1:
        gap = GAP if inner <= 5 else TIGHT_GAP
        room = MATRIX_FLOOR - MATRIX_TOP - head_room
        height = min(CELL_HEIGHT, (room + gap) / inner - gap)
        return height, gap, MATRIX_FLOOR - inner * (height + gap) + gap, ROW_TOP
    floor = ROWS_FLOOR - (SWATCH if swatches else 0.0)
    room, highest = floor - MATRIX_TOP - ROWS_GAP, STAGED_TOP if staged else 0.0
    pitch = min(CELL_HEIGHT + GAP, room / (inner + rows), (floor - highest) / rows)
    gap = GAP if pitch > 64 else TIGHT_GAP
    matrix_top = max(MATRIX_TOP, highest - ROWS_GAP - inner * pitch + gap)
    return pitch - gap, gap, matrix_top, matrix_top + inner * pitch - gap + ROWS_GAP


def _row_names(names: list[str], room: float) -> tuple[str, ...] | None:
    """Return the names beside the matrix, if they fit between what is at the left and the icons."""
    widest = max((lettering.width(name, LABEL, bold=True) for name in names), default=0.0)
    return tuple(names) if names and widest <= room else None


def _left_names(
    product: LabelledProduct, language: str, rows: int, wanted: bool
) -> tuple[Lines, ...] | None:
    """Return the names of the left rows, if they fit in one line."""
    names = said(product.rows, language)[:rows]
    return fitted(names, SMALL, ROW_NAME_ROOM, 1, True) if wanted and names else None


def _indent(heads: tuple[Lines, ...] | None) -> float:
    if heads is None:
        return 0.0
    return max(lettering.width(line, SMALL, bold=True) for lines in heads for line in lines) + 24


def head_baselines(lines: int, floor: float) -> tuple[float, ...]:
    """Return the baselines of a head of several lines, the last standing on ``floor``."""
    return tuple(floor - (lines - 1 - n) * LEADING for n in range(lines))
