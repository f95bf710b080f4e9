"""The recipes of an example file, rounded as they are printed.

Every share, product, running sum and result is to print in 7 characters, every value in 5, but for
an ellipsis.  Shares have at most 3 places, together in a mixture; the values of a property as many,
from 3 down to 0, as let it fit; what never ends stays as it is.  Where something is too long even
so, shares have at most 2, and each property again; and then what never ends is rounded too.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from scenes.production.gate.oracle.characters import characters
from scenes.production.gate.oracle.reading import number, toml
from scenes.production.gate.oracle.rounding import apportioned, nearest
from scenes.production.gate.oracle.sources import Product, table

LONGEST, LONGEST_VALUE = 7, 5  # characters
Rows = list[list[Fraction]]


def recipes(path: Path) -> Product:
    """Return the properties of the ingredients times the shares of the mixtures."""
    file = toml(path)
    ids = [ingredient["id"] for ingredient in file["ingredients"]]
    values = [[number(each["values"][id_]) for id_ in ids] for each in file["properties"]]
    shares = [[number(each["shares"].get(id_, 0)) for id_ in ids] for each in file["mixtures"]]
    mixtures, properties = as_printed(shares, values)
    return Product(table(properties), table([list(row) for row in zip(*mixtures, strict=True)]))


def as_printed(mixtures: Rows, properties: Rows) -> tuple[Rows, Rows]:
    """Return the shares of each mixture and the values of each property, rounded."""
    for thirds, places in ((True, 3), (True, 2), (False, 3), (False, 2)):
        rounded = [
            shares if _is_kept(shares, places, thirds) else apportioned(shares, places)
            for shares in mixtures
        ]
        kept = [_finest(values, rounded, thirds) for values in properties]
        short = all(_fits(share, LONGEST) for shares in rounded for share in shares)
        if short and all(_prints(values, rounded) for values in kept):
            break
    return rounded, kept


def _finest(values: Sequence[Fraction], mixtures: Rows, thirds: bool) -> list[Fraction]:
    for places in (3, 2, 1, 0):
        rounded = [
            value if thirds and _is_endless(value) else nearest(value, places) for value in values
        ]
        if _prints(rounded, mixtures):
            break
    return rounded


def _prints(values: Sequence[Fraction], mixtures: Rows) -> bool:
    """Tell whether a property and all that is made of it are short enough."""
    if not all(_fits(value, LONGEST_VALUE) for value in values):
        return False
    for shares in mixtures:
        total = Fraction(0)
        for value, share in zip(values, shares, strict=True):
            total += value * share
            if not (_fits(value * share, LONGEST) and _fits(total, LONGEST)):
                return False
    return True


def _is_kept(shares: Sequence[Fraction], places: int, thirds: bool) -> bool:
    """Tell whether a mixture needs no rounding: every share ends in time, or never."""
    return all(
        share == nearest(share, places) or (thirds and _is_endless(share)) for share in shares
    )


def _is_endless(value: Fraction) -> bool:
    """Tell whether no power of ten makes it whole: ten to the bits of the denominator would."""
    return pow(10, value.denominator.bit_length(), value.denominator) != 0


def _fits(value: Fraction, longest: int) -> bool:
    return len(characters(value).rstrip("\N{HORIZONTAL ELLIPSIS}")) <= longest
