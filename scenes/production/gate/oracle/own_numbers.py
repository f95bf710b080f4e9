"""The numbers of a scene's own, read once more: ``[numbers]`` and ``[products]`` of its file."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

from scenes.production.gate.oracle.reading import numbers, toml
from scenes.production.gate.oracle.sources import Product, Source, Sources, table

Rows = list[list[Fraction]]


def own_numbers(path: Path) -> Sources:
    """Return the matrices and the products that a scene's file names."""
    file, rows, found = toml(path), dict[str, Rows](), dict[str, Source]()
    for name, each in file.get("numbers", {}).items():
        rows[name] = _rounded(numbers(each["values"]), each)
        found[name] = table(rows[name])
    for name, each in file.get("products", {}).items():
        product = Product(table(rows[each["left"]]), table(rows[each["right"]]))
        found[name], rows[name] = product, _rounded(_result(product), each)
    return found


def _result(product: Product) -> Rows:
    """Reckon every entry of a product."""
    count, columns = product.left.shape[0], product.right.shape[1]
    return [
        [Fraction(product.value("result", (i, j))) for j in range(columns)] for i in range(count)
    ]


def _rounded(rows: Rows, each: dict[str, Any]) -> Rows:
    """Round to the ``places`` that a table asks for."""
    if "places" not in each:
        return rows
    unit = Fraction(1, 10 ** int(each["places"]))
    return [[_nearest(entry / unit) * unit for entry in row] for row in rows]


def _nearest(number: Fraction) -> int:
    """Return the whole number that is nearest; of two, the even one.

    >>> _nearest(Fraction(5, 2)), _nearest(Fraction(-7, 2)), _nearest(Fraction(13, 5))
    (2, -4, 3)
    """
    below = number.numerator // number.denominator
    rest = number - below
    return below + (rest > Fraction(1, 2) or (2 * rest == 1 and below % 2 == 1))
