"""What the numbers of attention are checked against.  Pure."""

from __future__ import annotations

import math

import numpy as np

from mathcore import AttentionTrace, MatmulTrace, chances_of_sums
from mathcore.arrays import Array
from mathcore.layer_file.attention_layer import AttentionLayer

LENGTHS = (1, 4, 16, 64)
"""Of sums that show how they spread."""

Source = MatmulTrace | Array


def sources(layer: AttentionLayer) -> dict[str, Source]:
    """Return, by name, what a claim of this chapter may be of.

    ===================  ======================================================================
    ``query_weights``    W_q: an order a row
    ``key_weights``      W_k: a thing a row
    ``query``            the product of the row that picks the order and W_q
    ``keys``             the product of W_kᵀ and the columns that pick what is on the shelf
    ``scores``           the product of the query and the keys, 1×d · d×n
    ``scaled``           the scores divided by √d [0, bottle]
    ``shares``           their softmax, not rounded [bottle, 0]
    ``mix``              the product of the values and the recipe, as printed: P×n · n×1
    ``root``             [d, √d]
    ``spread``           [a length of a sum, its spread √length] for several lengths
    ``chances_4``, ...   the chances of the sums -4, -2, 0, 2, 4 of four signs, and of `LENGTHS`
    ``again_...``        scores, scaled, shares, mix of the other order
    ``changed_...``      those once the first and the last bottle have changed places
    ``everyone_...``     those of all glasses at once, a query a row, a recipe a column
    ``locked_...``       those with the later glasses locked
    ``other_...``        those of the second head, where there is one; ``other_locked_...``, too
    ``unasked_...``      those with locks, where all scores are 0
    ``errors``           [mean squared error as tasted, mixed] for each head
    ``cases``            [shelves, orders on them, the least share on the right thing]
    ``model``            [blocks, heads, width of a head], where the file names a model
    ===================  ======================================================================
    """
    first, then = layer.task.asked
    found: dict[str, Source] = {
        "query_weights": layer.query_weights,
        "key_weights": layer.key_weights,
        "query": layer.order_as_query(first),
        "keys": layer.shelf_as_keys(layer.task.shelf),
        "root": np.array([layer.task.width, math.sqrt(layer.task.width)]),
        "spread": np.array([[length, math.sqrt(length)] for length in LENGTHS]),
        "errors": np.array([layer.errors(n) for n, _ in enumerate(layer.head_weights)]),
        "cases": np.array([layer.shelves, layer.count_of_cases, layer.least_share]),
    }
    chances = {f"chances_{n}": np.array(chances_of_sums(n), dtype=object) for n in LENGTHS}
    model = {} if layer.model is None else {"model": _model(layer)}
    told = {
        "": layer.ask(first),
        "again_": layer.ask(then),
        "changed_": layer.ask(then, layer.changed_shelf),
        "unasked_": layer.unasked,
    }
    for head, (plain, locked) in enumerate(NAMES[: len(layer.head_weights)]):
        told[plain] = layer.everyone(head)
        told[locked] = layer.everyone(head, locked=True)
    steps = {f"{name}{key}": of for name, trace in told.items() for key, of in _steps(trace)}
    return found | chances | model | steps


NAMES = (("everyone_", "locked_"), ("other_", "other_locked_"))


def _steps(trace: AttentionTrace) -> tuple[tuple[str, Source], ...]:
    return (
        ("scores", trace.scores),
        ("scaled", trace.scaled),
        ("shares", trace.shares),
        ("mix", trace.mix),
    )


def _model(layer: AttentionLayer) -> Array:
    assert layer.model is not None
    sizes = layer.model.sizes
    return np.array([sizes.blocks, sizes.heads, sizes.width // sizes.heads])
