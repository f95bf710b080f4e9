"""Which columns are mixtures and which properties, seen side by side."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from mathcore.numerals import format_number
from mathcore.recipe_file.mixtures import MOST_MIXTURES
from mathcore.recipe_file.properties import MOST_PROPERTIES
from mathcore.recipe_file.tables import Inspection, show
from mathcore.recipe_table.columns import Column, Kind


def sort(
    inspection: Inspection, columns: Sequence[Column]
) -> tuple[tuple[Column, ...], tuple[Column, ...]]:
    """Give the mixtures and the properties.

    Parameters
    ----------
    inspection : Inspection
        Notes what cannot be decided, each at its heading.
    columns : sequence of Column
        Each judged by itself, from left to right.
    """
    numbers = [column for column in columns if column.kind not in (Kind.WORDS, Kind.TOTAL)]
    mixtures = tuple(column for column in numbers if column.kind is Kind.MIXTURE)
    properties = tuple(column for column in numbers if column.kind is not Kind.MIXTURE)
    if not mixtures:
        _miss_mixtures(inspection, numbers)
    elif not properties and not inspection.faults:
        what = "no column is left for a property; add one right of the mixtures"
        inspection.fault("", f'{what}, as in "Price (€)"')
    if mixtures:
        _check_places(inspection, numbers)
        _check_single_ones(inspection, mixtures)
    for kind, found, most in (
        ("mixtures", mixtures, MOST_MIXTURES),
        ("properties", properties, MOST_PROPERTIES),
    ):
        if len(found) > most:
            what = f"{len(found)} {kind}; at most {most} fit on the screen, take some out"
            inspection.fault(found[most].place, what)
    return mixtures, properties


def _miss_mixtures(inspection: Inspection, numbers: Sequence[Column]) -> None:
    if inspection.faults:  # one of those may have been a mixture
        return
    first = next((column for column in numbers if column.kind is Kind.UNMARKED), None)
    if first is None:
        what = "no column sums to 100 % or 1; add a mixture, or call one in parts"
        inspection.fault("", f'{what} "Mojito (parts)"')
        return
    what = f"no column sums to 100 % or 1, {_sums(first)}"
    inspection.fault(first.place, f"{what}; {_if_in_parts(first)}")


def _check_places(inspection: Inspection, numbers: Sequence[Column]) -> None:
    """Fault what stands where it may be something else: mixtures stand side by side."""
    is_mixture = [column.kind is Kind.MIXTURE for column in numbers]
    first = is_mixture.index(True)
    for column in numbers[:first]:
        if column.kind is Kind.UNMARKED:
            what = f"{_sums(column)}, and stands left of a mixture"
            either = f"{_if_in_parts(column)}; {_if_property(column)}"
            inspection.fault(column.place, f"{what}; {either}")
    end = next((j for j in range(first, len(numbers)) if not is_mixture[j]), len(numbers))
    for column in numbers[end:]:
        if column.kind is Kind.MIXTURE:
            before = show(numbers[end].heading.name)
            what = f"{show(column.heading.name)} sums to 100 %, as a mixture does"
            where = f"stands right of {before}, a property; move it left if it is a mixture"
            inspection.fault(column.place, f"{what}, and {where}; {_if_property(column)}")


def _check_single_ones(inspection: Inspection, mixtures: Sequence[Column]) -> None:
    """Fault a column of 0 and a single 1 beside percents: it may say yes and no."""
    for column in mixtures:
        is_single = column.read_as == "fractions" and set(column.numbers) <= {0, 1}
        if is_single and any(other.read_as.startswith("percents") for other in mixtures):
            what = f"{show(column.heading.name)} is a single 1 beside percents"
            fix = f"if it is a mixture, write 100%; {_if_property(column)}"
            inspection.fault(column.place, f"{what}; {fix}")


def _sums(column: Column) -> str:
    total = format_number(sum(column.numbers, Fraction(0)))
    return f"{show(column.heading.name)} sums to {total}"


def _if_in_parts(column: Column) -> str:
    return f'if it is a mixture in parts, call it "{column.heading.name} (parts)"'


def _if_property(column: Column) -> str:
    return f'if it is a property, give it a unit, as in "{column.heading.name} (g)"'
