"""The true numbers of the recipes' learning.  Pure."""

from __future__ import annotations

from typing import Any

import numpy as np

from mathcore import RecipeBook, learn_recipes


def sources(book: RecipeBook) -> dict[str, np.ndarray[Any, Any]]:
    """Return, by name, what a claim about the run may be of.

    ``learned`` are the weights after every step, ``[step, k, j]``, ``loss`` the loss, ``steps``
    the number of each step, ``tastings`` what is tasted, a row each, and ``tasted`` how many;
    ``opposites`` the recipes with every sign turned.
    """
    run = learn_recipes(book.shares.astype(float))
    return {
        "learned": run.weights,
        "loss": run.losses,
        "steps": np.arange(len(run.losses)),
        "tastings": run.inputs,
        "opposites": -book.shares,
        "tasted": np.array([len(run.inputs)]),
    }
