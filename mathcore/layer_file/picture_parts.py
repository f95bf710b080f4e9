"""The parts of a layer file of kind picture: its maps, its recipes, and what is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mathcore.layer_file.framing import Size, read_framed, within
from mathcore.layer_file.picture_defaults import default_turn
from mathcore.layer_file.reading import read_file
from mathcore.recipe_file.numbers import read_value
from mathcore.recipe_file.tables import Table, read_rows, show
from mathcore.recipe_file.texts import NOTE_WIDTH, Names, read_names

MOST_MAPS, MOST_RECIPES, SIDE = 4, 3, 3
MOST_CREDITS = 4  # lines
MOST_PIXELS, LONGEST = 10_000, 48
"""As many pixels as can be told apart on the screen; a larger picture has so many a side."""
KERNEL = "[[0, 0, 0], [0, 1, 0], [0, 0, 0]]"


@dataclass(frozen=True)
class Turn:
    """One weight that is turned: that of a map in a recipe, and what it is turned to."""

    recipe: int
    map: int
    to: Fraction


@dataclass(frozen=True)
class Part:
    """A map or a recipe: its name and its numbers, row by row."""

    name: Names
    numbers: tuple[Fraction, ...]


def read_image(root: Table, path: Path) -> npt.NDArray[np.int64] | None:
    """Give the picture; None, after a fault, if it cannot be used."""
    found = read_file(root, "image", path.parent, "../images/coffee.ppm")
    if found is None:
        return None
    image = read_framed(root, found, _fitting, MOST_PIXELS)
    if image is None:
        return None
    height, width = image.shape[:2]
    if min(height, width) < SIDE:
        root.fault(
            f"image is {width} × {height} pixels; give it at least {SIDE} × {SIDE} and at most "
            f"{MOST_PIXELS:,} in all"
        )
        return None
    image.setflags(write=False)
    return image


def _fitting(size: Size) -> Size:
    """Give the size that is shown: its own, or a smaller one of the same shape."""
    return size if size[0] * size[1] <= MOST_PIXELS else within(LONGEST, size)


def read_maps(root: Table) -> tuple[Part, ...]:
    """Give the maps, each with its kernel."""
    return _read_parts(root, "maps", MOST_MAPS, "kernel", _read_kernel)


def read_recipes(root: Table, maps: int) -> tuple[Part, ...]:
    """Give the recipes, each with a weight a map."""
    return _read_parts(root, "recipes", MOST_RECIPES, "weights", lambda t: _read_weights(t, maps))


def read_pixel(root: Table, image: npt.NDArray[np.int64] | None) -> tuple[int, int] | None:
    """Give the pixel that is looked at, row and column; None if the file says none."""
    raw = root.get("pixel")
    if raw is None or image is None:
        return None
    if not isinstance(raw, list) or len(raw) != 2 or not all(map(_is_whole, raw)):
        root.fault(f"pixel is {show(raw)}; write its row and column, counted from 0: [12, 30]")
        return None
    row, column = raw
    height, width = image.shape[:2]
    if not (1 <= row < height - 1 and 1 <= column < width - 1):
        root.fault(
            f"pixel [{show(row)}, {show(column)}] is not inside; choose a row from 1 to "
            f"{height - 2} and a column from 1 to {width - 2}"
        )
    return row, column


def read_turn(root: Table, maps: Sequence[Part], recipes: Sequence[Part]) -> Turn | None:
    """Give the weight that is turned, that of `default_turn` if the file says none.

    None after a fault.
    """
    raw = root.get("turn")
    if raw is None:
        return Turn(0, *default_turn(recipes[0].numbers)) if recipes else None
    if not isinstance(raw, dict):
        root.fault(f"turn is {show(raw)}; write turn = {{ recipe = 0, map = 1, to = -1 }}")
        return None
    table = Table(root.inspection, "turn", raw, ("recipe", "map", "to"))
    before = table.count()
    recipe = _read_place(table, "recipe", len(recipes))
    feature = _read_place(table, "map", len(maps))
    to = _read_numbers(table, "to", [table.required("to", "to = -1")])
    return None if table.count() > before else Turn(recipe, feature, to[0])


def read_credits(root: Table) -> tuple[Names, ...]:
    """Give what the end of the film says of its material; nothing, if the file does not."""
    rows = read_rows(root, "credits", MOST_CREDITS) if "credits" in root.raw else None
    lines = []
    for number, row in enumerate(rows or (), 1):
        table = Table(root.inspection, "credits", {f"number {number}": row}, (f"number {number}",))
        lines.append(read_names(table, f"number {number}", NOTE_WIDTH))
    return tuple(line for line in lines if line is not None)


def _read_parts(
    root: Table, key: str, most: int, numbers: str, read: Callable[[Table], Sequence[Fraction]]
) -> tuple[Part, ...]:
    parts = []
    for number, row in enumerate(read_rows(root, key, most) or (), 1):
        table = Table(root.inspection, f"{key}, number {number}", row, ("name", numbers))
        name, given = read_names(table, "name"), read(table)
        if name is not None:
            parts.append(Part(name, tuple(given)))
    return tuple(parts)


def _read_kernel(table: Table) -> Sequence[Fraction]:
    raw = table.required("kernel", f"kernel = {KERNEL}")
    if raw is None:
        return ()
    rows = raw if isinstance(raw, list) else []
    if [len(row) if isinstance(row, list) else 0 for row in rows] != [SIDE] * SIDE:
        table.fault(f"kernel is not {SIDE} rows of {SIDE} numbers; write kernel = {KERNEL}")
        return ()
    return _read_numbers(table, "kernel", [entry for row in rows for entry in row])


def _read_weights(table: Table, maps: int) -> Sequence[Fraction]:
    raw = table.required("weights", "weights = [1, -0.5]")
    if raw is None:
        return ()
    if not isinstance(raw, list) or len(raw) != maps:
        table.fault(f"weights needs {maps} numbers, one a map; write weights = [1, -0.5]")
        return ()
    return _read_numbers(table, "weights", raw)


def _read_numbers(table: Table, key: str, raw: Sequence[object]) -> Sequence[Fraction]:
    """Give numbers; after a fault, none."""
    found = []
    for entry in raw:
        try:
            found.append(read_value(entry))
        except ValueError as fault:
            table.fault(f"{key} {fault}")
            return ()
    return found


def _read_place(table: Table, key: str, count: int) -> int:
    raw = table.required(key, f"{key} = 0")
    if raw is not None and not (_is_whole(raw) and 0 <= raw < count):
        table.fault(f"{key} is {show(raw)}; count from 0, up to {count - 1}")
    return raw if isinstance(raw, int) else 0


def _is_whole(raw: object) -> bool:
    return isinstance(raw, int) and not isinstance(raw, bool)
