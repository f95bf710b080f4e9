"""What every reader of numbers gives: an array, exact where that is asked for, else quick."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

MOST_ENTRIES = 20_000
"""Of a matrix, all of which is computed with exactly."""
MOST_OF_SAMPLES = 2_000_000
"""Of a table of which one row is shown, and the others are only counted."""
LARGEST = 10**30
Exact = npt.NDArray[np.object_]


@dataclass(frozen=True, eq=False)
class Numbers:
    """Numbers that were read from a file.

    Attributes
    ----------
    floats : array of float
        Each as the nearest float; read-only.
    exactly : callable
        Gives the Fractions of a slice of the first axis.
    """

    floats: npt.NDArray[np.float64]
    exactly: Callable[[slice], Exact]

    @property
    def shape(self) -> tuple[int, ...]:
        """Of the array, as it is stored."""
        return self.floats.shape

    @property
    def exact(self) -> Exact:
        """All of it, as Fractions; read-only."""
        return frozen(self.exactly(slice(None)))


def of_array(array: npt.NDArray[Any]) -> Numbers:
    """Give the numbers of an array of a plain type: each is what its bits say.

    Raises
    ------
    ValueError
        If it holds other things than real, finite numbers of up to 30 digits.

    Examples
    --------
    >>> of_array(np.array([[0.5, 2]], dtype=np.float16)).exact.tolist()
    [[Fraction(1, 2), Fraction(2, 1)]]
    """
    refuse_type(array.dtype)
    floats = array.astype(np.float64)
    wrong = np.argwhere(~(np.abs(floats) < LARGEST))
    if len(wrong):
        at = tuple(map(int, wrong[0]))
        raise ValueError(
            f"has {floats[at]:g} at {list(at)}, counted from 0; it must be a finite number of at "
            "most 30 digits"
        )
    floats.setflags(write=False)
    make = int if array.dtype.kind in "biu" else float

    def exactly(where: slice) -> Exact:
        part = array[where]
        found = np.empty(part.shape, dtype=object)
        found.reshape(-1)[:] = [Fraction(make(each)) for each in part.ravel()]
        return found

    return Numbers(floats, exactly)


def refuse_type(dtype: np.dtype[Any]) -> None:
    """Refuse what is no plain type of numbers; nothing of it need have been read.

    Raises
    ------
    ValueError
        The message says how to save it.
    """
    if dtype.hasobject:
        raise ValueError(
            "holds Python objects, which are never loaded: they could run anything; save an array "
            "of numbers"
        )
    if dtype.kind == "c":
        raise ValueError(f"holds complex numbers ({dtype}); save their real part")
    if dtype.kind not in "biuf" or dtype.itemsize > 8:
        raise ValueError(f"holds {dtype}, no plain numbers; save it as float64, .astype(float)")


def refuse_size(shape: Sequence[int], most: int) -> int:
    """Refuse an array by its shape, before it is read, and count its entries.

    Raises
    ------
    ValueError
        If there are more than `most`, or none.
    """
    count = math.prod(shape)
    if count > most:
        raise ValueError(f"holds {shown(count)} numbers, at most {most:,} are read; shorten it")
    if not count:
        raise ValueError(f"holds no numbers: its shape is {tuple(shape)}")
    return count


def shown(count: int) -> str:
    """Write a count that may be absurd.

    >>> shown(1000), shown(10**5000)
    ('1,000', 'more than a billion billion')
    """
    return f"{count:,}" if count < 10**18 else "more than a billion billion"


def frozen(array: Exact) -> Exact:
    """Make an array read-only."""
    array.setflags(write=False)
    return array
