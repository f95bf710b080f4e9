"""Where columns are mixed: a recipe below them, a column on its way, the mixtures.  Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mathcore import MatmulTrace, format_number
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.name_lines import Lines, fitted, widest
from scenes.kit.ground.sizes import CELL, LABEL, LEADING, SMALLEST
from scenes.kit.product.falk_geometry import FalkPlace
from scenes.kit.product.grid_geometry import CELL_PADDING, GridPlace, least_width, numeral_size
from scenes.kit.product.labelled_product import LabelledProduct, said
from scenes.kit.sums.term_line_geometry import LOWEST

WEIGHTS_BELOW, WEIGHT_SPACE = 64.0, 10.0  # baseline below the brackets; between two weights
TIMES_ROOM = 0.68  # em: × before a weight, and the space between
CARD_ROOM = 16.0  # least room on either side of a column that stands in the corridor
TOP, ABOVE_ROWS, BESIDE_NAMES = 176.0, 36.0, 44.0  # limits of the mixtures' pictures
WIDEST_PITCH, TALLEST, NAME_GAP = 236.0, 290.0, 14.0
GLASS, BARS = 0.46, 0.9  # width over height, of a glass and of signed bars
MOST_OF_PITCH = 0.72
CAP = SMALLEST * lettering.CAP_HEIGHT
ALMOST, SHIFTS = 16.0, 16  # baselines nearer than this are to be the same one, by such a shift


@dataclass(frozen=True)
class MixingPlace:
    """Where a recipe lies below the columns that it mixes, and where the mixtures are seen.

    ``weight_size`` is ``None`` where the columns are too narrow for the weights, ``card`` where no
    column fits between what we have and the result, ``names`` where the mixtures' do not.
    """

    slots: tuple[float, ...]
    baseline: float
    weight_size: float | None
    times: bool
    card: GridPlace | None
    vessels: tuple[Box, ...]
    names: tuple[Lines, ...] | None

    @property
    def names_first(self) -> float:
        """The first baseline of the names under the mixtures' pictures."""
        return self.vessels[0].bottom + NAME_GAP + CAP


def mixing_place(
    place: FalkPlace, product: LabelledProduct, language: str, *, signed: bool | None = None
) -> MixingPlace:
    """Return the places for a product that stands at ``place``.

    ``signed`` tells whether what fills beside it are bars on a zero line; None, that nothing does.
    """
    trace = product.trace
    size, times = _weights(place, trace)
    baseline = min(LOWEST, place.left.bracket_box.bottom + WEIGHTS_BELOW)
    floor = place.left.bracket_box.y - ABOVE_ROWS
    vessels, names = (
        ((), None) if signed is None else _mixtures(place, product, language, floor, signed)
    )
    return MixingPlace(
        tuple(place.left.cell(0, k).centre[0] for k in range(place.left.columns)),
        baseline,
        size,
        times,
        _card(place, trace),
        vessels,
        names,
    )


def _weights(place: FalkPlace, trace: MatmulTrace) -> tuple[float | None, bool]:
    """Return the size of the weights below the columns, and whether × stands before each."""
    room = place.left.cell_width + place.left.gap - WEIGHT_SPACE
    weight = max(lettering.width(format_number(w), 1.0, bold=True) for w in trace.right.flat)
    for extra in (TIMES_ROOM, 0.0):
        size = min(CELL, room / (weight + extra))
        if size >= SMALLEST:
            return size, extra > 0
    return None, False


def _card(place: FalkPlace, trace: MatmulTrace) -> GridPlace | None:
    """Return where a column stands while it is multiplied, if its products fit there."""
    left, room = place.left, place.corridor
    printed = [format_number(product) for product in trace.products[: left.rows].flat]
    width = min(left.cell_width, room.width - 2 * CARD_ROOM)
    if width < least_width(printed) + 2 * CELL_PADDING:
        return None
    size = numeral_size(printed, width, left.cell_height)
    x = room.centre[0] - width / 2
    return GridPlace(x, left.y, left.rows, 1, width, left.cell_height, left.gap, size, left.row_gap)


def _mixtures(
    place: FalkPlace, product: LabelledProduct, language: str, floor: float, signed: bool
) -> tuple[tuple[Box, ...], tuple[Lines, ...] | None]:
    """Return the boxes of the mixtures' pictures at the upper left, and their names below them."""
    names_of_rows = widest(place.row_names or (), LABEL, bold=True)
    right = place.row_names_right - names_of_rows - BESIDE_NAMES
    count = product.sizes[2]
    pitch = min(WIDEST_PITCH, (right - frame.LEFT) / count)
    known = said(product.columns, language)
    names = fitted(known, SMALLEST, pitch - 14, 2, True) if known else None
    lines = max(map(len, names)) if names else 0
    below = NAME_GAP + SMALLEST + (lines - 1) * LEADING if lines else 0.0
    aspect = BARS if signed else GLASS
    height = min(TALLEST, floor - TOP - below, MOST_OF_PITCH * pitch / aspect)
    top = TOP + (floor - TOP - below - height) / 2
    baselines = [top + height + NAME_GAP + CAP + n * LEADING for n in range(lines)]
    top += _shift(baselines, _baselines_of_rows(place))
    middles = (frame.LEFT + (j + 0.5) * pitch for j in range(count))
    width = aspect * height
    return tuple(Box(x - width / 2, top, width, height) for x in middles), names


def _baselines_of_rows(place: FalkPlace) -> list[float]:
    """Return the baselines of the names beside the matrix."""
    half = LABEL * lettering.CAP_HEIGHT / 2
    rows = range(place.matrix.rows if place.row_names else 0)
    return [place.matrix.cell(k, 0).centre[1] + half for k in rows]


def _shift(baselines: Sequence[float], others: Sequence[float]) -> float:
    """Return the least shift that lets no baseline almost meet another one."""
    meeting = [other - baseline for other in others for baseline in baselines]
    steps = (float(step * side) for step in range(SHIFTS + 1) for side in (1, -1))
    for shift in sorted([*meeting, *steps], key=abs):
        apart = [abs(other - baseline - shift) for other in others for baseline in baselines]
        if abs(shift) <= SHIFTS and all(gap < 1 or gap > ALMOST for gap in apart):
            return shift
    return 0.0
