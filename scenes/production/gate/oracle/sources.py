"""What may be asked: tables whose entries are reckoned when they are asked for, and products."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scenes.production.gate.oracle.characters import Number
from scenes.production.gate.oracle.scale import mark

At = tuple[int, ...]


class UnknownError(LookupError):
    """Nothing is known of what was asked."""


@dataclass(frozen=True)
class Table:
    """Numbers by their indices."""

    shape: At
    entry: Callable[..., Number]

    def __call__(self, *at: int) -> Number:
        """Return one of them."""
        inside = all(0 <= index < size for index, size in zip(at, self.shape, strict=False))
        if len(at) != len(self.shape) or not inside:
            raise UnknownError(f"{at} in a table of {self.shape}")
        return self.entry(*at)


def table(nested: Sequence[Any]) -> Table:
    """Return lists in lists as a table.

    >>> table([[1, 2], [3, 4]])(1, 0)
    3
    """
    shape = list[int]()
    part: Any = nested
    while isinstance(part, list | tuple):
        shape.append(len(part))
        part = part[0] if part else 0

    def entry(*at: int) -> Number:
        found: Any = nested
        for index in at:
            found = found[index]
        return found  # type: ignore[no-any-return]

    return Table(tuple(shape), entry)


@dataclass(frozen=True)
class Product:
    """A matrix product: entry (i, j) is the sum over k of left (i, k) times right (k, j)."""

    left: Table
    right: Table
    _sums_so_far: dict[tuple[int, int], list[Number]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def inner(self) -> int:
        """How many terms a sum has."""
        return self.right.shape[0]

    def term(self, i: int, j: int, k: int) -> Number:
        """Return one term."""
        return self.left(i, k) * self.right(k, j)

    def upto(self, i: int, j: int, k: int) -> Number:
        """Return the sum of the terms up to k; nothing has been added at -1."""
        if not -1 <= k < self.inner:
            raise UnknownError(f"term {k} of {self.inner}")
        nothing: Number = self.left(i, 0) * self.right(0, j) * 0
        sums = self._sums_so_far.setdefault((i, j), [nothing])
        for each in range(len(sums) - 1, k + 1):
            sums.append(sums[-1] + self.term(i, j, each))
        return sums[k + 1]

    def share_sum(self, k: int, j: int) -> Number:
        """Return the sum of a column's entries up to k."""
        total: Number = 0
        for each in range(k + 1):
            total += self.right(each, j)
        return total

    def value(self, quantity: str, at: At) -> Number:
        """Return a quantity of this product."""
        rows, columns = self.left.shape[0], self.right.shape[1]
        asked: Mapping[str, Callable[..., Number]] = {
            "value": self.left,
            "share": self.right,
            "product": self.term,
            "partial": self.upto,
            "result": lambda i, j: self.upto(i, j, self.inner - 1),
            "share_sum": self.share_sum,
            "rows": lambda count: table(list(range(rows + 1)))(count),
            "inner": lambda: self.inner,
            "columns": lambda: columns,
            "entries": lambda: rows * columns,
            "products": lambda: rows * columns * self.inner,
            "scale": lambda i, n: mark(self._sums(i), n),
        }
        try:
            return asked[quantity](*at)
        except (KeyError, TypeError) as error:  # no such quantity, or another number of indices
            raise UnknownError(f"{quantity} {at}") from error

    def _sums(self, i: int) -> list[Number]:
        """Return all running sums of a row."""
        places = range(self.right.shape[1])
        return [self.upto(i, j, k) for j in places for k in range(self.inner)]


Source = Table | Product
Sources = Mapping[str, Source]
