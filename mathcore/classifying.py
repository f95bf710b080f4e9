"""Which class each of many samples is, decided exactly."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

Exact = npt.NDArray[Any]
CLOSE = 1e-12
"""Of what is added up: scores that are nearer to each other are reckoned again, exactly."""


def classify(
    samples: npt.NDArray[np.float64], exactly: Callable[[int], Exact], weights: Exact
) -> npt.NDArray[np.intp]:
    """Tell the class of the largest score of every sample: ``argmax over j of (x @ w)[j]``.

    Floats decide where they can, exact numbers where scores are close; of equals it is the first.

    Parameters
    ----------
    samples : (n, K) array of float
        A row a sample.
    exactly : callable
        Gives the K Fractions of one of them.
    weights : (K, classes) array of Fraction
        A column a class.

    Returns
    -------
    (n,) array of int
        Counted from 0.

    Examples
    --------
    >>> rows = np.array([[3.0, 1.0], [1.0, 3.0]])
    >>> unit = np.array([[Fraction(1), Fraction(0)], [Fraction(0), Fraction(1)]])
    >>> classify(rows, lambda row: rows[row].astype(int), unit).tolist()
    [0, 1]
    """
    as_floats = weights.astype(float)
    scores = samples @ as_floats
    classes: npt.NDArray[np.intp] = scores.argmax(axis=1)
    largest = np.partition(scores, -2, axis=1)[:, -2:]
    reach = (np.abs(samples) @ np.abs(as_floats)).max(axis=1)
    whole = _whole(weights)
    for row in np.flatnonzero(largest[:, 1] - largest[:, 0] <= CLOSE * reach).tolist():
        sample = _whole(exactly(row))
        classes[row] = int(np.argmax(sample @ whole))
    return classes


def _whole(numbers: Exact) -> Exact:
    """Give whole numbers in the same ratios."""
    exact = [Fraction(number) for number in numbers.ravel().tolist()]
    common = math.lcm(*(number.denominator for number in exact))
    whole = np.empty(len(exact), dtype=object)
    whole[:] = [int(number * common) for number in exact]
    return whole.reshape(numbers.shape)
