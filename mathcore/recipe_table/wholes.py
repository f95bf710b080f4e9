"""Numbers that make a whole: 100 %, 1 or 100, exactly or but for their rounding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from mathcore.numerals import format_number
from mathcore.recipe_table.cells import Cell
from mathcore.recipe_table.headings import Heading

NEARLY = Fraction(1, 10)
"""So far from a whole, numbers may be those of a mixture that has a slip in it."""
LARGEST_FRACTIONS = 2
"""Numbers without a mark that sum to more are percents."""


@dataclass(frozen=True)
class Whole:
    """The shares of a whole, which sum to 1, and how they were written."""

    shares: tuple[Fraction, ...]
    read_as: str


def whole_of(heading: Heading, cells: Sequence[Cell]) -> Whole | None:
    """Give the shares that a column is; None if it makes no whole.

    Examples
    --------
    >>> from mathcore.recipe_table.cells import read_cell
    >>> from mathcore.recipe_table.headings import read_heading
    >>> cells = [read_cell("B2", "33.3", comma=False)] * 3
    >>> whole = whole_of(read_heading("Latte"), cells)
    >>> whole.shares[0], whole.read_as
    (Fraction(1, 3), 'percents, rounded to 99.9 %; each is taken of that')
    """
    numbers = [cell.number or Fraction(0) for cell in cells]
    total, percent = sum(numbers, Fraction(0)), any(cell.percent for cell in cells)
    if heading.is_unit and not (percent and total == 1):
        return None
    in_hundreds = not percent and (heading.is_percent or total > LARGEST_FRACTIONS)
    whole = 100 if in_hundreds else 1
    read_as = "percents" if percent or in_hundreds else "fractions"
    if total != whole:
        if not rounded_whole(cells, total - whole, percent, in_hundreds):
            return None
        read_as += f", rounded to {in_percent(total, percent)}; each is taken of that"
    return Whole(tuple(number / total for number in numbers), read_as)


def is_whole(cells: Sequence[Cell]) -> bool:
    """Tell whether numbers sum to exactly 100 %, 1 or 100; what is no number counts nothing."""
    total = sum((cell.number or Fraction(0) for cell in cells), Fraction(0))
    return total == 1 or (total == 100 and not any(cell.percent for cell in cells))


def rounded_whole(
    cells: Sequence[Cell], missing: Fraction, percent: bool, in_hundreds: bool
) -> bool:
    """Tell whether numbers may miss a whole by so much because each of them was rounded.

    Fewer decimals than anybody would round to do not count: they are numbers of another kind.
    """
    given = [cell for cell in cells if cell.number]
    places = [cell.places for cell in given if cell.places is not None]
    fewest = 0 if percent else 1 if in_hundreds else 2
    if not places or len(places) < len(given) or max(places) < fewest:
        return False
    if any(cell.number is not None and cell.number < 0 for cell in given):
        return False
    unit = Fraction(1, 10 ** max(places)) / (100 if percent else 1)
    return abs(missing) <= len(given) * unit / 2


def nearly_whole(total: Fraction, percent: bool) -> bool:
    """Tell whether a sum is so near to a whole that a slip is likely.

    Examples
    --------
    >>> nearly_whole(Fraction(95), percent=False), nearly_whole(Fraction(70), percent=False)
    (True, False)
    """
    whole = 1 if percent or total <= LARGEST_FRACTIONS else 100
    return abs(total / whole - 1) <= NEARLY


def in_percent(total: Fraction, percent: bool) -> str:
    """Write a sum of shares as a percentage."""
    hundreds = not percent and total > LARGEST_FRACTIONS
    return f"{format_number(total if hundreds else total * 100)} %"
