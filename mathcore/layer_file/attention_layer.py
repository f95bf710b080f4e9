"""Attention as a layer file holds it: what was learned, and every step that a chapter shows."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mathcore.attention import AttentionTrace, causal_mask, trace_attention
from mathcore.layer_file.attention_task import Task
from mathcore.layer_file.transformer import TransformerLayer
from mathcore.matmul import MatmulTrace, trace_matmul
from mathcore.recipe_file.texts import Names

PLACES = 2
"""Shares are printed, and mixed, as whole percents."""

Matrix = npt.NDArray[Any]


@dataclass(frozen=True, eq=False)
class AttentionLayer:
    """A layer file of kind ``attention``.

    Attributes
    ----------
    path : Path
        The file.
    task : Task
        All that it says, but for the weights.
    query_weights : (orders, d) array of Fraction
        W_q: the query of each order, a row.
    key_weights : (things, d) array of Fraction
        W_k: the key of each thing, a row.
    head_weights : tuple of ((kinds, d) array, (kinds, d) array)
        W_q and W_k of each head of the table of glasses: what each kind asks, and answers to.
    model : TransformerLayer, optional
        A large model whose heads are counted beside these.
    """

    path: Path
    task: Task
    query_weights: Matrix
    key_weights: Matrix
    head_weights: tuple[tuple[Matrix, Matrix], ...]
    model: TransformerLayer | None = None

    @property
    def name(self) -> Names:
        """What is asked of what."""
        return self.task.name

    def order_as_query(self, order: int) -> MatmulTrace:
        """Map an order to its query: one row that picks it, times W_q."""
        return trace_matmul(_picks([order], len(self.task.orders)), self.query_weights)

    def shelf_as_keys(self, shelf: Sequence[int]) -> MatmulTrace:
        """Map the things on a shelf to their keys, a column each: W_kᵀ times columns that pick."""
        return trace_matmul(self.key_weights.T, _picks(shelf, len(self.task.things)).T)

    def ask(self, order: int, shelf: Sequence[int] | None = None) -> AttentionTrace:
        """Tell an order to a shelf, by default the one that is shown."""
        standing = list(self.task.shelf if shelf is None else shelf)
        return trace_attention(
            self.query_weights[[order]],
            self.key_weights[standing].T,
            self.task.values[:, standing],
            places=PLACES,
        )

    @property
    def changed_shelf(self) -> tuple[int, ...]:
        """The shelf after its first and its last thing have changed places."""
        first, *between, last = self.task.shelf
        return last, *between, first

    def everyone(self, head: int = 0, *, locked: bool = False) -> AttentionTrace:
        """Let every glass ask all glasses, or with locks only those up to itself."""
        asks, answers = self.head_weights[head]
        kinds, tasted = self.task.everyone.placed, self.task.everyone.tasted
        mask = causal_mask(len(kinds)) if locked else None
        return trace_attention(asks[kinds], answers[kinds].T, tasted, mask=mask, places=PLACES)

    @cached_property
    def unasked(self) -> AttentionTrace:
        """The glasses with locks, but nothing learned: all scores are 0, so shares are equal."""
        count = len(self.task.everyone.glasses)
        nothing = np.zeros((count, self.task.width), dtype=int)
        mask = causal_mask(count)
        tasted = self.task.everyone.tasted
        return trace_attention(nothing, nothing.T, tasted, mask=mask, places=PLACES)

    def errors(self, head: int = 0) -> tuple[float, float]:
        """Tell how far the glasses are from what a head wants to find: as tasted, and mixed.

        The mean over the glasses of the squared difference.
        """
        everyone = self.task.everyone
        wanted = [everyone.aims_at(head, glass) for glass in range(len(everyone.glasses))]
        rows = everyone.tasted[0], self.everyone(head).mix.result[0]
        before, after = (
            float(np.mean([(found - aim) ** 2 for found, aim in zip(row, wanted, strict=True)]))
            for row in rows
        )
        return before, after

    def cases(self) -> Iterator[tuple[tuple[int, ...], int, float]]:
        """Go through all shelves and the orders for them: what share the right thing gets.

        A share does not depend on the order in which things stand; so each set comes once.
        """
        for things in self.task.sets:
            for order in self.task.orders_for(things):
                shares = self.ask(order, things).shares[:, 0]
                yield things, order, float(shares[things.index(self.task.orders[order].finds)])

    @property
    def shelves(self) -> int:
        """In how many ways things can stand on a shelf."""
        return len(self.task.sets) * math.factorial(len(self.task.shelf))

    @property
    def count_of_cases(self) -> int:
        """How many orders can be told, to all shelves."""
        sets = self.task.sets
        told = sum(len(self.task.orders_for(things)) for things in sets)
        return told * self.shelves // len(sets)

    @property
    def least_share(self) -> float:
        """The least that any order puts on what it means, on any shelf."""
        return min(share for _, _, share in self.cases())


def _picks(rows: Sequence[int], count: int) -> Matrix:
    """Give a row for each, with a single 1 where it stands among `count`."""
    picks: Matrix = np.eye(count, dtype=int)[list(rows)]
    return picks
