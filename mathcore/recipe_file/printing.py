"""Rounding before multiplying, so that the numbers on screen add up on screen.

Every share, product, partial sum and result must print in `MOST_CHARACTERS`, every value in
`MOST_OF_A_VALUE`, without the ellipsis of what never ends: eight values and six results share one
row of the picture. Nothing is rounded that need not be. What never ends, such as a third, stays as
it is: it is computed with, and cut only where it is printed. What ends too late is rounded in this
order:

1. shares to 3 places, and each property on its own to the most places from 3 to 0 that fit;
2. where a property does not fit even so, shares to 2 places, and each property again;
3. where that does not fit either, what never ends is rounded as well, and all of it again.

A mixture with a share that ends too late is rounded as a whole, so that its shares keep their sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt

from mathcore.matmul import trace_matmul
from mathcore.numerals import ELLIPSIS, format_number, never_ends
from mathcore.rounding import round_column

MOST_CHARACTERS = 7
MOST_OF_A_VALUE = 5
SHARE_PLACES = (3, 2)
VALUE_PLACES = (3, 2, 1, 0)

Matrix = npt.NDArray[Any]


@dataclass(frozen=True)
class Printed:
    """The numbers as they are printed: shares (K, n), values (P, K), places of each row."""

    shares: Matrix
    values: Matrix
    share_places: int
    value_places: tuple[int, ...]


def fit(shares: Matrix, values: Matrix) -> Printed:
    """Round shares and values as little as makes every number short enough to print.

    Parameters
    ----------
    shares : (K, n) array of Fraction
        A mixture a column.
    values : (P, K) array of Fraction
        A property a row.

    Returns
    -------
    Printed
        At the coarsest places if nothing fits; `too_long` then finds what does not.

    Examples
    --------
    >>> third = Fraction(1, 3)
    >>> printed = fit(np.array([[third], [2 * third]]), np.array([[Fraction(40), third]]))
    >>> [float(share) for share in printed.shares[:, 0]], [float(x) for x in printed.values[0]]
    ([0.3333333333333333, 0.6666666666666666], [40.0, 0.3333333333333333])
    """
    for keep, places in product((True, False), SHARE_PLACES):
        rounded = _columns_rounded(shares, places, keep)
        rows = [_finest_row(rounded, row, keep) for row in values]
        printed = Printed(
            rounded,
            _matrix([row for row, _ in rows], values.shape),
            places,
            tuple(row_places for _, row_places in rows),
        )
        if not any(True for _ in too_long(printed.shares, printed.values)):
            break
    return printed


def too_long(shares: Matrix, values: Matrix) -> Iterator[tuple[int | None, int, Fraction, int]]:
    """Go through the numbers that take too many characters.

    Yields
    ------
    (i, j, number, most)
        The first such number in each entry of the product, and how many characters it may
        take; i is None for a share.
    """
    for j, column in enumerate(shares.T):
        wide = (share for share in column if not _fits(share, MOST_CHARACTERS))
        yield from ((None, j, share, MOST_CHARACTERS) for share in wide)
    yield from _entries_too_long(shares, values)


def _entries_too_long(shares: Matrix, values: Matrix) -> Iterator[tuple[int, int, Fraction, int]]:
    trace = trace_matmul(values, shares)
    for i, j in np.ndindex(trace.result.shape):
        limits = [(value, MOST_OF_A_VALUE) for value in values[i]]
        terms = (*trace.products[i, j], *trace.partials[i, j])
        limits += [(term, MOST_CHARACTERS) for term in terms]
        found = next(((number, most) for number, most in limits if not _fits(number, most)), None)
        if found is not None:
            yield i, j, *found


def _columns_rounded(shares: Matrix, places: int, keep: bool) -> Matrix:
    """Round the columns that need it; what never ends is no reason to, if it is to be kept."""
    columns = [
        list(column)
        if all(_is_short(share, places, keep) for share in column)
        else round_column(list(column), places)
        for column in shares.T
    ]
    return _matrix(columns, shares.T.shape).T


def _is_short(number: Fraction, places: int, keep: bool) -> bool:
    return (keep and never_ends(number)) or (number * 10**places).denominator == 1


def _finest_row(shares: Matrix, row: Matrix, keep: bool) -> tuple[list[Fraction], int]:
    """Round the values of one property to the most places that fit, else to none."""
    for places in VALUE_PLACES:
        rounded = [
            value if keep and never_ends(value) else Fraction(round(value * 10**places), 10**places)
            for value in row
        ]
        alone = _matrix([rounded], (1, len(row)))
        if not any(True for _ in _entries_too_long(shares, alone)):
            break
    return rounded, places


def _matrix(rows: Sequence[Sequence[Fraction]], shape: tuple[int, ...]) -> Matrix:
    matrix = np.empty(shape, dtype=object)
    for position, row in enumerate(rows):
        matrix[position] = row
    return matrix


def _fits(number: Fraction, most: int) -> bool:
    return len(format_number(number).rstrip(ELLIPSIS)) <= most
