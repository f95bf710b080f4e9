"""The ingredients of an example: what there is to mix."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mathcore.recipe_file.tables import Table, read_choice, read_rows, show
from mathcore.recipe_file.texts import Names, check_distinct, read_names

BOTTLES = ("square", "round", "carafe", "contour", "jar", "tube", "carton", "tile")
"""The silhouettes an ingredient can have."""
DEFAULT_BOTTLES = BOTTLES[:4]
HUES = 8
MOST_INGREDIENTS = 8


@dataclass(frozen=True)
class Ingredient:
    """One ingredient: its name per language, its slot in the palette, its silhouette."""

    id: str
    name: Names
    hue: int
    bottle: str


@dataclass(frozen=True)
class Shelf:
    """What the rest of a file may refer to.

    `ids` are the sound ones; where `complete` is False there were others, so that a name that
    nobody knows may be one of those.
    """

    ingredients: tuple[Ingredient, ...] = ()
    ids: tuple[str, ...] = ()
    complete: bool = False


def read_ingredients(root: Table) -> Shelf:
    """Read ``[[ingredients]]``; every fault goes to the inspection."""
    rows = read_rows(root, "ingredients", MOST_INGREDIENTS)
    if rows is None:
        return Shelf()
    tables = [_table(root, number, row) for number, row in enumerate(rows, 1)]
    ids = [read_id(table, "gin") for table in tables]
    unique = check_unique(root, "ingredient", ids)
    names = [read_names(table, "name") for table in tables]
    check_distinct(root, "ingredients", [name for name in names if name is not None])
    hues = _read_hues(root, tables)
    bottles = [_read_bottle(table, position) for position, table in enumerate(tables)]
    whole = [
        Ingredient(id_, name, hue, bottle)
        for id_, name, hue, bottle in zip(ids, names, hues, bottles, strict=True)
        if id_ is not None and name is not None
    ]
    known = tuple(dict.fromkeys(id_ for id_ in ids if id_ is not None))
    return Shelf(tuple(whole), known, complete=unique and None not in ids and bool(ids))


def _table(root: Table, number: int, row: Mapping[str, Any]) -> Table:
    id_ = row.get("id")
    place = f"ingredient {show(id_) if isinstance(id_, str) and id_ else number}"
    return Table(root.inspection, place, row, ("id", "name", "hue", "bottle"))


def read_id(table: Table, example: str) -> str | None:
    """Give the id by which the rest of the file names a row; None, after a fault, if none."""
    raw = table.required("id", f'id = "{example}"')
    if raw is None:
        return None
    if not isinstance(raw, str):
        table.fault(f'id is {show(raw)}; write a word in quotes, as in id = "{example}"')
        return None
    if not re.fullmatch(r"[a-z][a-z0-9_]*", raw):
        table.fault(f"id {show(raw)}; write small letters, digits and _, a letter first")
        return None
    return raw


def check_unique(root: Table, kind: str, ids: Sequence[str | None]) -> bool:
    """Fault each id that several rows of a kind have; tell whether there was none."""
    shared = [id_ for id_ in dict.fromkeys(ids) if id_ is not None and ids.count(id_) > 1]
    for id_ in shared:
        what = f"{ids.count(id_)} {kind}s have this id; rename one"
        root.inspection.fault(f"{kind} {show(id_)}", what)
    return not shared


def _read_hues(root: Table, tables: Sequence[Table]) -> list[int]:
    """Give each ingredient its hue, or else the first that nobody uses."""
    given = [_read_hue(table) for table in tables]
    used = [hue for hue in given if hue is not None]
    for hue in dict.fromkeys(used):
        same = [table.place for table, own in zip(tables, given, strict=True) if own == hue]
        if len(same) > 1:
            root.fault(f"{', '.join(same)} have the same hue {hue}; give each its own")
    free = iter([hue for hue in range(1, HUES + 1) if hue not in used] + [0] * len(tables))
    return [next(free) if hue is None else hue for hue in given]


def _read_hue(table: Table) -> int | None:
    hue = table.get("hue")
    if hue is None:
        return None
    if isinstance(hue, bool) or not isinstance(hue, int) or not 1 <= hue <= HUES:
        table.fault(f"hue is {show(hue)}; give a whole number from 1 to {HUES}, or leave it out")
        return None
    return hue


def _read_bottle(table: Table, position: int) -> str:
    default = DEFAULT_BOTTLES[position % len(DEFAULT_BOTTLES)]
    return read_choice(table, "bottle", BOTTLES) or default
