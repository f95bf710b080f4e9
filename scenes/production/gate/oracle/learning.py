"""The run in which recipes are learned, step by step.

60 tastings are drawn with seed 5, then a start, half as wide.  The error is half the mean squared
distance between what a tasting of the weights and one of the recipes give; each of 200 steps goes
a sixth of the longest that never overshoots, which is one over the largest eigenvalue of the mean
of the tastings' squares.  In its terms the slope of the error is that matrix times what the weights
are off, and so nothing else is needed of the tastings.
"""

from __future__ import annotations

from functools import cache

from numpy.random import default_rng  # draws the same numbers; nothing is reckoned with it

from scenes.production.gate.oracle.characters import Number
from scenes.production.gate.oracle.sources import Product, Sources, Table, table

TASTINGS, STEPS, SEED, SPREAD, PACE = 60, 200, 5, 0.5, 1 / 6
DOUBLINGS = 40  # of the power of a matrix: what is not its largest eigenvalue is gone
Matrix = list[list[float]]


def learning(recipes: Product) -> Sources:
    """Return the weights and the error after each step, the steps, and what is tasted."""
    inner, columns = recipes.right.shape
    known = [[float(recipes.right(k, j)) for j in range(columns)] for k in range(inner)]

    @cache
    def run() -> tuple[Matrix, list[Matrix], list[float]]:
        return _run(known)

    def entry(part: int, *at: int) -> Number:
        found = run()[part]
        for index in at:
            found = found[index]  # type: ignore[assignment]
        return found  # type: ignore[return-value]

    return {
        "tastings": Table((TASTINGS, inner), lambda *at: entry(0, *at)),
        "learned": Table((STEPS + 1, inner, columns), lambda *at: entry(1, *at)),
        "loss": Table((STEPS + 1,), lambda *at: entry(2, *at)),
        "steps": Table((STEPS + 1,), lambda step: step),
        "opposites": Table((inner, columns), lambda k, j: -recipes.right(k, j)),
        "tasted": table([TASTINGS]),
    }


def _run(recipes: Matrix) -> tuple[Matrix, list[Matrix], list[float]]:
    draws, inner, columns = default_rng(SEED), len(recipes), len(recipes[0])
    tastings = draws.standard_normal((TASTINGS, inner)).tolist()
    weights = [
        [SPREAD * each for each in row] for row in draws.standard_normal((inner, columns)).tolist()
    ]
    squares = [
        [sum(row[a] * row[b] for row in tastings) / TASTINGS for b in range(inner)]
        for a in range(inner)
    ]
    pace = PACE / _largest_eigenvalue(squares)
    told, losses = list[Matrix](), list[float]()
    for _ in range(STEPS + 1):
        off = _minus(weights, recipes, 1.0)
        slope = _times(squares, off)
        told.append(weights)
        losses.append(
            sum(o * s for a, b in zip(off, slope, strict=True) for o, s in zip(a, b, strict=True))
            / 2
        )
        weights = _minus(weights, slope, pace)
    return tastings, told, losses


def _largest_eigenvalue(matrix: Matrix) -> float:
    power = matrix
    for _ in range(DOUBLINGS):
        power = _times(power, power)
        largest = max(max(map(abs, row)) for row in power)
        power = [[each / largest for each in row] for row in power]
    vector = max(([row] for row in power), key=lambda row: sum(x * x for x in row[0]))
    seen = _times(vector, matrix)[0]
    return sum(map(float.__mul__, seen, vector[0])) / sum(x * x for x in vector[0])


def _times(one: Matrix, other: Matrix) -> Matrix:
    columns = list(zip(*other, strict=True))
    return [[sum(map(float.__mul__, row, column)) for column in columns] for row in one]


def _minus(one: Matrix, other: Matrix, times: float) -> Matrix:
    pairs = zip(one, other, strict=True)
    return [[a - times * b for a, b in zip(row, less, strict=True)] for row, less in pairs]
