"""Matrix multiplication that keeps every product and every partial sum.

``result[i, j] = sum over k of left[i, k] * right[k, j]``
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from mathcore.arrays import Array, frozen, read_array, working_dtype
from mathcore.errors import EntryError, ShapeError, TraceSizeError

FIX = "a matrix has two axes: reshape one row to (1, K), one column to (K, 1)"
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
    a, b = (read_array(name, raw, (2,), FIX) for name, raw in (("left", left), ("right", right)))
    _check_fit(a, b)
    dtype = working_dtype(a.shape[1], a, b)
    with np.errstate(over="ignore", invalid="ignore"):
        products = a.astype(dtype)[:, None, :] * b.astype(dtype).T[None, :, :]
        partials = np.cumsum(products, axis=-1, dtype=dtype)
    if dtype.kind == "f" and not np.isfinite(partials).all():
        raise EntryError(
            f"left {a.shape} @ right {b.shape}: a sum is too large for float64; "
            f"scale the entries or use Fractions"
        )
    last = partials[:, :, -1] if a.shape[1] else np.zeros(products.shape[:2], dtype)
    return MatmulTrace(*(frozen(array) for array in (a, b, products, partials, last)))


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
