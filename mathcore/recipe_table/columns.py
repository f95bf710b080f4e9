"""What a column is by itself: a mixture, a property, words, or numbers that may be either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction

from mathcore.recipe_file.tables import Inspection, show
from mathcore.recipe_table.cells import Cell
from mathcore.recipe_table.headings import Heading, is_total
from mathcore.recipe_table.wholes import in_percent, nearly_whole, whole_of


class Kind(Enum):
    """What a column is taken for; `UNMARKED` are numbers without a unit that make no whole.

    `WORDS` and a `TOTAL` are left out.
    """

    MIXTURE = auto()
    PROPERTY = auto()
    UNMARKED = auto()
    WORDS = auto()
    TOTAL = auto()


@dataclass(frozen=True)
class Column:
    """A column, and what it is taken for.

    Attributes
    ----------
    place : str
        Of its heading.
    heading : Heading
        Its name and mark.
    kind : Kind
        What it is taken for.
    numbers : tuple of Fraction
        The shares of a mixture, which sum to 1, or the values of a property.
    read_as : str
        How the shares of a mixture were written.
    percent : bool
        Whether the values of a property are percents.
    """

    place: str
    heading: Heading
    kind: Kind
    numbers: tuple[Fraction, ...] = ()
    read_as: str = ""
    percent: bool = False

    @property
    def unit(self) -> str:
        """The unit of a property: that of the heading, else of its cells."""
        return self.heading.mark or ("%" if self.percent else "")


def judge(
    inspection: Inspection, place: str, heading: Heading, cells: Sequence[Cell]
) -> Column | None:
    """Tell what a column is by itself; None, after its faults, if it cannot be read.

    Parameters
    ----------
    inspection : Inspection
        Notes the faults, each at its cell.
    place : str
        Of the heading.
    heading : Heading
        Its name and mark.
    cells : sequence of Cell
        One an ingredient.
    """
    if not heading.mark and _are_words(cells):
        return Column(place, heading, Kind.WORDS)
    faults = list(_unreadable(heading, cells)) or list(_half_marked(place, heading, cells))
    for where, what in faults:
        inspection.fault(where, what)
    if faults:
        return None
    if heading.is_parts:
        return _in_parts(inspection, place, heading, cells)
    if whole := whole_of(heading, cells):
        return Column(place, heading, Kind.MIXTURE, whole.shares, whole.read_as)
    if not heading.mark and is_total(heading.name):
        return Column(place, heading, Kind.TOTAL)
    return _in_values(inspection, place, heading, cells)


def _are_words(cells: Sequence[Cell]) -> bool:
    """Tell whether no cell is a number; not where every one begins as one, with its unit in it."""
    if any(cell.number is not None or cell.fault for cell in cells):
        return False
    filled = [cell for cell in cells if not cell.is_empty]
    return not filled or not all(cell.begins_as_number for cell in filled)


def _unreadable(heading: Heading, cells: Sequence[Cell]) -> Iterator[tuple[str, str]]:
    """Go through the cells of numbers that hold something else."""
    name = heading.name
    unit = f'a unit belongs to the heading, as in "{name} (g)"'
    unit += "" if heading.mark else f', or "{name} (parts)" of a mixture'
    for cell in cells:
        if cell.fault:
            yield cell.place, cell.fault
        elif cell.number is None and not cell.is_empty:
            yield cell.place, f"is {show(cell.text)}, no number; write 40, 0.4 or 1/3; {unit}"


def _half_marked(place: str, heading: Heading, cells: Sequence[Cell]) -> Iterator[tuple[str, str]]:
    """Go through what speaks against the percent signs of a column that makes no whole."""
    if not any(cell.percent for cell in cells) or sum(cell.number or 0 for cell in cells) == 1:
        return
    if heading.is_unit and not heading.mark.startswith("%"):
        yield place, f'the unit is "{heading.mark}", and the numbers are percents; correct one'
    for cell in cells:
        if cell.number and not cell.percent:
            yield cell.place, f"is {show(cell.text)} among percents; write {cell.text}%"


def _in_parts(
    inspection: Inspection, place: str, heading: Heading, cells: Sequence[Cell]
) -> Column | None:
    numbers = [cell.number or Fraction(0) for cell in cells]
    total = sum(numbers, Fraction(0))
    if total == 0 or min(numbers) < 0 or any(cell.percent for cell in cells):
        what = f"{show(heading.text)} is in parts; write numbers above zero, without a percent sign"
        inspection.fault(place, what)
        return None
    shares = tuple(number / total for number in numbers)
    return Column(place, heading, Kind.MIXTURE, shares, "parts, each taken of their sum")


def _in_values(
    inspection: Inspection, place: str, heading: Heading, cells: Sequence[Cell]
) -> Column | None:
    """Take a column for a property, or for nothing certain."""
    percent = any(cell.percent for cell in cells)
    total = sum((cell.number or Fraction(0) for cell in cells), Fraction(0))
    if not heading.is_unit and nearly_whole(total, percent):
        inspection.fault(place, _advice(heading, in_percent(total, percent)))
        return None
    empty = [cell for cell in cells if cell.number is None]
    for cell in empty:
        what = "is empty; a property has a value in every row: write one, 0 if there is none"
        inspection.fault(cell.place, what)
    if empty:
        return None
    scale = 100 if percent else 1
    values = tuple((cell.number or Fraction(0)) * scale for cell in cells)
    kind = Kind.PROPERTY if heading.mark else Kind.UNMARKED
    return Column(place, heading, kind, values, percent=percent)


def _advice(heading: Heading, total: str) -> str:
    return (
        f"{show(heading.text)} sums to {total}; if it is a mixture, make that 100 %, or call it "
        f'"{heading.name} (parts)"; if it is a property, give it a unit, as in "{heading.name} (g)"'
    )
