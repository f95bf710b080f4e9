"""The round numbers beside a scale.  Pure."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import ceil, floor, log10

NICE = tuple(Fraction(n) for n in ("1", "5", "2", "2.5", "4", "3", "1.5"))  # roundest first


def ticks(maximum: float | Fraction) -> tuple[Fraction, ...]:
    """Return four or five round numbers from 0 up to at least ``maximum``.

    >>> [int(tick) for tick in ticks(30)], [int(tick) for tick in ticks(17)]
    ([0, 10, 20, 30], [0, 5, 10, 15, 20])
    """
    if not maximum > 0:
        raise ValueError(f"a scale needs a maximum above 0, not {maximum}")
    ten = Fraction(10) ** floor(log10(maximum))
    steps = [nice * ten / tenth for tenth in (1, 10) for nice in NICE]
    fitting = [step for step in steps if ceil(Fraction(maximum) / step) in (3, 4)]
    best = min(fitting, key=lambda step: ceil(Fraction(maximum) / step) * step)
    return tuple(n * best for n in range(ceil(Fraction(maximum) / best) + 1))


def reach_of(weights: Iterable[float | Fraction]) -> int:
    """Return the whole number to which a scale for weights reaches, up and down.

    >>> reach_of([1.0, -1.5])
    2
    """
    return max(1, *(max(ceil(weight), -floor(weight)) for weight in weights))
