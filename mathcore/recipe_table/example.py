"""A table becomes an example: what its rows and columns are, and what is said of that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from mathcore.errors import ExampleError
from mathcore.recipe_file.tables import Inspection, Table
from mathcore.recipe_file.texts import Names, check_distinct, read_names, read_unit
from mathcore.recipe_table.cells import Sheet
from mathcore.recipe_table.columns import Column, Kind
from mathcore.recipe_table.layout import Layout, columns_of, lay_out
from mathcore.recipe_table.sorting import sort
from mathcore.recipe_table.telling import tell
from mathcore.recipe_table.wholes import is_whole


@dataclass(frozen=True)
class Amounts:
    """A mixture with its shares, or a property with its values and its unit."""

    name: str
    numbers: tuple[Fraction, ...]
    unit: str = ""


@dataclass(frozen=True)
class TableExample:
    """What a table holds, ready to be written; `said` tells how it was understood."""

    ingredients: tuple[str, ...]
    mixtures: tuple[Amounts, ...]
    properties: tuple[Amounts, ...]
    said: tuple[str, ...]

    @property
    def free_weights(self) -> bool:
        """Whether a share lies below zero."""
        return any(share < 0 for mixture in self.mixtures for share in mixture.numbers)


def read_table(sheet: Sheet, has_character: Callable[[str], bool] | None = None) -> TableExample:
    """Find the ingredients, mixtures and properties of a table, by the rules of this package.

    Parameters
    ----------
    sheet : Sheet
        Its cells.
    has_character : callable, optional
        Tells whether the font has a character; None lets every one pass.

    Raises
    ------
    ExampleError
        With every fault, each at its cell.

    Examples
    --------
    >>> from mathcore.recipe_table.cells import sheet_of_texts
    >>> rows = [["", "Latte", "Price (€)"], ["tea", "40%", "2"], ["milk", "60%", "1.50"]]
    >>> table = read_table(sheet_of_texts("tea.csv", rows, comma=False))
    >>> table.ingredients, table.mixtures[0].numbers, table.properties[0].unit
    (('tea', 'milk'), (Fraction(2, 5), Fraction(3, 5)), '€')
    """
    inspection = Inspection(sheet.path, has_character)
    layout = lay_out(inspection, sheet)
    columns = columns_of(inspection, layout)
    if _is_turned(layout) and not any(column.kind is Kind.MIXTURE for column in columns):
        what = "the rows sum to 100 %, not the columns; make the ingredients the rows"
        raise ExampleError([f"{sheet.path}: {what}"])
    mixtures, properties = sort(inspection, columns)
    _check_ingredients(inspection, layout)
    _check_columns(inspection, "mixtures", mixtures)
    _check_columns(inspection, "properties", properties)
    if inspection.faults:
        raise ExampleError(inspection.faults)
    return TableExample(
        tuple(row[0].text for row in layout.rows),
        tuple(Amounts(each.heading.name, each.numbers) for each in mixtures),
        tuple(Amounts(each.heading.name, each.numbers, each.unit) for each in properties),
        (*sheet.said, *layout.said, *tell(columns, mixtures, properties)),
    )


def _is_turned(layout: Layout) -> bool:
    """Tell whether each row makes a whole of several: mixtures as rows."""
    cells = [[cell for cell in row[1:] if cell.number] for row in layout.rows]
    return all(len(row) > 1 and is_whole(row) for row in cells)


def _check_ingredients(inspection: Inspection, layout: Layout) -> None:
    cells = [row[0] for row in layout.rows if row[0].text]
    names = [_name(inspection, cell.place, cell.text) for cell in cells]
    _check_distinct(inspection, "ingredients", [name for name in names if name])


def _check_columns(inspection: Inspection, kind: str, columns: Sequence[Column]) -> None:
    names = [_name(inspection, column.place, column.heading.name) for column in columns]
    _check_distinct(inspection, kind, [name for name in names if name])
    for column in columns:
        if kind == "properties" and column.unit:
            table = Table(inspection, column.place, {"unit": column.unit}, ("unit",))
            read_unit(table)


def _name(inspection: Inspection, place: str, text: str) -> Names | None:
    return read_names(Table(inspection, place, {"name": text}, ("name",)), "name")


def _check_distinct(inspection: Inspection, kind: str, names: Sequence[Names]) -> None:
    check_distinct(Table(inspection, "", {}, ()), kind, names)
