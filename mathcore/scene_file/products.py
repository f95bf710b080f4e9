"""``[products.NAME]``: two factors, each a matrix or a product above it, and their product."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from mathcore.matmul import trace_matmul
from mathcore.recipe_file.tables import Table, did_you_mean, show
from mathcore.scene_file.entries import printable, read_axis, rounded, tables_of
from mathcore.scene_file.named import Axis, NamedMatrix, NamedProduct

MOST_ROWS, MOST_INNER, MOST_COLUMNS = 6, 8, 6
KEYS = ("left", "right", "rows", "places")


def read_products(root: Table, matrices: Mapping[str, NamedMatrix]) -> dict[str, NamedProduct]:
    """Read the products; the result of each becomes known to those below it."""
    found, known = {}, dict(matrices)
    section = root.raw.get("numbers")
    declared = set(section) if isinstance(section, dict) else set[str]()
    for name, table in tables_of(root, "products", KEYS).items():
        if name in declared:
            table.fault(f"[numbers.{name}] has the same name; rename one of them")
            continue
        left, right = (_factor(table, key, known, declared) for key in ("left", "right"))
        declared.add(name)
        if left is None or right is None or not _fits(table, left, right):
            continue
        product = found[name] = _product(table, left, right)
        rows = read_axis(table, "rows", len(left.values)) or left.rows
        result = rounded(table, product.trace.result)
        known[name] = NamedMatrix(result, rows, right.columns, left.units)
    return found


def _product(table: Table, left: NamedMatrix, right: NamedMatrix) -> NamedProduct:
    trace, before = trace_matmul(left.values, right.values), table.count()
    for what, numbers in (("a term", trace.products), ("a sum", trace.partials)):
        if table.count() == before:
            printable(table, what, numbers)
    inner = _inner(table, left, right)
    return NamedProduct(trace, left.rows, inner, right.columns, left.units, right.hues)


def _factor(
    table: Table, key: str, known: Mapping[str, NamedMatrix], declared: Collection[str]
) -> NamedMatrix | None:
    """Give a factor; None, after a fault here or where it is declared, if it is none."""
    raw = table.required(key, f'{key} = "{next(iter(known), "NAME")}"')
    if isinstance(raw, str) and raw in known:
        return known[raw]
    if raw is None or (isinstance(raw, str) and raw in declared):
        return None  # that is at fault itself
    if not isinstance(raw, str):
        table.fault(f"{key} is {show(raw)}; name a matrix, or a product above this one")
    else:
        advice = did_you_mean(raw, tuple(known)) if known else "add it under [numbers]"
        table.fault(f"{key}: there is no {show(raw)} above; {advice}")
    return None


def _fits(table: Table, left: NamedMatrix, right: NamedMatrix) -> bool:
    (m, inner), (rows, n) = left.values.shape, right.values.shape
    names = f"{show(table.raw['left'])} is {m} × {inner}, {show(table.raw['right'])} {rows} × {n}"
    if inner != rows:
        table.fault(f"{names}: {inner} columns meet {rows} rows; make these two sizes equal")
        return False
    limits = (("rows", m, MOST_ROWS), ("columns", n, MOST_COLUMNS), ("terms", inner, MOST_INNER))
    for what, count, most in limits:
        if count > most:
            table.fault(f"{names}: {count} {what}; at most {most} fit on the screen, take some out")
    return all(count <= most for _, count, most in limits)


def _inner(table: Table, left: NamedMatrix, right: NamedMatrix) -> Axis:
    """Give the names of the summed axis, which both factors may have, but then the same."""
    if left.columns is None or right.rows is None:
        return left.columns or right.rows
    for k, (one, other) in enumerate(zip(left.columns, right.rows, strict=True), 1):
        if dict(one) != dict(other):
            texts = next((one[key], other[key]) for key in one if one[key] != other[key])
            table.fault(
                f"column {k} of {show(table.raw['left'])} is called {show(texts[0])}, row {k} of "
                f"{show(table.raw['right'])} {show(texts[1])}; give both one name, or leave one out"
            )
    return left.columns
