"""What a numeral on screen claims to be: an entry of the example or of the trace.  Pure.

A component that shows a number says where the number comes from; whoever wants to check it looks
the claim up in a :class:`Ledger`, which is made from the example file anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal

from mathcore import MatmulTrace, RecipeBook, format_number, trace_matmul

Quantity = Literal[
    "share",
    "value",
    "product",
    "partial",
    "result",
    "share_sum",
    "rows",
    "inner",
    "columns",
    "scale",
]


@dataclass(frozen=True)
class Claim:
    """A quantity and its indices.

    ======================  ===========  ==================================================
    quantity                indices      what it is
    ======================  ===========  ==================================================
    ``share``               ``(k, j)``   how much of ingredient k is in mixture j
    ``value``               ``(i, k)``   property i of ingredient k
    ``product``             ``(i, j, k)``  value (i, k) × share (k, j)
    ``partial``             ``(i, j, k)``  the sum of the products up to k; 0 for k = -1
    ``result``              ``(i, j)``   the sum of all products
    ``share_sum``           ``(k, j)``   the sum of the shares of mixture j up to k
    ``rows``                ``(count,)``  so many of the properties are shown as rows
    ``inner``, ``columns``  ``()``       how many ingredients, how many mixtures
    ``scale``               ``()``       a round number beside a scale
    ======================  ===========  ==================================================
    """

    quantity: Quantity
    at: tuple[int, ...] = ()

    def __str__(self) -> str:
        """Write it as ``share[0, 1]``."""
        return f"{self.quantity}[{', '.join(map(str, self.at))}]" if self.at else self.quantity


@dataclass(frozen=True)
class Ledger:
    """The example's own numbers, to look claims up in."""

    book: RecipeBook

    @cached_property
    def trace(self) -> MatmulTrace:
        """The whole product of the example, computed here."""
        return trace_matmul(self.book.values, self.book.shares)

    def value(self, claim: Claim) -> Fraction | None:
        """Return what the claimed number must be; ``None`` where any would do (a scale).

        Raises
        ------
        IndexError
            If there is no such entry.
        """
        at = claim.at
        if claim.quantity == "share_sum":
            return sum(self.book.shares[: at[0] + 1, at[1]], Fraction(0))
        if any(index < 0 for index in at[:2]):
            raise IndexError(f"{claim}: there is no such entry")
        if claim.quantity == "partial" and at[2] == -1:
            return Fraction(0)
        tables = {
            "share": self.book.shares,
            "value": self.book.values,
            "product": self.trace.products,
            "partial": self.trace.partials,
            "result": self.trace.result,
        }
        if claim.quantity in tables:
            return Fraction(tables[claim.quantity][at])
        return self._count(claim)

    def _count(self, claim: Claim) -> Fraction | None:
        rows, columns = self.trace.result.shape
        if claim.quantity == "rows":
            if not 1 <= claim.at[0] <= rows:
                raise IndexError(f"{claim}: the example has {rows} properties")
            return Fraction(claim.at[0])
        counts = {"inner": self.trace.right.shape[0], "columns": columns}
        return Fraction(counts[claim.quantity]) if claim.quantity in counts else None

    def formula(self, claim: Claim) -> str:
        """Return how the number comes about, in characters."""
        at = claim.at
        if claim.quantity == "product":
            i, j, k = at
            left, right = self.trace.left[i, k], self.trace.right[k, j]
            return f"{format_number(left)} × {format_number(right)}"
        if claim.quantity in ("partial", "result"):
            last = at[2] + 1 if claim.quantity == "partial" else None
            return " + ".join(map(format_number, self.trace.products[at[0], at[1], :last])) or "0"
        if claim.quantity == "share_sum":
            return " + ".join(map(format_number, self.book.shares[: at[0] + 1, at[1]]))
        return f"{self.book.path.name}: {claim}"
