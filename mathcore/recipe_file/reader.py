"""The whole file at once: every section read, every fault gathered, the numbers rounded."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from mathcore.errors import ExampleError
from mathcore.numerals import format_number
from mathcore.recipe_file.ingredients import read_ingredients
from mathcore.recipe_file.mixtures import Recipe, read_mixtures
from mathcore.recipe_file.printing import Printed, fit, too_long
from mathcore.recipe_file.properties import PropertyRow, read_properties
from mathcore.recipe_file.tables import FILE_KEYS, Inspection, Table, show
from mathcore.recipe_file.texts import NOTE_WIDTH, read_names, read_optional_names
from mathcore.recipe_file.toml import read_toml
from mathcore.recipe_file.words import read_words

Matrix = npt.NDArray[Any]


def read_example(
    path: str | os.PathLike[str], has_character: Callable[[str], bool] | None = None
) -> dict[str, Any]:
    """Read an example file into the fields of a `RecipeBook`, all but its path.

    Raises
    ------
    ExampleError
        With every fault of the file.
    """
    inspection = Inspection(os.fspath(path), has_character)
    root = Table(inspection, "", read_toml(path), FILE_KEYS)
    fields: dict[str, Any] = {
        "name": read_names(root, "name"),
        "note": read_optional_names(root, "note", NOTE_WIDTH),
        "words": read_words(root),
        "free_weights": (free_weights := _read_free_weights(root)),
        "ingredients": (shelf := read_ingredients(root)).ingredients,
    }
    recipes = read_mixtures(root, shelf, free_weights)
    rows = read_properties(root, shelf)
    fields |= _read_numbers(inspection, shelf.ids, recipes, rows)
    if inspection.faults:
        raise ExampleError(inspection.faults)
    return fields


def _read_free_weights(root: Table) -> bool | None:
    """Tell whether weights are free; None if that cannot be known."""
    raw = root.raw.get("free_weights", False)
    if isinstance(raw, bool):
        return None if "free_weights" in root.meant or _misplaced(root) else raw
    root.fault(f"free_weights is {show(raw)}; write true or false")
    return None


def _misplaced(root: Table) -> bool:
    sections = [rows for rows in root.raw.values() if isinstance(rows, list)]
    return any(isinstance(row, dict) and "free_weights" in row for s in sections for row in s)


def _read_numbers(
    inspection: Inspection,
    ids: Sequence[str],
    recipes: Sequence[Recipe],
    rows: Sequence[PropertyRow],
) -> dict[str, Any]:
    """Lay the numbers out as matrices, as they are printed."""
    shares = _matrix([recipe.amounts.along(ids) for recipe in recipes], len(ids)).T
    values = _matrix([row.amounts.along(ids) for row in rows], len(ids))
    printed = fit(shares, values)
    _check_length(inspection, recipes, rows, printed)
    for matrix in (printed.shares, printed.values):
        matrix.setflags(write=False)
    return {
        "mixtures": tuple(recipe.mixture for recipe in recipes),
        "properties": tuple(row.property for row in rows),
        "shares": printed.shares,
        "values": printed.values,
        "rounded": _rounded(shares, values, rows, printed),
    }


def _check_length(
    inspection: Inspection,
    recipes: Sequence[Recipe],
    rows: Sequence[PropertyRow],
    printed: Printed,
) -> None:
    """Fault the first number of each sound mixture and property that is too long to print."""
    done = {recipe.place for recipe in recipes if not recipe.sound}
    done |= {row.place for row in rows if not row.sound}
    for i, j, number, most in too_long(printed.shares, printed.values):
        recipe = recipes[j].place
        place = recipe if i is None else rows[i].place
        if not done & {place, recipe}:
            done.add(place)
            where = "a share" if i is None else f"a number for {recipe}"
            inspection.fault(
                place,
                f"{where} is {format_number(number)}, too long to print: at most "
                f"{most} characters; choose smaller numbers or a larger unit",
            )


def _rounded(
    shares: Matrix, values: Matrix, rows: Sequence[PropertyRow], printed: Printed
) -> tuple[str, ...]:
    """Say in short sentences what is no longer exact."""
    said = []
    if (shares != printed.shares).any():
        unit = format_number(Fraction(100, 10**printed.share_places))
        said.append(f"shares rounded to {unit}%")
    for row, exact, kept, places in zip(
        rows, values, printed.values, printed.value_places, strict=True
    ):
        if (exact != kept).any():
            said.append(f"{row.place} rounded to {format_number(Fraction(1, 10**places))}")
    return tuple(said)


def _matrix(rows: Sequence[Sequence[Fraction]], width: int) -> Matrix:
    """Lay rows of Fractions out as an array, also when there are none."""
    matrix = np.empty((len(rows), width), dtype=object)
    for position, row in enumerate(rows):
        matrix[position] = row
    return matrix
