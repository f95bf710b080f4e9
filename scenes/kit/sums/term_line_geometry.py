"""Where the products of a row and a column stand, and their sum.  Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from mathcore import MatmulTrace, format_number
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.sizes import LABEL, PRODUCT, SMALLEST
from scenes.kit.product.falk_geometry import FalkPlace

FACTORS_BELOW, PRODUCTS_BELOW = 58.0, 136.0  # baselines, below the brackets of the left rows
LOWEST = 922.0
SIGN_ROOM, TIMES_ROOM = 1.0, 1.1  # em: a plus sign or a times sign, and the space around it
BARE_ROOM = 0.3  # em: between two products without a sign
EQUALS_ROOM, LEAST_PRODUCT = 60.0, 40.0


@dataclass(frozen=True)
class TermsPlace:
    """The line ``p + p + … = total``: the middles of slots, sign and total, in pixels.

    Without a ``factor_baseline`` there are no factors ``a×b`` above the products; where it is
    ``crowded`` they have room only while they meet.  Without ``signs`` nothing stands between the
    terms.
    """

    slots: tuple[float, ...]
    baseline: float
    size: float
    equals: float
    total: float
    factor_baseline: float | None = None
    factor_size: float = SMALLEST
    signs: bool = True
    crowded: bool = False

    @property
    def factors(self) -> bool:
        """Whether the factors stay above their products."""
        return self.factor_baseline is not None and not self.crowded

    @property
    def roomy(self) -> bool:
        """Whether the products can be read."""
        return self.size >= SMALLEST


def even_slots(left: float, right: float, count: int) -> tuple[float, ...]:
    """Return the middles of so many equal parts.

    >>> even_slots(0, 30, 3)
    (5.0, 15.0, 25.0)
    """
    pitch = (right - left) / count
    return tuple(left + (k + 0.5) * pitch for k in range(count))


def under(middles: Sequence[float], baseline: float, size: float, total: float) -> TermsPlace:
    """Return terms under the cells of a row, without factors and signs."""
    slots = tuple(middles)
    return TermsPlace(slots, baseline, size, (slots[-1] + total) / 2, total, signs=False)


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
    return TermsPlace(
        slots, baseline, size, equals, end, above, max(SMALLEST, factor_size), crowded=not room
    )


def fitted(place: TermsPlace, trace: MatmulTrace) -> TermsPlace:
    """Return terms that keep to their slots whatever they are of this product.

    Where the signs between them have no room there are none; see :attr:`TermsPlace.roomy`.
    """
    if len(place.slots) == 1:
        return place
    pitch = place.slots[1] - place.slots[0]
    products = trace.products.ravel()
    signed = min(place.size, pitch / (_widest(products) + SIGN_ROOM))
    bare = min(place.size, pitch / bare_width(products))
    signs = signed >= SMALLEST
    factors = min(place.factor_size, pitch / factor_width(trace))
    return replace(
        place,
        size=signed if signs else bare,
        signs=signs,
        factor_size=max(SMALLEST, factors),
        crowded=factors < SMALLEST,
    )


def factor_width(trace: MatmulTrace) -> float:
    """Return how wide two factors may be, with the room around them, in em."""
    return _widest(trace.left.ravel()) + _widest(trace.right.ravel()) + TIMES_ROOM


def bare_width(values: np.ndarray) -> float:
    """Return how wide a term may be, in em, where no sign stands between the terms."""
    return _widest(values, enclosed=False) + BARE_ROOM


def _spread(count: int, total: float) -> tuple[tuple[float, ...], float, float]:
    """Return the slots, the total's middle and the pitch when the terms take the whole width."""
    size = LEAST_PRODUCT
    end = frame.RIGHT - total * size / 2
    pitch = (frame.RIGHT - frame.LEFT - total * size - EQUALS_ROOM) / count
    return even_slots(frame.LEFT, frame.LEFT + count * pitch, count), end, pitch


def _widest(values: np.ndarray, *, enclosed: bool = True) -> float:
    """Return the width of the widest numeral, in em; one below zero may be ``enclosed``."""
    printed = {
        f"({format_number(value)})" if enclosed and value < 0 else format_number(value)
        for value in set(values.tolist())
    }
    return max((lettering.width(text, 1.0, bold=True) for text in printed), default=0.0)
