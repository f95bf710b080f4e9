"""The table of glasses that ask each other: every one is a query, a key and a value at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from mathcore.layer_file.reading import read_number
from mathcore.layer_file.references import read_ids, read_reference, read_tables
from mathcore.numerals import format_number
from mathcore.recipe_file.ingredients import HUES
from mathcore.recipe_file.tables import Table, one_of, show
from mathcore.recipe_file.texts import Names, check_distinct, read_names, read_unit

KINDS, GLASSES, HEADS = (2, 3), (3, 6), (1, 2)
"""The fewest and the most kinds of glasses, glasses on the table, heads."""
KIND_WIDTH, LONGEST = 12, 4
AIMS = ("own", "other")
KEYS = ("name", "quantity", "unit", "noise", "kinds", "glasses", "heads")

Aim = Literal["own", "other"]


@dataclass(frozen=True)
class Kind:
    """What may be in a glass: its name, its slot in the palette, how strong it truly is."""

    id: str
    name: Names
    hue: int
    value: Fraction


@dataclass(frozen=True)
class Glass:
    """One glass: of which kind it is, and how strong it tasted, which is not quite true."""

    kind: int
    tasted: Fraction


@dataclass(frozen=True)
class Head:
    """What a bartender wants to know: of glasses of its ``own`` kind, or of the ``other`` ones."""

    name: Names
    aim: Aim


@dataclass(frozen=True)
class Everyone:
    """Glasses that all ask at once, and what they taste of.

    Attributes
    ----------
    name, quantity : mapping of language to str
        What happens, and what is tasted.
    unit : mapping of language to str, optional
        Of what is tasted.
    noise : Fraction
        How far a taste is off: the standard deviation that weights are learned with.
    kinds : tuple of Kind
        What may be in a glass.
    glasses : tuple of Glass
        Those on the table, in their order.
    heads : tuple of Head
        Each with a query and a key of its own for every kind.
    """

    name: Names
    quantity: Names
    unit: Names | None
    noise: Fraction
    kinds: tuple[Kind, ...]
    glasses: tuple[Glass, ...]
    heads: tuple[Head, ...]

    @property
    def placed(self) -> list[int]:
        """The kind of every glass, in their order."""
        return [glass.kind for glass in self.glasses]

    @property
    def tasted(self) -> npt.NDArray[Any]:
        """What all glasses taste of, as one row: (1, glasses)."""
        return np.array([[glass.tasted for glass in self.glasses]], dtype=object)

    def aims_at(self, head: int, glass: int) -> Fraction | None:
        """Give what a head wants to find for a glass: the true value of its kind, or of the others.

        None where all glasses are of one kind, and there are no others.
        """
        own = self.glasses[glass].kind
        if self.heads[head].aim == "own":
            return self.kinds[own].value
        others = [self.kinds[kind].value for kind in self.placed if kind != own]
        return sum(others, Fraction(0)) / len(others) if others else None


def read_everyone(root: Table) -> Everyone | None:
    """Read ``[everyone]``; None, after its faults, if it has any."""
    raw = root.required("everyone", "[everyone]")
    if raw is None:
        return None
    if not isinstance(raw, Mapping):
        root.fault(f"everyone is {show(raw)}; write [everyone] above its lines")
        return None
    table = Table(root.inspection, "everyone", raw, KEYS)
    before = table.count()
    name, what, unit = read_names(table, "name"), read_names(table, "quantity"), read_unit(table)
    noise = _read_positive(table, "noise")
    ids, kinds = _read_kinds(table)
    glasses, heads = _read_glasses(table, ids), _read_heads(table)
    if table.count() > before or name is None or what is None or noise is None:
        return None
    everyone = Everyone(name, what, unit, noise, kinds, glasses, heads)
    if len(set(everyone.placed)) < 2:
        table.fault("all glasses are of one kind; add one of another")
        return None
    return everyone


def _read_kinds(table: Table) -> tuple[tuple[str, ...], tuple[Kind, ...]]:
    rows = read_tables(table, "kinds", KINDS, ("id", "name", "hue", "value"), "kind")
    ids = read_ids(table, "kind", rows, "wine")
    found = []
    for number, row in enumerate(rows, 1):
        name, value = read_names(row, "name", KIND_WIDTH), _read_positive(row, "value")
        hue = row.raw.get("hue", number)
        if isinstance(hue, bool) or not isinstance(hue, int) or not 1 <= hue <= HUES:
            row.fault(f"hue is {show(hue)}; give a whole number from 1 to {HUES}, or leave it out")
        elif name is not None and value is not None and len(ids) == len(rows):
            found.append(Kind(ids[number - 1], name, hue, value))
    check_distinct(table, "kinds", [kind.name for kind in found])
    for hue in {kind.hue for kind in found}:
        if [kind.hue for kind in found].count(hue) > 1:
            table.fault(f"several kinds have the same hue {hue}; give each its own")
    return ids, tuple(found)


def _read_glasses(table: Table, ids: tuple[str, ...]) -> tuple[Glass, ...]:
    rows = read_tables(table, "glasses", GLASSES, ("kind", "tasted"), "glass")
    read = [
        (read_reference(row, "kind", ids, "wine"), _read_positive(row, "tasted")) for row in rows
    ]
    return tuple(
        Glass(kind, value) for kind, value in read if kind is not None and value is not None
    )


def _read_heads(table: Table) -> tuple[Head, ...]:
    rows = read_tables(table, "heads", HEADS, ("name", "aim"), "head")
    found: list[Head] = []
    for row in rows:
        name, aim = read_names(row, "name"), row.required("aim", 'aim = "own"')
        if aim is not None and aim not in AIMS:
            row.fault(f"aim is {show(aim)}; {one_of(AIMS)}")
        elif name is not None and aim is not None:
            found.append(Head(name, aim))
    if found and found[0].aim != "own":
        table.fault('the first head is not for the own kind; write aim = "own" first')
    return tuple(found)


def _read_positive(table: Table, key: str) -> Fraction | None:
    number = read_number(table, key, "12")
    if number is None:
        return None
    if number < 0 or len(format_number(number)) > LONGEST:
        table.fault(
            f"{key} is {format_number(number)}; write 0 or more, in at most {LONGEST} characters"
        )
        return None
    return number
