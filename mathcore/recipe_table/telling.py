"""How a table was understood, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mathcore.recipe_file.tables import show
from mathcore.recipe_table.columns import Column, Kind


def tell(
    columns: Sequence[Column], mixtures: Sequence[Column], properties: Sequence[Column]
) -> Iterator[str]:
    """Say what each column was taken for, and why; those that were read alike, together."""
    for read_as in dict.fromkeys(column.read_as for column in mixtures):
        alike = [column for column in mixtures if column.read_as == read_as]
        yield f"{_count(alike, 'mixture', 'mixtures')} ({read_as}): {_listed(alike)}"
    if any(share < 0 for column in mixtures for share in column.numbers):
        yield "a share lies below zero, so weights may be any numbers (free_weights)"
    yield f"{_count(properties, 'property', 'properties')}: {_listed(properties)}"
    if words := [column for column in columns if column.kind is Kind.WORDS]:
        yield f"left out, as they hold words: {_listed(words)}"
    if totals := [column for column in columns if column.kind is Kind.TOTAL]:
        yield f"left out, as they are called totals: {_listed(totals)}"


def _count(columns: Sequence[Column], one: str, several: str) -> str:
    return f"{len(columns)} {one if len(columns) == 1 else several}"


def _listed(columns: Sequence[Column]) -> str:
    return ", ".join(_one(column) for column in columns)


def _one(column: Column) -> str:
    letters = column.place.rstrip("0123456789")
    unit = f", {column.unit}" if column.kind is not Kind.MIXTURE and column.unit else ""
    return f"{show(column.heading.name)} ({letters}{unit})"
