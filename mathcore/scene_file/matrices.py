"""``[numbers.NAME]``: a matrix, and what its rows and columns are called."""

from __future__ import annotations

from mathcore.layer_file.reading import matrix_of
from mathcore.recipe_file.tables import Table, show
from mathcore.recipe_file.texts import read_unit
from mathcore.scene_file.entries import printable, read_axis, rounded, tables_of
from mathcore.scene_file.named import NamedMatrix, Units

HUES = 8
KEYS = ("values", "rows", "columns", "units", "hues", "places")


def read_matrices(root: Table) -> dict[str, NamedMatrix]:
    """Read the matrices of a file by their names; those with faults are left out."""
    found = {}
    for name, table in tables_of(root, "numbers", KEYS).items():
        raw = table.required("values", "values = [[1, 0], [0, 1]]")
        values = None if raw is None else matrix_of(table, "values", raw)
        values = None if values is None else rounded(table, values)
        if values is not None:
            m, n = values.shape
            found[name] = NamedMatrix(
                printable(table, "values", values),
                read_axis(table, "rows", m),
                read_axis(table, "columns", n),
                _units(table, m),
                _hues(table, m),
            )
    return found


def _units(table: Table, count: int) -> Units:
    raw = table.get("units")
    if raw is None:
        return None
    if not isinstance(raw, list) or len(raw) != count:
        what = f"{len(raw)} units" if isinstance(raw, list) else show(raw)
        table.fault(f'units is {what}; write {count}, one for each row: units = ["%", ...]')
        return None
    tables = (
        Table(table.inspection, f"{table.place}: units, {number}", {"unit": unit}, ("unit",))
        for number, unit in enumerate(raw, 1)
    )
    return tuple(read_unit(each) for each in tables)


def _hues(table: Table, count: int) -> tuple[int, ...] | None:
    raw = table.get("hues")
    if raw is None:
        return None
    slots = [slot for slot in raw if type(slot) is int] if isinstance(raw, list) else []
    if len(slots) != count or slots != raw or not all(1 <= slot <= HUES for slot in slots):
        table.fault(f"hues is {show(raw)}; write {count} whole numbers from 1 to {HUES}")
        return None
    if len(set(slots)) != count:
        table.fault("hues has one of them twice; give each row its own")
    return tuple(slots)
