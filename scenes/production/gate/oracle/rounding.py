"""Shares rounded together: they keep their sum, and what is missing goes to the largest rests."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction


def apportioned(shares: Sequence[Fraction], places: int) -> list[Fraction]:
    """Round shares to so many places by largest remainder, the first of equals first.

    Where their sum has more places itself, each is rounded to its nearest.

    >>> [str(share) for share in apportioned([Fraction(1, 3)] * 3, 2)]
    ['17/50', '33/100', '33/100']
    """
    unit = Fraction(1, 10**places)
    if sum(shares) % unit:
        return [nearest(share, places) for share in shares]
    kept = [share - share % unit for share in shares]
    while sum(kept) < sum(shares):
        rests = [share - low for share, low in zip(shares, kept, strict=True)]
        kept[rests.index(max(rests))] += unit
    return kept


def nearest(value: Fraction, places: int) -> Fraction:
    """Round one number to so many places, halves to even.

    >>> nearest(Fraction(1, 8), 2), nearest(Fraction(3, 8), 2)
    (Fraction(3, 25), Fraction(19, 50))
    """
    unit = Fraction(1, 10**places)
    low = value - value % unit
    rest = 2 * (value - low)
    is_odd = (low / unit) % 2 == 1
    return low + unit if rest > unit or (rest == unit and is_odd) else low
