"""The properties of an example: one number per ingredient, a row of the left matrix."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from mathcore.numerals import format_number
from mathcore.recipe_file.amounts import Amounts, read_amounts
from mathcore.recipe_file.ingredients import Shelf
from mathcore.recipe_file.mixtures import place_of
from mathcore.recipe_file.numbers import read_value
from mathcore.recipe_file.tables import Table, read_choice, read_rows, show
from mathcore.recipe_file.texts import Names, check_distinct, read_names, read_unit

MOST_PROPERTIES = 6
CHANNELS = ("red", "green", "blue")
BRIGHTEST = 255


@dataclass(frozen=True)
class Property:
    """One property: its name and unit per language, and the colour channel it may be."""

    name: Names
    unit: Names | None
    channel: str | None


@dataclass(frozen=True)
class PropertyRow:
    """A property, its exact values by ingredient, and how a message names it.

    `sound` tells that nothing about it was at fault.
    """

    property: Property
    amounts: Amounts
    place: str
    sound: bool


def read_properties(root: Table, shelf: Shelf) -> tuple[PropertyRow, ...]:
    """Read ``[[properties]]``: those that have a name.

    Parameters
    ----------
    root : Table
        The file.
    shelf : Shelf
        The ingredients there are.
    """
    rows = read_rows(root, "properties", MOST_PROPERTIES) or ()
    tables = [_table(root, number, row) for number, row in enumerate(rows, 1)]
    read = [_read(table, shelf) for table in tables]
    named = tuple(row for row in read if row is not None)
    check_distinct(root, "properties", [row.property.name for row in named])
    _check_channels(root, tables)
    return named


def _table(root: Table, number: int, row: Mapping[str, Any]) -> Table:
    place = place_of("property", number, row)
    return Table(root.inspection, place, row, ("name", "unit", "channel", "values"))


def _read(table: Table, shelf: Shelf) -> PropertyRow | None:
    before = table.count()
    name, unit = read_names(table, "name"), read_unit(table)
    channel = read_choice(table, "channel", CHANNELS)
    amounts = read_amounts(table, "values", shelf, read_value)
    _check_missing(table, shelf.ids, amounts)
    for ingredient, value in amounts.numbers.items():
        _check_range(table, show(ingredient), value, channel)
    sound = table.count() == before
    return PropertyRow(Property(name, unit, channel), amounts, table.place, sound) if name else None


def _check_missing(table: Table, ids: Sequence[str], amounts: Amounts) -> None:
    given = table.get("values")
    if isinstance(given, dict):
        missing = [show(id_) for id_ in ids if id_ not in given and id_ not in amounts.meant]
        if missing:
            table.fault(f"no value for {', '.join(missing)}; give one, 0 if it has none")


def _check_range(table: Table, ingredient: str, value: Fraction, channel: str | None) -> None:
    if channel and not 0 <= value <= BRIGHTEST:
        said = f"value of {ingredient} is {format_number(value)}"
        table.fault(f"{said}; a colour channel goes from 0 to {BRIGHTEST}")


def _check_channels(root: Table, tables: Sequence[Table]) -> None:
    """Fault a colour that lacks a channel or has one twice."""
    given = [table.get("channel") for table in tables]
    if not any(given) or not all(channel is None or channel in CHANNELS for channel in given):
        return
    twice = [show(channel) for channel in CHANNELS if given.count(channel) > 1]
    missing = [show(channel) for channel in CHANNELS if channel not in given]
    if twice:
        root.fault(f"several properties have channel {', '.join(twice)}; give each its own")
    if missing:
        root.fault(f"no property has channel {', '.join(missing)}; a colour needs all three")
