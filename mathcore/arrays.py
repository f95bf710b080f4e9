"""Arrays of finite numbers, checked on their way in, and the type that holds their sums."""

from __future__ import annotations

import math
from numbers import Rational, Real
from typing import Any

import numpy as np
import numpy.typing as npt

from mathcore.errors import EntryError, ShapeError

Array = npt.NDArray[Any]


def read_array(name: str, raw: npt.ArrayLike, axes: tuple[int, ...], fix: str) -> Array:
    """Copy `raw` into an array of finite numbers; `axes` are the numbers of axes it may have.

    Raises
    ------
    ShapeError
        If it has another number of axes; the message ends with `fix`.
    EntryError
        If an entry is not a finite real number.

    Examples
    --------
    >>> read_array("image", [1, 2], (3, 4), "reshape it to (C, H, W)")
    Traceback (most recent call last):
    mathcore.errors.ShapeError: image has shape (2,); reshape it to (C, H, W)
    """
    array = _rectangular(name, raw)
    if array.ndim not in axes:
        raise ShapeError(f"{name} has shape {array.shape}; {fix}")
    check_entries(name, array)
    return array


def finite_array(name: str, raw: npt.ArrayLike) -> Array:
    """Copy `raw` into an array of finite real numbers, of any shape.

    Raises
    ------
    ShapeError
        If its rows have different lengths.
    EntryError
        If an entry is not a finite real number.

    Examples
    --------
    >>> finite_array("x", [[1, 2]])
    array([[1, 2]])
    >>> finite_array("x", [1.0, float("nan")])
    Traceback (most recent call last):
    mathcore.errors.EntryError: x[1] = nan is not finite; replace or leave it out
    """
    array = _rectangular(name, raw)
    check_entries(name, array)
    return array


def _rectangular(name: str, raw: npt.ArrayLike) -> Array:
    try:
        return np.array(raw)
    except ValueError:
        raise ShapeError(f"{name} has rows of different lengths; make them equal") from None


def check_entries(name: str, array: Array) -> None:
    """Refuse entries that are no finite real numbers, naming the first one's place."""
    for place, entry in np.ndenumerate(array) if not _surely_finite(array) else ():
        where = f"{name}[{', '.join(map(str, place))}]" if place else name
        if not isinstance(entry, Real):
            raise EntryError(f"{where} = {entry!r} is not a real number; use a Fraction")
        if not isinstance(entry, Rational) and not math.isfinite(entry):
            raise EntryError(f"{where} = {entry} is not finite; replace or leave it out")


def _surely_finite(array: Array) -> bool:
    kind = array.dtype.kind
    return kind in "biu" or (kind == "f" and bool(np.isfinite(array).all()))


def working_dtype(terms: int, left: Array, right: Array, *added: Array) -> np.dtype[Any]:
    """Find a type that holds every sum of so many products, and what is `added` to it.

    int64, object (exact at any size) or float64.

    Examples
    --------
    >>> large = np.array([2**40])
    >>> working_dtype(2, large, np.array([3])), working_dtype(1, large, large)
    (dtype('int64'), dtype('O'))
    """
    kinds = "".join(array.dtype.kind for array in (left, right, *added))
    if "O" in kinds:
        return np.dtype(object)
    if "f" in kinds:
        return np.dtype(np.float64)
    largest = terms * magnitude(left) * magnitude(right) + sum(map(magnitude, added))
    return np.dtype(np.int64 if largest < 2**63 else object)


def magnitude(array: Array) -> int:
    """Return the largest absolute value of an array of integers, at least 1."""
    return max(abs(int(array.max())), abs(int(array.min())), 1) if array.size else 1


def frozen(array: Array) -> Array:
    """Make an array read-only."""
    array.setflags(write=False)
    return array
