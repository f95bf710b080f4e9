"""Matrix multiplication that keeps every product and every partial sum.

``result[i, j] = sum over k of left[i, k] * right[k, j]``
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from numbers import Rational, Real
from typing import Any

import numpy as np
import numpy.typing as npt

from mathcore.errors import EntryError, ShapeError, TraceSizeError

Array = npt.NDArray[Any]

TRACE_LIMIT = 10_000_000
"""The most products that one trace holds."""


@dataclass(frozen=True)
class Step:
    """One term of one entry: ``product = left * right``; `partial` is the sum so far."""

    k: int
    left: int | float | Fraction
    right: int | float | Fraction
    product: int | float | Fraction
    partial: int | float | Fraction


@dataclass(frozen=True, eq=False)
class MatmulTrace:
    """A matrix product with all that happened on the way; every array is read-only.

    Attributes
    ----------
    left : (m, K) array
        What you have.
    right : (K, n) array
        The recipes, one a column.
    products : (m, n, K) array
        ``products[i, j, k] = left[i, k] * right[k, j]``
    partials : (m, n, K) array
        ``partials[i, j, k] = products[i, j, 0] + ... + products[i, j, k]``
    result : (m, n) array
        ``left @ right``
    """

    left: Array
    right: Array
    products: Array
    partials: Array
    result: Array

    def entry(self, i: int, j: int) -> tuple[Step, ...]:
        """Tell how ``result[i, j]`` came about: K steps.

        Examples
        --------
        >>> for step in trace_matmul([[40, 20]], [[2], [3]]).entry(0, 0):
        ...     print(step.k, step.left, step.right, step.product, step.partial)
        0 40 2 80 80
        1 20 3 60 140
        """
        terms = (self.left[i], self.right[:, j], self.products[i, j], self.partials[i, j])
        columns = (term.tolist() for term in terms)
        return tuple(Step(k, *row) for k, row in enumerate(zip(*columns, strict=True)))

    def rank_one(self, k: int) -> Array:
        """Give the k-th outer product ``left[:, k] * right[k, :]``: (m, n).

        Examples
        --------
        >>> trace_matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]).rank_one(0)
        array([[ 5,  6],
               [15, 18]])
        """
        return self.products[:, :, k]

    @property
    def rank_one_partials(self) -> Array:
        """The result growing one outer product at a time: (K, m, n).

        Examples
        --------
        >>> trace_matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]).rank_one_partials[1]
        array([[19, 22],
               [43, 50]])
        """
        return np.moveaxis(self.partials, -1, 0)


def trace_matmul(left: npt.ArrayLike, right: npt.ArrayLike) -> MatmulTrace:
    """Multiply two matrices and keep every step.

    ``result[i, j] = sum over k of left[i, k] * right[k, j]``

    Integers and Fractions are exact; floats are summed in float64, from k = 0 upwards.

    Parameters
    ----------
    left : (m, K) array_like
        What you have, a row each.
    right : (K, n) array_like
        The recipes, a column each.

    Returns
    -------
    MatmulTrace
        Copies of both, the products, the partial sums and the result; K = 0 gives zeros.

    Raises
    ------
    ShapeError
        If the shapes do not fit.
    EntryError
        If an entry is not a finite number, or a product is too large for a float.
    TraceSizeError
        If there are more than `TRACE_LIMIT` products.

    Examples
    --------
    >>> trace = trace_matmul([[40, 20]], [[2], [3]])
    >>> trace.products[0, 0], trace.partials[0, 0], trace.result
    (array([80, 60]), array([ 80, 140]), array([[140]]))
    """
    a, b = _matrix("left", left), _matrix("right", right)
    _check_fit(a, b)
    dtype = _working_dtype(a, b)
    with np.errstate(over="ignore", invalid="ignore"):
        products = a.astype(dtype)[:, None, :] * b.astype(dtype).T[None, :, :]
        partials = np.cumsum(products, axis=-1, dtype=dtype)
    if dtype.kind == "f" and not np.isfinite(partials).all():
        raise EntryError(
            f"left {a.shape} @ right {b.shape}: a sum is too large for float64; "
            f"scale the entries or use Fractions"
        )
    last = partials[:, :, -1] if a.shape[1] else np.zeros(products.shape[:2], dtype)
    return MatmulTrace(*(_frozen(array) for array in (a, b, products, partials, last)))


def _matrix(name: str, raw: npt.ArrayLike) -> Array:
    """Copy `raw` into a two-dimensional array of finite numbers."""
    try:
        matrix: Array = np.array(raw)
    except ValueError:
        raise ShapeError(f"{name} has rows of different lengths; make them equal") from None
    if matrix.ndim != 2:
        raise ShapeError(
            f"{name} has shape {matrix.shape}; a matrix has two axes: "
            f"reshape one row to (1, K), one column to (K, 1)"
        )
    _check_entries(name, matrix)
    return matrix


def _check_entries(name: str, matrix: Array) -> None:
    for (i, j), entry in np.ndenumerate(matrix) if not _surely_finite(matrix) else ():
        if not isinstance(entry, Real):
            raise EntryError(f"{name}[{i}, {j}] = {entry!r} is not a real number; use a Fraction")
        if not isinstance(entry, Rational) and not math.isfinite(entry):
            raise EntryError(f"{name}[{i}, {j}] = {entry} is not finite; replace or leave it out")


def _surely_finite(matrix: Array) -> bool:
    kind = matrix.dtype.kind
    return kind in "biu" or (kind == "f" and bool(np.isfinite(matrix).all()))


def _check_fit(left: Array, right: Array) -> None:
    (m, inner), (rows, n) = left.shape, right.shape
    if inner != rows:
        raise ShapeError(
            f"left {left.shape} @ right {right.shape}: {inner} columns meet {rows} rows; "
            f"make the inner sizes equal, or transpose one of them"
        )
    if m * inner * n > TRACE_LIMIT:
        raise TraceSizeError(
            f"left {left.shape} @ right {right.shape}: {m * inner * n:,} products; a trace holds "
            f"at most {TRACE_LIMIT:,}: call left @ right for the result alone, or trace fewer rows"
        )


def _working_dtype(left: Array, right: Array) -> np.dtype[Any]:
    """Find a type that holds every sum: int64, object (exact at any size) or float64."""
    kinds = left.dtype.kind + right.dtype.kind
    if "O" in kinds:
        return np.dtype(object)
    if "f" in kinds:
        return np.dtype(np.float64)
    largest = left.shape[1] * _magnitude(left) * _magnitude(right)
    return np.dtype(np.int64 if largest < 2**63 else object)


def _magnitude(matrix: Array) -> int:
    return max(abs(int(matrix.max())), abs(int(matrix.min())), 1) if matrix.size else 1


def _frozen(array: Array) -> Array:
    array.setflags(write=False)
    return array
