"""A table of one number per ingredient: the shares of a mixture, the values of a property."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from mathcore.recipe_file.ingredients import Shelf
from mathcore.recipe_file.tables import Table, did_you_mean, nearest, show


@dataclass(frozen=True)
class Amounts:
    """What was read: the numbers by ingredient, and whether all of them could be read.

    `meant` are the ingredients that an unknown name probably stood for.
    """

    numbers: dict[str, Fraction] = field(default_factory=dict)
    whole: bool = False
    meant: frozenset[str] = frozenset()

    def along(self, ids: Sequence[str]) -> list[Fraction]:
        """List the numbers in the order of the ingredients; a missing one is 0."""
        return [self.numbers.get(id_, Fraction(0)) for id_ in ids]


def read_amounts(
    table: Table, key: str, shelf: Shelf, read: Callable[[object], Fraction]
) -> Amounts:
    """Read ``key = { gin = ..., cola = ... }``; every fault goes to the inspection.

    Parameters
    ----------
    table : Table
        The mixture or the property.
    key : str
        ``"shares"`` or ``"values"``.
    shelf : Shelf
        The ingredients there are; where it is not complete, a name that is like none of
        them is not blamed.
    read : callable
        Reads one number, or raises a ValueError that says what is wrong.
    """
    ids = shelf.ids
    raw = table.required(key, f"{key} = {{ {(ids or ('gin',))[0]} = ... }}")
    if raw is None:
        return Amounts()
    if not isinstance(raw, dict):
        table.fault(f"{key} is {show(raw)}; write {key} = {{ ... }}, a number per ingredient")
        return Amounts()
    for name in raw:
        if name not in ids and (shelf.complete or nearest(name, ids)):
            table.fault(f"unknown ingredient {show(name)}; {did_you_mean(name, ids)}")
    read_ones = {name: _read_one(table, key, name, entry, read) for name, entry in raw.items()}
    numbers = {name: number for name, number in read_ones.items() if number is not None}
    meant = frozenset(nearest(name, ids) for name in raw if name not in ids)
    return Amounts(numbers, len(numbers) == len(raw), meant)


def _read_one(
    table: Table, key: str, name: str, entry: Any, read: Callable[[object], Fraction]
) -> Fraction | None:
    try:
        return read(entry)
    except ValueError as fault:
        table.fault(f"{key.removesuffix('s')} of {show(name)} {fault}")
        return None
