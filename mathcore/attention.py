"""Attention: the data write the recipe, and it mixes like any other.

``softmax(Q Kᵀ / √d) V``, stood up: what is asked is a row, each bottle a column, each recipe a
column of shares.  Papers lay it on its side, a bottle a row; there every *row* of shares sums to 1.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from mathcore.arrays import Array, read_array
from mathcore.errors import EntryError, ShapeError
from mathcore.layers import softmax
from mathcore.matmul import MatmulTrace, trace_matmul
from mathcore.rounding import round_shares

NOTHING = -1000.0
"""So far below the largest score a share is 0 in float64, and a locked one is put there."""
FIXES = {
    "queries": "give a query a row, (m, d); a single one is (1, d)",
    "keys": "give a key a column, (d, n)",
    "values": "give a bottle a column, (P, n)",
    "mask": "give a row a query and a column a key, (m, n)",
}


@dataclass(frozen=True, eq=False)
class AttentionTrace:
    """Attention with all that happened on the way; every array is read-only.

    Attributes
    ----------
    scores : MatmulTrace of (m, n)
        ``queries @ keys``: how well each query fits each key.
    scaled : (m, n) array
        ``scores.result / √d``: exact where they are exact and the root is whole, else floats.
    open : (m, n) array of bool
        Where a query may look.
    masked : (m, n) array
        `scaled`, and minus infinity where it is locked.
    shares : (n, m) array of float
        The softmax of each query's row of `masked`, stood up: every column sums to 1.
    mix : MatmulTrace of (P, m)
        ``values @ recipe``; its right matrix is the `recipe`.
    """

    scores: MatmulTrace
    scaled: Array
    open: npt.NDArray[np.bool_]
    masked: Array
    shares: npt.NDArray[np.float64]
    mix: MatmulTrace

    @property
    def width(self) -> int:
        """The d under the root: how long a query is, in its own head."""
        return int(self.scores.left.shape[1])

    @property
    def recipe(self) -> Array:
        """What the values are mixed by, (n, m): the shares, as printed if they were rounded."""
        return self.mix.right


def trace_attention(
    queries: npt.ArrayLike,
    keys: npt.ArrayLike,
    values: npt.ArrayLike,
    *,
    mask: npt.ArrayLike | None = None,
    scale: bool = True,
    places: int | None = None,
) -> AttentionTrace:
    """Let every query write a recipe, mix the values by it, and keep every step.

    ``recipe[:, i] = softmax over n of (sum over k of queries[i, k] * keys[k, n] / √d)``, then
    ``mix[p, i] = sum over n of values[p, n] * recipe[n, i]``

    Integers and Fractions are exact until the exponential, but for a root that is not whole.

    Parameters
    ----------
    queries : (m, d) array_like
        What is asked, a row each.
    keys : (d, n) array_like
        What each bottle answers to, a column each.
    values : (P, n) array_like
        What is in each bottle, a column each: its properties.
    mask : (m, n) array_like of bool, optional
        True where a query may look, as in PyTorch; False locks, before the softmax.
    scale : bool, optional
        Whether the scores are divided by √d.
    places : int, optional
        Round each recipe to so many decimal places with `round_shares` and mix by that, so that
        what is printed adds up; None mixes by the shares as they are.

    Returns
    -------
    AttentionTrace
        The scores, the shares, the mix, and what is between.

    Raises
    ------
    ShapeError
        If the shapes do not fit, or there is no key or nothing to compare.
    EntryError
        If an entry is not a finite number, a sum is too large for a float, the mask holds other
        things than True and False, or locks everything for a query.
    TraceSizeError
        If there are more products than a trace holds.
    ValueError
        If `places` is negative.

    Examples
    --------
    >>> trace = trace_attention([[2, 0]], [[2, 0], [0, 2]], [[9, 1]], places=2)
    >>> trace.scores.result, trace.scaled.round(2)
    (array([[4, 0]]), array([[2.83, 0.  ]]))
    >>> [str(share) for share in trace.recipe[:, 0]], float(trace.mix.result[0, 0])
    (['47/50', '3/50'], 8.52)
    """
    q, k, v = (
        read_array(name, raw, (2,), FIXES[name])
        for name, raw in (("queries", queries), ("keys", keys), ("values", values))
    )
    _check_fit(q, k, v)
    scores = trace_matmul(q, k)
    scaled = _divided(scores.result, q.shape[1]) if scale else scores.result
    allowed = _read_mask(mask, scaled.shape)
    masked = scaled.astype(np.float64 if scaled.dtype.kind == "f" else object)
    shares = _shares(masked, allowed)
    masked[~allowed] = -math.inf
    recipe = shares if places is None else round_shares(shares, places)
    mix = trace_matmul(v, recipe)
    for array in (scaled, allowed, masked, shares):
        array.setflags(write=False)
    return AttentionTrace(scores, scaled, allowed, masked, shares, mix)


def causal_mask(count: int) -> npt.NDArray[np.bool_]:
    """Lock what comes later: the i-th query may look at the keys up to the i-th.

    Examples
    --------
    >>> causal_mask(3).astype(int)
    array([[1, 0, 0],
           [1, 1, 0],
           [1, 1, 1]])
    """
    return np.tri(count, dtype=bool)


def chances_of_sums(width: int) -> tuple[Fraction, ...]:
    """Tell how a score spreads as it grows longer: why it is divided by √d.

    A query and a key of `width` signs, drawn by coin: each product is +1 or -1, and the chance
    of the sum ``2 * t - width`` is ``C(width, t) / 2**width``.  Its variance is exactly `width`.

    Parameters
    ----------
    width : int
        The d: how many products are summed.

    Returns
    -------
    tuple of Fraction
        The chances of the sums -d, -d + 2, ..., d.

    Raises
    ------
    ValueError
        If `width` is less than 1.

    Examples
    --------
    >>> [str(chance) for chance in chances_of_sums(2)]
    ['1/4', '1/2', '1/4']
    """
    if width < 1:
        raise ValueError(f"width = {width}; give 1 or more products")
    return tuple(Fraction(math.comb(width, t), 2**width) for t in range(width + 1))


def _check_fit(queries: Array, keys: Array, values: Array) -> None:
    (_, width), (rows, count), columns = queries.shape, keys.shape, values.shape[1]
    shapes = f"queries {queries.shape}, keys {keys.shape}, values {values.shape}"
    if width != rows:
        turned = "; these keys stand a row each: transpose them" if width == count else ""
        raise ShapeError(
            f"{shapes}: a query has {width} entries, a key {rows}; give both the same d, "
            f"the keys a column each{turned}"
        )
    if count != columns:
        turned = "; these values stand a row each: transpose them" if count == len(values) else ""
        raise ShapeError(
            f"{shapes}: {count} keys for {columns} columns of values; give each bottle one column "
            f"of both{turned}"
        )
    if not width or not count:
        what = "nothing to compare" if count else "nothing to share among"
        raise ShapeError(f"{shapes}: {what}; give at least one entry a query and one key")


def _divided(scores: Array, width: int) -> Array:
    """Divide by √width: exactly where that is possible."""
    root = math.isqrt(width)
    if root * root == width and scores.dtype.kind != "f":
        exact = np.empty(scores.shape, dtype=object)
        for place, score in np.ndenumerate(scores):
            exact[place] = Fraction(score.item() if isinstance(score, np.generic) else score) / root
        return exact
    try:
        return scores.astype(np.float64) / math.sqrt(width)
    except OverflowError:
        raise EntryError(
            "a score is too large for float64; scale the queries or the keys"
        ) from None


def _read_mask(raw: npt.ArrayLike | None, shape: tuple[int, ...]) -> npt.NDArray[np.bool_]:
    if raw is None:
        return np.ones(shape, dtype=bool)
    mask = read_array("mask", raw, (2,), FIXES["mask"])
    if mask.shape != shape:
        raise ShapeError(f"mask {mask.shape} for scores {shape}; {FIXES['mask']}")
    if mask.dtype.kind != "b":
        raise EntryError(
            f"mask has entries of type {mask.dtype}; write True where a query may look, else False"
        )
    for i, row in enumerate(mask):
        if not row.any():
            raise EntryError(f"mask locks every key for query {i}; leave at least one True in it")
    return mask


def _shares(scaled: Array, allowed: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """Give the softmax of every row, stood up: (n, m); what is locked gets exactly 0."""
    below = np.full(scaled.shape, NOTHING)
    for row, scores, free in zip(below, scaled, allowed, strict=True):
        with np.errstate(over="ignore"):  # further below than a float is nothing, too
            row[free] = np.maximum(scores[free] - scores[free].max(), NOTHING)
    return softmax(below, axis=1).T.copy()
