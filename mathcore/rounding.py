"""Shares rounded together, so that those on screen sum to 100 % on screen."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from mathcore.arrays import frozen, read_array
from mathcore.errors import EntryError, ShapeError

CLOSE = Fraction(1, 10**9)
"""So far from 1 may shares sum that were computed as floats."""
FIX = "give one share an entry, (K,), or one recipe a column, (K, n)"


def round_shares(shares: npt.ArrayLike, places: int = 2) -> npt.NDArray[Any]:
    """Round the shares of each column by largest remainder: as printed they sum to exactly 1.

    Each is rounded down; the units that are then missing go to the largest remainders, the first
    of equals.  So each stays within one unit of what it was, none overtakes another, and the same
    shares are always rounded the same way.

    Parameters
    ----------
    shares : (K,) or (K, n) array_like
        Of each column 0 or more, and 1 in all: a softmax, say.  Floats may miss 1 by `CLOSE`.
    places : int, optional
        Of the decimal; 2 is whole percents.

    Returns
    -------
    array of Fraction
        Of the same shape, read-only.

    Raises
    ------
    ShapeError
        If there is no share, or there are more than two axes.
    EntryError
        If a share is negative or no finite number, or a column does not sum to 1.
    ValueError
        If `places` is negative.

    Examples
    --------
    >>> [float(share) for share in round_shares([1 / 3, 1 / 3, 1 / 3])]
    [0.34, 0.33, 0.33]
    >>> [str(share) for share in round_shares([0.996, 0.003, 0.001], places=2)]
    ['1', '0', '0']
    """
    if places < 0:
        raise ValueError(f"places = {places}; give 0 or more")
    given = read_array("shares", shares, (1, 2), FIX)
    if not len(given):
        raise ShapeError(f"shares has shape {given.shape}: nothing to share among; {FIX}")
    exactly = np.empty(given.shape, dtype=object)
    for place, share in np.ndenumerate(given):
        exactly[place] = _exact(share)
    rounded = np.empty(given.shape, dtype=object)
    for j, column in enumerate(exactly.reshape(len(given), -1).T):
        rounded.reshape(len(given), -1)[:, j] = round_column(_whole(j, column.tolist()), places)
    return frozen(rounded)


def round_column(column: Sequence[Fraction], places: int) -> list[Fraction]:
    """Round numbers by largest remainder, so that they keep their sum.

    Each is rounded down; the units that are then missing go to the largest remainders, the
    first of equals. A sum that has more places itself cannot be kept: each number is then
    rounded to its nearest.

    Examples
    --------
    >>> [float(share) for share in round_column([Fraction(1, 3)] * 3, 2)]
    [0.34, 0.33, 0.33]
    """
    scale = 10**places
    scaled = [share * scale for share in column]
    total = sum(scaled, Fraction(0))
    if total.denominator != 1:
        return [Fraction(round(share), scale) for share in scaled]
    floors = [share.numerator // share.denominator for share in scaled]
    by_remainder = sorted(range(len(scaled)), key=lambda k: floors[k] - scaled[k])
    lifted = set(by_remainder[: total.numerator - sum(floors)])
    return [Fraction(floor + (k in lifted), scale) for k, floor in enumerate(floors)]


def _exact(share: Any) -> Fraction:
    """Read a share exactly, a float to its last bit."""
    return Fraction(share.item() if isinstance(share, np.generic) else share)


def _whole(j: int, column: Sequence[Fraction]) -> list[Fraction]:
    """Give the shares of column `j` so that they sum to exactly 1, which floats often miss."""
    for k, share in enumerate(column):
        if share < 0:
            raise EntryError(f"shares: entry {k} of column {j} is {float(share):g}; give 0 or more")
    total = sum(column, Fraction(0))
    if abs(total - 1) > CLOSE:
        raise EntryError(
            f"shares: column {j} sums to {float(total):g}; make it 1, or say which axis sums to 1 "
            f"by transposing"
        )
    return [share / total for share in column]
