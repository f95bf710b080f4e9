"""Where a long line of terms stands.  Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scenes.kit.ground.sizes import SMALLEST


@dataclass(frozen=True)
class StripPlace:
    """The middle of each term, of the equals sign and of the total, in pixels.

    Without a ``factor_baseline`` there is no room for the factors; without ``signs`` none for
    the signs between the terms.
    """

    slots: tuple[float, ...]
    baseline: float
    size: float
    equals: float
    total: float
    factor_baseline: float | None = None
    factor_size: float = SMALLEST
    signs: bool = True


def even_slots(left: float, right: float, count: int) -> tuple[float, ...]:
    """Return the middles of so many equal parts.

    >>> even_slots(0, 30, 3)
    (5.0, 15.0, 25.0)
    """
    pitch = (right - left) / count
    return tuple(left + (k + 0.5) * pitch for k in range(count))


def under(middles: Sequence[float], baseline: float, size: float, total: float) -> StripPlace:
    """Return terms under the cells of a row, without factors and signs."""
    slots = tuple(middles)
    return StripPlace(slots, baseline, size, (slots[-1] + total) / 2, total, signs=False)
