"""What a numeral on screen claims to be: an entry of the example, of a layer, or of a trace.  Pure.

A component that shows a number says where the number comes from; whoever wants to check it looks
the claim up in a :class:`Ledger`, which is made from the files anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from numbers import Rational
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from mathcore import MatmulTrace, RecipeBook, format_number, trace_matmul
from scenes.kit.bar.ticks import ticks

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
    "entries",
    "products",
    "entry",
    "count",
    "scale",
]
Source = MatmulTrace | npt.NDArray[Any]
Sources = Mapping[str, Source]


@dataclass(frozen=True)
class Claim:
    """A quantity, its indices, and the source that it is a quantity of.

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
    ``entries``             ``()``       how many entries the result has
    ``products``            ``()``       how many products all of them take together
    ``entry``               all of them  an entry of a source that is a plain array
    ``count``               all of them  an entry of one that counts on along its first index
    ``scale``               ``(i, n)``   the n-th mark of the scale for the running sums of row i;
                                         of a plain array, its entry ``(n,)``
    ======================  ===========  ==================================================

    Without ``of`` it is the product of the recipes; another matrix product is named by it, with its
    left matrix for the values and its right one for the shares, or a plain array.
    """

    quantity: Quantity
    at: tuple[int, ...] = ()
    of: str = ""

    def __str__(self) -> str:
        """Write it as ``share[0, 1]``, or ``window.share[0, 1]``."""
        name = f"{self.of}.{self.quantity}" if self.of else self.quantity
        return f"{name}[{', '.join(map(str, self.at))}]" if self.at else name


@dataclass(frozen=True, eq=False)
class Ledger:
    """The numbers of an example, and named sources beside them.

    Attributes
    ----------
    book : RecipeBook
        The example; its product is the source without a name.
    sources : mapping of str to MatmulTrace or array, or a function that returns one
        What else claims may name; a function is asked when the first claim needs it.
    path : Path, optional
        The file that the sources come from.
    files : mapping of str to Path
        The files of those that come from elsewhere.
    """

    book: RecipeBook
    sources: Sources | Callable[[], Sources] = field(default_factory=dict)
    path: Path | None = None
    files: Mapping[str, Path] = field(default_factory=dict)

    @cached_property
    def trace(self) -> MatmulTrace:
        """The whole product of the example, computed here."""
        return trace_matmul(self.book.values, self.book.shares)

    @cached_property
    def named(self) -> Sources:
        """The sources that have names."""
        return self.sources() if callable(self.sources) else self.sources

    def source(self, of: str) -> Source:
        """Return what a claim is about.

        Raises
        ------
        IndexError
            If nothing has that name.
        """
        if not of:
            return self.trace
        if of not in self.named:
            known = ", ".join(self.named) or "none"
            raise IndexError(f'there is no source "{of}"; there are: {known}')
        return self.named[of]

    def joined(self, more: Sources) -> Ledger:
        """Return these numbers and further sources."""
        return Ledger(self.book, lambda: {**self.named, **more}, self.path, self.files)

    def inner(self, of: str) -> int:
        """Return how many terms a sum of a source has; 0 where nothing is summed."""
        source = self.source(of) if not of or of in self.named else None
        return source.right.shape[0] if isinstance(source, MatmulTrace) else 0

    def last_count(self, of: str) -> int:
        """Return the first index of the last entry of a source that counts on; else 0."""
        source = self.named.get(of)
        return len(source) - 1 if isinstance(source, np.ndarray) else 0

    def value(self, claim: Claim) -> Fraction | float:
        """Return what the claimed number must be.

        Raises
        ------
        IndexError
            If there is no such entry.
        """
        source = self.source(claim.of)
        if isinstance(source, MatmulTrace):
            return _quantity(source, claim)
        if claim.quantity not in ("entry", "count", "scale"):
            raise IndexError(f"{claim}: there is no such quantity")
        return _entry(source, claim, claim.at)

    def formula(self, claim: Claim) -> str:
        """Return how the number comes about, in characters."""
        if claim.quantity in ("product", "partial", "result", "share_sum"):
            source = self.source(claim.of)
            if isinstance(source, MatmulTrace):
                return _formula(source, claim)
        path = self.files.get(claim.of, self.path if claim.of and self.path else self.book.path)
        return f"{path.name}: {claim}"


def _quantity(trace: MatmulTrace, claim: Claim) -> Fraction | float:
    at = claim.at
    if claim.quantity == "share_sum":
        _entry(trace.right, claim, (max(at[0], 0), at[1]))
        return _number(sum(trace.right[: at[0] + 1, at[1]], Fraction(0)))
    if claim.quantity == "partial" and at[2] == -1:
        _entry(trace.result, claim, at[:2])
        return Fraction(0)
    tables = {
        "share": trace.right,
        "value": trace.left,
        "product": trace.products,
        "partial": trace.partials,
        "result": trace.result,
    }
    if claim.quantity in tables:
        return _entry(tables[claim.quantity], claim, at)
    return _mark(trace, claim) if claim.quantity == "scale" else _count(trace, claim)


def _mark(trace: MatmulTrace, claim: Claim) -> Fraction:
    """Return a mark of the scale for the running sums of a row: 0 alone, if some are less."""
    if len(claim.at) != 2:
        raise IndexError(f"{claim}: there is no such mark")
    i, n = claim.at
    sums = trace.partials[i].ravel() if 0 <= i < len(trace.partials) else ()
    marks = (Fraction(0),) if min(sums, default=-1) < 0 else ticks(max(sums) or 1)
    if not len(sums) or not 0 <= n < len(marks):
        raise IndexError(f"{claim}: there is no such mark")
    return marks[n]


def _count(trace: MatmulTrace, claim: Claim) -> Fraction:
    rows, columns = trace.result.shape
    if claim.quantity == "rows":
        if not 1 <= claim.at[0] <= rows:
            raise IndexError(f"{claim}: there are {rows} rows")
        return Fraction(claim.at[0])
    inner = trace.right.shape[0]
    counts = {"inner": inner, "columns": columns, "entries": rows * columns}
    counts["products"] = trace.products.size
    if claim.quantity not in counts:
        raise IndexError(f"{claim}: there is no such quantity")
    return Fraction(counts[claim.quantity])


def _entry(array: npt.NDArray[Any], claim: Claim, at: tuple[int, ...]) -> Fraction | float:
    if len(at) != array.ndim or any(index < 0 for index in at):
        raise IndexError(f"{claim}: there is no such entry")
    return _number(array[at])


def _number(entry: Any) -> Fraction | float:
    """Return an entry as Python's own number; NumPy's integers would overflow unnoticed."""
    if isinstance(entry, Rational):
        return Fraction(int(entry.numerator), int(entry.denominator))
    return float(str(entry))


def _formula(trace: MatmulTrace, claim: Claim) -> str:
    at = claim.at
    if claim.quantity == "product":
        i, j, k = at
        return f"{format_number(trace.left[i, k])} × {format_number(trace.right[k, j])}"
    if claim.quantity == "share_sum":
        return " + ".join(map(format_number, trace.right[: at[0] + 1, at[1]]))
    last = at[2] + 1 if claim.quantity == "partial" else None
    return " + ".join(map(format_number, trace.products[at[0], at[1], :last])) or "0"
