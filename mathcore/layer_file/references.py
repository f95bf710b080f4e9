"""Rows that have ids, and keys that name one of them."""

from __future__ import annotations

from collections.abc import Sequence

from mathcore.recipe_file.ingredients import check_unique, read_id
from mathcore.recipe_file.tables import Table, did_you_mean, one_of, read_rows, show

ANY = 10**6
"""More rows than any file has: their number is looked at in words of its own."""


def read_tables(
    root: Table, key: str, bounds: tuple[int, int], known: Sequence[str], kind: str
) -> list[Table]:
    """Give the rows of a section, each as a table called after its `kind` and its id or number.

    Examples
    --------
    >>> from mathcore.recipe_file.tables import Inspection
    >>> root = Table(Inspection("x.toml"), "", {"orders": [{"id": "sour"}]}, ["orders"])
    >>> [table.place for table in read_tables(root, "orders", (2, 6), ["id"], "order")]
    ['order "sour"']
    >>> root.inspection.faults
    ['x.toml: 1 orders; write 2 to 6']
    """
    rows = read_rows(root, key, ANY) or []
    check_count(root, key, bounds)
    named = [row.get("id") for row in rows]
    places = [
        f"{kind} {show(id_) if isinstance(id_, str) and id_ else number}"
        for number, id_ in enumerate(named, 1)
    ]
    within = f"{root.place}, " if root.place else ""
    return [
        Table(root.inspection, within + place, row, known)
        for place, row in zip(places, rows, strict=True)
    ]


def read_ids(root: Table, kind: str, tables: Sequence[Table], example: str) -> tuple[str, ...]:
    """Give the ids of rows, none twice; those at fault are left out."""
    ids = [read_id(table, example) for table in tables]
    check_unique(root, kind, ids)
    return tuple(dict.fromkeys(id_ for id_ in ids if id_ is not None))


def check_count(root: Table, key: str, bounds: tuple[int, int]) -> None:
    """Fault a list that is too short or too long to be shown."""
    rows = root.get(key)
    if isinstance(rows, list) and rows and not bounds[0] <= len(rows) <= bounds[1]:
        root.fault(f"{len(rows)} {key}; write {bounds[0]} to {bounds[1]}")


def read_reference(table: Table, key: str, ids: Sequence[str], example: str) -> int | None:
    """Give the place of the row that a key names; None, after a fault, if there is none such.

    Where there are no ids, their own rows are at fault, and nobody is blamed for naming one.
    """
    raw = table.required(key, f'{key} = "{example}"')
    return None if raw is None else place_of(table, key, raw, ids)


def read_references(
    table: Table, key: str, ids: Sequence[str], bounds: tuple[int, int], example: str
) -> tuple[int, ...] | None:
    """Give the places of the different rows that a list names; None, after its faults."""
    raw = table.required(key, f"{key} = {example}")
    if raw is None:
        return None
    low, high = bounds
    if not isinstance(raw, list) or not low <= len(raw) <= high:
        many = f"{low}" if low == high else f"{low} to {high}"
        table.fault(f"{key} is no list of {many} ids; write {key} = {example}")
        return None
    found = [place_of(table, key, each, ids) for each in raw]
    places = [place for place in found if place is not None]
    if len(places) < len(raw):
        return None
    for place in dict.fromkeys(places):
        if places.count(place) > 1:
            table.fault(f"{key} names {show(ids[place])} twice; take one out")
            return None
    return tuple(places)


def place_of(table: Table, key: str, raw: object, ids: Sequence[str]) -> int | None:
    """Give the place of an id; None, after a fault, if nothing is called so."""
    if isinstance(raw, str) and raw in ids:
        return list(ids).index(raw)
    if ids:
        advice = did_you_mean(raw, ids) if isinstance(raw, str) else one_of(ids)
        table.fault(f"{key} has {show(raw)}, which is not there; {advice}")
    return None
