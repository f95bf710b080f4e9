"""What a layer file of kind attention says, but for its weights: what these are learned for.

`assets/attention/train.py` reads a task, learns, and writes the weights beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt

from mathcore.layer_file.reading import read_whole
from mathcore.layer_file.references import (
    check_count,
    read_ids,
    read_reference,
    read_references,
    read_tables,
)
from mathcore.layer_file.self_attention import Everyone, read_everyone
from mathcore.numerals import format_number
from mathcore.recipe_file.ingredients import Ingredient, read_ingredients
from mathcore.recipe_file.properties import Property, PropertyRow, read_properties
from mathcore.recipe_file.tables import Table, show
from mathcore.recipe_file.texts import Names, check_distinct, read_names
from mathcore.recipe_file.words import read_words

ORDERS, THINGS, ON_SHELF, WIDTH = (2, 6), (2, 6), (2, 5), (2, 4)
"""The fewest and the most words of an order, things, things on a shelf, entries of a query."""
ORDER_WIDTH = 16
KEYS = (
    *("name", "words", "width", "ingredients", "properties"),
    *("orders", "shelf", "asked", "everyone"),
)
SHELF, ASKED = '["lemon", "ice", "chili"]', '["sour", "cold"]'


@dataclass(frozen=True)
class Order:
    """A word that a guest may say: its name per language, and which of the things it means."""

    id: str
    name: Names
    finds: int


@dataclass(frozen=True, eq=False)
class Task:
    """What weights are learned for.

    Attributes
    ----------
    name : mapping of language to str
        What is asked of what.
    words : mapping of str to mapping of language to str
        How the file says "ingredient", "glass", "order".
    orders : tuple of Order
        What a guest may say.
    things : tuple of Ingredient
        What may stand on the shelf.
    properties : tuple of Property
        What is known of each thing.
    values : (P, things) array of Fraction
        A property a row, a thing a column.
    shelf : tuple of int
        Which things are shown on the shelf, in their order.
    asked : tuple of int
        The order that is told, and the one that is told afterwards.
    width : int
        Entries of a query and of a key: the d under the root.
    everyone : Everyone
        The glasses that ask each other.
    """

    name: Names
    words: Mapping[str, Names]
    orders: tuple[Order, ...]
    things: tuple[Ingredient, ...]
    properties: tuple[Property, ...]
    values: npt.NDArray[Any]
    shelf: tuple[int, ...]
    asked: tuple[int, ...]
    width: int
    everyone: Everyone

    @property
    def sets(self) -> tuple[tuple[int, ...], ...]:
        """All the things that may stand on a shelf together, whatever their order."""
        return tuple(combinations(range(len(self.things)), len(self.shelf)))

    def orders_for(self, things: Sequence[int]) -> tuple[int, ...]:
        """Tell which orders can be met from things that stand together."""
        return tuple(o for o, order in enumerate(self.orders) if order.finds in things)


def read_task(root: Table) -> Task | None:
    """Read all that the file says, but for its weights; None, after its faults, if it has any."""
    before = root.count()
    name, words = read_names(root, "name"), read_words(root)
    width = read_whole(root, "width", *WIDTH, example=2)
    shelf = read_ingredients(root)
    check_count(root, "ingredients", THINGS)
    rows = read_properties(root, shelf)
    _check_values(root, rows)
    ids, orders = _read_orders(root, shelf.ids)
    standing = read_references(root, "shelf", shelf.ids, ON_SHELF, SHELF)
    asked = read_references(root, "asked", ids, (2, 2), ASKED)
    everyone = read_everyone(root)
    if root.count() > before or name is None or width is None or everyone is None:
        return None
    if standing is None or asked is None or not _are_there(root, orders, asked, standing):
        return None
    values = np.array([row.amounts.along(shelf.ids) for row in rows], dtype=object)
    values.setflags(write=False)
    properties = tuple(row.property for row in rows)
    things = shelf.ingredients
    return Task(name, words, orders, things, properties, values, standing, asked, width, everyone)


def _read_orders(root: Table, things: Sequence[str]) -> tuple[tuple[str, ...], tuple[Order, ...]]:
    rows = read_tables(root, "orders", ORDERS, ("id", "name", "finds"), "order")
    ids = read_ids(root, "order", rows, "sour")
    found = []
    for number, row in enumerate(rows):
        name = read_names(row, "name", ORDER_WIDTH)
        finds = read_reference(row, "finds", things, "lemon")
        if name is not None and finds is not None and len(ids) == len(rows):
            found.append(Order(ids[number], name, finds))
    check_distinct(root, "orders", [order.name for order in found])
    return ids, tuple(found)


def _are_there(
    root: Table, orders: Sequence[Order], asked: Sequence[int], shelf: Sequence[int]
) -> bool:
    """Fault an order that is told although what it means is not on the shelf."""
    missing = [orders[o].id for o in asked if orders[o].finds not in shelf]
    for id_ in missing:
        root.fault(
            f"asked: what {show(id_)} finds is not on the shelf; put it there, or ask another"
        )
    return not missing


def _check_values(root: Table, rows: Sequence[PropertyRow]) -> None:
    """Fault values below 0, which no glass can hold."""
    for row in rows:
        for thing, value in row.amounts.numbers.items():
            if value < Fraction(0):
                said = f"value of {show(thing)} is {format_number(value)}; write 0 or more"
                root.inspection.fault(row.place, said)
