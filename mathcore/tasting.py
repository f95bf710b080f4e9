"""Recipes found again by tasting: nobody tells them, gradient descent learns them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from mathcore.arrays import finite_array
from mathcore.errors import ShapeError
from mathcore.learning import Descent, gradient_descent

SPREAD = 0.5  # of the weights at the start
PACE = 1 / 6  # of the longest step that never overshoots


def learn_recipes(
    shares: npt.ArrayLike, *, tastings: int = 60, steps: int = 200, seed: int = 5
) -> Descent:
    """Learn recipes from tastings alone: ``inputs @ shares`` is what is tasted, shares are not.

    Each tasting is one more property: a number for every ingredient, drawn with the seed, and the
    number that every mixture has of it.  The steps are short enough that one can watch it learn:
    a sixth of the longest that never overshoot, one over the largest curvature of the loss.

    Parameters
    ----------
    shares : (K, n) array_like
        The recipes to be found, one a column.
    tastings : int, optional
        How many; at least as many as ingredients, or they do not tell the recipes.
    steps : int, optional
        How many steps of gradient descent.
    seed : int, optional
        What the tastings and the start are drawn with.

    Returns
    -------
    Descent
        The run: ``weights[t]`` and ``losses[t]`` after t steps.

    Raises
    ------
    ShapeError
        If the shares are no matrix, or the tastings too few.

    Examples
    --------
    >>> learn_recipes([[0.25], [0.75]]).weights[-1].round(3)
    array([[0.25],
           [0.75]])
    """
    recipes = finite_array("shares", shares).astype(np.float64)
    if recipes.ndim != 2 or not recipes.size:
        raise ShapeError(f"shares {recipes.shape}: give a recipe a column, an ingredient a row")
    if tastings < len(recipes):
        raise ShapeError(f"{tastings} tastings of {len(recipes)} ingredients: taste more often")
    draws = np.random.default_rng(seed)
    inputs = draws.standard_normal((tastings, len(recipes)))
    start = SPREAD * draws.standard_normal(recipes.shape)
    curvature = np.linalg.eigvalsh(inputs.T @ inputs / tastings)[-1]
    return gradient_descent(
        inputs, inputs @ recipes, start=start, learning_rate=PACE / float(curvature), steps=steps
    )
