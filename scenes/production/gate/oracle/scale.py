"""The marks of a scale, found by trying.

From 0 up in equal steps to at least the largest sum: in three or four steps of 1, 1.5, 2, 2.5, 3,
4 or 5 times a power of ten, ending as low as possible; of steps that end alike the roundest, in the
order 1, 5, 2, 2.5, 4, 3, 1.5 of the larger power and then of the next.  A row with a sum below 0
has nothing but its 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from scenes.production.gate.oracle.characters import Number

ROUNDEST = [Fraction(n, 10) for n in (10, 50, 20, 25, 40, 30, 15)]
"""The steps of one power of ten, the roundest first."""


def mark(sums: Sequence[Number], n: int) -> Number:
    """Return the n-th mark of the scale that holds these sums.

    >>> [int(mark([8, 17], n)) for n in range(5)]
    [0, 5, 10, 15, 20]
    """
    if n == 0:
        return 0
    marks = [] if min(sums) < 0 else _marks(Fraction(max(sums)) or Fraction(1))
    if not 0 < n < len(marks):
        raise LookupError(f"mark {n} of {len(marks)}")
    return marks[n]


def _marks(largest: Fraction) -> list[Fraction]:
    power = Fraction(1)
    while power > largest:
        power /= 10
    while power * 10 <= largest:
        power *= 10
    found = list[tuple[Fraction, int, Fraction, int]]()
    for place, step in enumerate(r * p for p in (power, power / 10) for r in ROUNDEST):
        for count in (3, 4):
            if step * (count - 1) < largest <= step * count:
                found.append((step * count, place, step, count))
    _, _, step, count = min(found)
    return [step * n for n in range(count + 1)]
