"""Where the products of a row and a column stand, and their sum.  Pure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mathcore import MatmulTrace, format_number
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.sizes import LABEL, PRODUCT, SMALLEST
from scenes.kit.product.falk_geometry import FalkPlace

FACTORS_BELOW, PRODUCTS_BELOW = 58.0, 136.0  # baselines, below the brackets of the left rows
LOWEST = 922.0
SIGN_ROOM, TIMES_ROOM = 1.0, 1.1  # em: a plus sign or a times sign, and the space around it
EQUALS_ROOM, LEAST_PRODUCT = 60.0, 40.0


@dataclass(frozen=True)
class TermsPlace:
    """The line ``p + p + … = total``: the middle of each slot, and of the total, in pixels.

    ``factors`` tells whether there is room for ``a×b`` above each product.
    """

    slots: tuple[float, ...]
    total: float
    equals: float
    size: float
    factor_size: float
    factors: bool
    factor_baseline: float
    baseline: float


def terms_place(place: FalkPlace, trace: MatmulTrace, i: int, j: int) -> TermsPlace:
    """Return where the terms of entry ``(i, j)`` stand: under their cells, or spread if wide."""
    product = _widest(trace.products[i].ravel()) + SIGN_ROOM
    factor = _widest(trace.left[i]) + _widest(trace.right.ravel()) + TIMES_ROOM
    total = _widest(trace.result[i])
    pitch = place.left.cell_width + place.left.gap
    if pitch >= product * LEAST_PRODUCT and pitch >= factor * SMALLEST:
        slots = tuple(place.left.cell(0, k).centre[0] for k in range(place.left.columns))
        end = place.result.cell(0, j).centre[0]
    else:
        slots, end, pitch = _spread(place.left.columns, total)
    largest = PRODUCT if end == place.result.cell(0, j).centre[0] else LEAST_PRODUCT
    size = max(SMALLEST, min(largest, pitch / product))
    factor_size = min(LABEL, pitch / factor)
    equals = max((slots[-1] + end) / 2, end - total * size / 2 - EQUALS_ROOM)
    floor = place.left.bracket_box.bottom
    baseline = min(LOWEST, floor + PRODUCTS_BELOW)
    above = min(floor + FACTORS_BELOW, baseline - size * lettering.CAP_HEIGHT - 18)
    room = factor_size >= SMALLEST
    return TermsPlace(slots, end, equals, size, max(SMALLEST, factor_size), room, above, baseline)


def _spread(count: int, total: float) -> tuple[tuple[float, ...], float, float]:
    """Return the slots, the total's middle and the pitch when the terms take the whole width."""
    size = LEAST_PRODUCT
    end = frame.RIGHT - total * size / 2
    pitch = (frame.RIGHT - frame.LEFT - total * size - EQUALS_ROOM) / count
    slots = tuple(frame.LEFT + (k + 0.5) * pitch for k in range(count))
    return slots, end, pitch


def _widest(values: np.ndarray) -> float:
    """Return the width of the widest numeral, in em."""
    printed = [
        f"({format_number(value)})" if value < 0 else format_number(value) for value in values
    ]
    return max((lettering.width(text, 1.0, bold=True) for text in printed), default=0.0)
