"""Tables of a section, the names of an axis, and numbers that can be printed as they are."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from mathcore.layer_file.reading import read_whole
from mathcore.numerals import format_number, never_ends
from mathcore.recipe_file.tables import Table, show
from mathcore.recipe_file.texts import read_names
from mathcore.scene_file.named import Axis

MOST_CHARACTERS = 7
MOST_PLACES = 6
NAME = re.compile(r"[a-z][a-z0-9_]{0,30}")


def tables_of(root: Table, section: str, keys: tuple[str, ...]) -> dict[str, Table]:
    """Give the tables of a section by their names; what is none of these is a fault."""
    raw = root.raw.get(section, {})
    if not isinstance(raw, dict):
        root.fault(f"{section} is {show(raw)}; write a table [{section}.NAME] for each")
        return {}
    found = {}
    for name, inner in raw.items():
        place = f"[{section}.{name}]"
        if not NAME.fullmatch(name):
            root.fault(f"{place}: {show(name)} is no name; use small letters, digits and _")
        elif not isinstance(inner, dict):
            root.fault(
                f"{place} is {show(inner)}; write a table: [{section}.{name}] above its keys"
            )
        else:
            found[name] = Table(root.inspection, place, inner, keys)
    return found


def read_axis(table: Table, key: str, count: int) -> Axis:
    """Give the names of an axis; None if it has none or, after their faults, not all are sound."""
    raw = table.get(key)
    if raw is None:
        return None
    example = f'{key} = [{{ en = "...", zh = "..." }}, ...]'
    if not isinstance(raw, list) or len(raw) != count:
        what = f"{len(raw)} names" if isinstance(raw, list) else show(raw)
        table.fault(f"{key} is {what}; write {count}: {example}")
        return None
    each = {str(number): name for number, name in enumerate(raw, 1)}
    place = Table(table.inspection, f"{table.place}: {key}", each, tuple(each))
    names = [read_names(place, number) for number in each]
    whole = tuple(name for name in names if name is not None)
    return whole if len(whole) == count else None


def rounded(table: Table, values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Round to ``places``, half to even, if the table says so: before anything is multiplied."""
    if "places" not in table.raw:
        return values
    places = read_whole(table, "places", 0, MOST_PLACES, MOST_PLACES)
    scale = 10 ** (MOST_PLACES if places is None else places)
    rounded = np.empty(values.shape, dtype=object)
    for place, value in np.ndenumerate(values):
        rounded[place] = Fraction(round(value * scale), scale)
    rounded.setflags(write=False)
    return rounded


def printable(table: Table, what: str, values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Fault a number that never ends or is too long: as printed it would not add up."""
    for place, value in np.ndenumerate(values):
        printed = format_number(value)
        where = f"{what}, row {place[0] + 1}, column {place[1] + 1}"
        if never_ends(value):
            table.fault(
                f"{where}, is {value}, which never ends in decimals; write a number that ends, or "
                "add places = 3 to have it rounded before it is multiplied"
            )
            break
        if len(printed) > MOST_CHARACTERS:
            table.fault(
                f"{where}, is {printed}: {len(printed)} characters, and {MOST_CHARACTERS} fit; "
                "write shorter numbers, or add places = 2 where it is a factor"
            )
            break
    return values
