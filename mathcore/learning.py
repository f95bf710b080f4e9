"""Gradient descent that records its own history.

Each step goes downhill: ``weights -= learning_rate * gradient``, and for both losses the gradient
is ``inputs.T @ (predicted - targets) / m``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from mathcore.arrays import finite_array
from mathcore.errors import EntryError, ShapeError

Floats = npt.NDArray[np.float64]
Loss = Literal["squares", "cross_entropy"]


@dataclass(frozen=True, eq=False)
class Descent:
    """A recorded run of T steps; every array is read-only.

    Attributes
    ----------
    inputs : (m, K) array
        The examples, a row each.
    targets : (m, n) array
        What should come out of each.
    weights : (T + 1, K, n) array
        ``weights[t]`` after t steps; ``weights[0]`` is the start.
    losses : (T + 1,) array
        How wrong ``weights[t]`` is.
    """

    inputs: Floats
    targets: Floats
    weights: Floats
    losses: Floats

    def settled(self, places: int) -> int:
        """Return the first step from which on nothing changes, rounded to so many places.

        Examples
        --------
        >>> run = gradient_descent([[2]], [[6]], start=[[0]], learning_rate=0.125, steps=30)
        >>> run.settled(0), run.settled(2)
        (3, 10)
        """
        every = np.column_stack([self.weights.reshape(len(self.losses), -1), self.losses])
        rounded = np.round(every, places)
        moving = np.flatnonzero((rounded != rounded[-1]).any(axis=1))
        return int(moving[-1]) + 1 if len(moving) else 0


def gradient_descent(
    inputs: npt.ArrayLike,
    targets: npt.ArrayLike,
    *,
    learning_rate: float,
    steps: int,
    loss: Loss = "squares",
    start: npt.ArrayLike | None = None,
    seed: int = 0,
) -> Descent:
    """Learn weights from examples, all of them in every step, and record every step.

    ``"squares"`` fits ``x @ weights`` to the targets: mean over the rows of
    ``0.5 * |x @ weights - target|**2``.  ``"cross_entropy"`` fits ``softmax(x @ weights)``: mean of
    ``-sum(target * log(softmax(x @ weights)))``.

    Parameters
    ----------
    inputs : (m, K) array_like
        The examples, a row each.
    targets : (m, n) array_like
        What should come out; for ``"cross_entropy"`` shares that sum to 1, such as one 1 a row.
    learning_rate : float
        How far each step goes.
    steps : int
        How many steps.
    loss : {"squares", "cross_entropy"}
        What is made small.
    start : (K, n) array_like, optional
        The weights at the start; None draws them from a normal distribution.
    seed : int, optional
        What they are drawn with: the same seed, the same run.

    Returns
    -------
    Descent
        The weights and the loss after every step.

    Raises
    ------
    ShapeError
        If the shapes do not fit.
    EntryError
        If an entry is not finite, or the run leaves all bounds.
    ValueError
        If the loss, the steps or the learning rate is none.

    Examples
    --------
    >>> run = gradient_descent([[2]], [[6]], start=[[0]], learning_rate=0.125, steps=3)
    >>> run.weights[:, 0, 0], run.losses
    (array([0.   , 1.5  , 2.25 , 2.625]), array([18.     ,  4.5    ,  1.125  ,  0.28125]))
    """
    _check_settings(loss, learning_rate, steps)
    x, y = _examples(inputs, targets, loss)
    weights = np.empty((steps + 1, x.shape[1], y.shape[1]))
    losses = np.empty(steps + 1)
    current = _start(start, seed, weights.shape[1:])
    with np.errstate(over="ignore", invalid="ignore"):
        for step in range(steps + 1):
            predicted, wrong = LOSSES[loss](x @ current, y)
            if not np.isfinite(wrong):
                raise EntryError(f"the run leaves all bounds at step {step}; lower learning_rate")
            weights[step], losses[step] = current, wrong
            current = current - learning_rate * (x.T @ (predicted - y)) / len(x)
    for array in (x, y, weights, losses):
        array.setflags(write=False)
    return Descent(x, y, weights, losses)


def _squares(scores: Floats, targets: Floats) -> tuple[Floats, float]:
    """Return what the scores predict, and how wrong that is."""
    return scores, float(0.5 * ((scores - targets) ** 2).sum() / len(scores))


def _cross_entropy(scores: Floats, targets: Floats) -> tuple[Floats, float]:
    """Return what the scores predict, and how wrong that is; logarithms, so nothing is log 0."""
    lowered = scores - scores.max(axis=-1, keepdims=True, initial=-np.inf)
    logs = lowered - np.log(np.exp(lowered).sum(axis=-1, keepdims=True))
    return np.exp(logs), float(-(targets * logs).sum() / len(scores))


LOSSES: dict[str, Callable[[Floats, Floats], tuple[Floats, float]]] = {
    "squares": _squares,
    "cross_entropy": _cross_entropy,
}


def _check_settings(loss: str, learning_rate: float, steps: int) -> None:
    if loss not in LOSSES:
        raise ValueError(f'loss = "{loss}"; choose one of: {", ".join(LOSSES)}')
    if not (np.isfinite(learning_rate) and learning_rate > 0):
        raise ValueError(f"learning_rate = {learning_rate}; give a finite number above 0")
    if steps < 0:
        raise ValueError(f"steps = {steps}; give 0 or more")


def _examples(inputs: npt.ArrayLike, targets: npt.ArrayLike, loss: Loss) -> tuple[Floats, Floats]:
    """Return both as floats, if they fit each other and the loss."""
    x = finite_array("inputs", inputs).astype(np.float64)
    y = finite_array("targets", targets).astype(np.float64)
    if x.ndim != 2 or y.ndim != 2 or len(x) != len(y) or not len(x):
        raise ShapeError(
            f"inputs {x.shape} and targets {y.shape}: give as many rows of both, an example a row, "
            f"and at least one"
        )
    if loss == "cross_entropy" and not (np.allclose(y.sum(axis=1), 1) and (y >= 0).all()):
        raise EntryError("targets of cross_entropy: make every row shares that sum to 1")
    return x, y


def _start(start: npt.ArrayLike | None, seed: int, shape: tuple[Any, ...]) -> Floats:
    if start is None:
        return np.random.default_rng(seed).standard_normal(shape)
    given = finite_array("start", start).astype(np.float64)
    if given.shape != shape:
        raise ShapeError(f"start {given.shape}: the weights are {shape}, features × outputs")
    return given
