"""The mixtures of an example: one recipe each, a column of the matrix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from mathcore.numerals import format_percent, never_ends
from mathcore.recipe_file.amounts import Amounts, read_amounts
from mathcore.recipe_file.ingredients import Shelf
from mathcore.recipe_file.numbers import read_share
from mathcore.recipe_file.tables import Table, read_rows, show
from mathcore.recipe_file.texts import (
    LANGUAGES,
    Names,
    check_distinct,
    read_names,
    read_optional_names,
)

MOST_MIXTURES = 6


@dataclass(frozen=True)
class Mixture:
    """One mixture: its name per language, and a short one for narrow column heads."""

    name: Names
    short: Names


@dataclass(frozen=True)
class Recipe:
    """A mixture, its exact shares by ingredient, and how a message names it.

    `sound` tells that nothing about it was at fault.
    """

    mixture: Mixture
    amounts: Amounts
    place: str
    sound: bool


def read_mixtures(root: Table, shelf: Shelf, free_weights: bool | None) -> tuple[Recipe, ...]:
    """Read ``[[mixtures]]``: those that have a name.

    Parameters
    ----------
    root : Table
        The file.
    shelf : Shelf
        The ingredients there are.
    free_weights : bool, optional
        Whether shares may be any numbers; None if nobody knows.
    """
    rows = read_rows(root, "mixtures", MOST_MIXTURES) or ()
    recipes = [_read(root, number, row, shelf, free_weights) for number, row in enumerate(rows, 1)]
    named = tuple(recipe for recipe in recipes if recipe is not None)
    check_distinct(root, "mixtures", [recipe.mixture.name for recipe in named])
    return named


def place_of(kind: str, number: int, row: Mapping[str, Any]) -> str:
    """Name a row in a message: by its first name that is a text, else by its number."""
    name = row.get("name")
    given = [name.get(language) for language in LANGUAGES] if isinstance(name, dict) else [name]
    texts = [each for each in given if isinstance(each, str) and each.strip()]
    return f"{kind} {show(texts[0]) if texts else number}"


def _read(
    root: Table,
    number: int,
    row: Mapping[str, Any],
    shelf: Shelf,
    free_weights: bool | None,
) -> Recipe | None:
    place, before = place_of("mixture", number, row), root.count()
    table = Table(root.inspection, place, row, ("name", "short", "shares"))
    name = read_names(table, "name")
    short = read_optional_names(table, "short")
    amounts = read_amounts(table, "shares", shelf, read_share)
    if free_weights is False and amounts.whole:
        _check_shares(table, amounts.numbers)
    sound = root.count() == before
    return Recipe(Mixture(name, short or name), amounts, place, sound) if name else None


def _check_shares(table: Table, shares: Mapping[str, Fraction]) -> None:
    negative = [f"{show(name)} is {format_percent(x)}" for name, x in shares.items() if x < 0]
    for share in negative:
        table.fault(f"share of {share}; write 0 or more, or free_weights = true at the top")
    total = sum(shares.values(), Fraction(0))
    if total != 1 and not negative:
        table.fault(f"shares sum to {_percent(total)}, not 100%; {_advice(total)}")


def _percent(total: Fraction) -> str:
    """Write a sum so that it never looks like 0% or 100% when it is not."""
    rounded = format_percent(float(total) if never_ends(total) else total)
    hidden = total not in (0, 1) and rounded in (format_percent(0), format_percent(1))
    return f"{100 * total}%" if hidden else rounded


def _advice(total: Fraction) -> str:
    if total == 100:
        return 'write percentages with their sign, as in "20%"'
    if total < 1:
        return f"add the missing {_percent(1 - total)}"
    return f"take {_percent(total - 1)} out"
