"""The layers of a network, each one formula: `dense`, `relu`, `softmax`."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from mathcore.arrays import Array, finite_array
from mathcore.errors import ShapeError


def dense(
    x: npt.ArrayLike, weights: npt.ArrayLike, bias: npt.ArrayLike | None = None
) -> npt.NDArray[Any]:
    """Mix every feature into every output: ``x @ weights + bias``.

    ``y[..., j] = sum over k of x[..., k] * weights[k, j]  +  bias[j]``

    Parameters
    ----------
    x : (..., K) array_like
        What you have; Fractions in object arrays stay exact.
    weights : (K, n) array_like
        The recipes, a column each.
    bias : (n,) array_like, optional
        What every output starts from; None is 0.

    Returns
    -------
    (..., n) array
        The outputs.

    Raises
    ------
    ShapeError
        If the shapes do not fit.
    EntryError
        If an entry is not a finite number.

    Examples
    --------
    >>> dense([40, 20], [[2, 1], [3, 0]], bias=[0, 5])
    array([140,  45])
    """
    features, recipes = finite_array("x", x), finite_array("weights", weights)
    if recipes.ndim != 2:
        raise ShapeError(f"weights has shape {recipes.shape}; make it (features, outputs)")
    inner, outputs = recipes.shape
    if features.ndim == 0 or features.shape[-1] != inner:
        raise ShapeError(
            f"x {features.shape} @ weights {recipes.shape}: the last axis of x must have {inner}, "
            f"one entry a row of weights; reshape x, or transpose one of them"
        )
    mixed: Array = features @ recipes
    if bias is None:
        return mixed
    start = finite_array("bias", bias)
    if start.shape != (outputs,):
        raise ShapeError(
            f"bias {start.shape} for weights {recipes.shape}: give one entry a column, ({outputs},)"
        )
    shifted: Array = mixed + start
    return shifted


def relu(x: npt.ArrayLike) -> npt.NDArray[Any]:
    """Keep what is positive: ``max(x, 0)``, entry by entry.

    Parameters
    ----------
    x : array_like
        Of any shape.

    Returns
    -------
    array
        Of the same shape and type.

    Raises
    ------
    EntryError
        If an entry is not a finite number.

    Examples
    --------
    >>> relu([-2, 0, 3])
    array([0, 0, 3])
    """
    array = finite_array("x", x)
    kept: Array = np.maximum(array, array.dtype.type(0) if array.dtype.kind in "biuf" else 0)
    return kept


def softmax(x: npt.ArrayLike, axis: int = -1) -> npt.NDArray[np.float64]:
    """Turn scores into shares of 1: ``exp(x) / sum of exp(x)`` along an axis.

    The largest score is taken off first, which changes nothing and keeps `exp` finite.

    Parameters
    ----------
    x : array_like
        Scores, with at least one axis.
    axis : int, optional
        The axis along which the shares sum to 1.

    Returns
    -------
    array of float
        Of the same shape.

    Raises
    ------
    ShapeError
        If there is no such axis.
    EntryError
        If an entry is not a finite number.

    Examples
    --------
    >>> softmax([0, 0]), softmax([1000, 0])
    (array([0.5, 0.5]), array([1., 0.]))
    """
    scores = finite_array("x", x).astype(np.float64)
    if not -scores.ndim <= axis < scores.ndim:
        raise ShapeError(f"x {scores.shape} has no axis {axis}; choose one of its {scores.ndim}")
    with np.errstate(over="ignore"):  # a score below all others by more than a float is 0
        powers = np.exp(scores - scores.max(axis=axis, keepdims=True, initial=-np.inf))
    shares: npt.NDArray[np.float64] = powers / powers.sum(axis=axis, keepdims=True)
    return shares
