"""The parts of a layer file of kind picture: its maps, its recipes, and what is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mathcore.layer_file.framing import Size, read_framed, within
from mathcore.layer_file.picture_kernels import Kernels
from mathcore.layer_file.reading import matrix_of, read_file
from mathcore.recipe_file.numbers import read_value
from mathcore.recipe_file.tables import Table, read_rows, show
from mathcore.recipe_file.texts import Names, read_names, read_optional_names

MOST_MAPS, MOST_RECIPES = 4, 3
MOST_PIXELS, LONGEST = 10_000, 48
"""As many pixels as can be told apart on the screen; a larger picture has so many a side."""
TURNS = 20  # steps in which a weight is turned
KERNEL = "[[0, 0, 0], [0, 1, 0], [0, 0, 0]]"


@dataclass(frozen=True)
class Turn:
    """One weight that is turned: that of a map in a recipe, and what it is turned to.

    The recipe that it then is may have a name of its own.
    """

    recipe: int
    map: int
    to: Fraction
    name: Names | None = field(default=None, compare=False)

    def steps(self, start: Fraction) -> list[Fraction]:
        """Return the weight at the start and after each of `TURNS` equal steps.

        Those on the way are rounded to two places, or as many as tell them apart.

        Examples
        --------
        >>> [str(step) for step in Turn(0, 0, Fraction(1)).steps(Fraction(1, 3))[:3]]
        ['1/3', '37/100', '2/5']
        """
        each, places = (self.to - start) / TURNS, 2
        while each and abs(each) < Fraction(1, 10**places):
            places += 1
        way = (round(start + n * each, places) for n in range(1, TURNS))
        return [start, *way, self.to]


@dataclass(frozen=True, eq=False)
class Part:
    """A map or a recipe: its name, and its kernel (h, w), or its weights (F,)."""

    name: Names
    numbers: npt.NDArray[Any]


def read_image(root: Table, path: Path) -> npt.NDArray[np.int64] | None:
    """Give the picture; None, after a fault, if it cannot be used."""
    found = read_file(root, "image", path.parent, "../images/coffee.ppm")
    if found is None:
        return None
    image = read_framed(root, found, _fitting, MOST_PIXELS)
    if image is None:
        return None
    image.setflags(write=False)
    return image


def _fitting(size: Size) -> Size:
    """Give the size that is shown: its own, or a smaller one of the same shape."""
    return size if size[0] * size[1] <= MOST_PIXELS else within(LONGEST, size)


def read_kernels(
    root: Table, features: Sequence[Part], image: npt.NDArray[np.int64] | None
) -> Kernels | None:
    """Give the kernels at one size; None, after a fault, if they leave no map of the picture."""
    if not features or image is None:
        return None
    kernels = Kernels.of([feature.numbers for feature in features])
    (high, wide), (tall, broad) = image.shape[:2], kernels.size
    if high < tall or wide < broad or (high, wide) == (tall, broad):
        root.fault(
            f"image is {wide} × {high} pixels (width × height), and the kernels together reach "
            f"over {broad} × {tall}; it takes at least {broad + 1} × {tall} or {broad} × "
            f"{tall + 1} pixels to make a map, or smaller kernels"
        )
        return None
    return kernels


def read_maps(root: Table) -> tuple[Part, ...]:
    """Give the maps, each with its kernel."""
    return _read_parts(root, "maps", MOST_MAPS, "kernel", _read_kernel)


def read_recipes(root: Table, maps: int) -> tuple[Part, ...]:
    """Give the recipes, each with a weight a map."""
    return _read_parts(root, "recipes", MOST_RECIPES, "weights", lambda t: _read_weights(t, maps))


def read_pixel(
    root: Table, image: npt.NDArray[np.int64] | None, kernels: Kernels | None
) -> tuple[int, int] | None:
    """Give the pixel that is looked at, row and column; None if the file says none."""
    raw = root.get("pixel")
    if raw is None or image is None or kernels is None:
        return None
    if not isinstance(raw, list) or len(raw) != 2 or not all(map(_is_whole, raw)):
        root.fault(f"pixel is {show(raw)}; write its row and column, counted from 0: [12, 30]")
        return None
    row, column = raw
    rows, columns = kernels.places(image.shape[:2])
    if row not in rows or column not in columns:
        root.fault(
            f"pixel [{show(row)}, {show(column)}] is not inside; choose a row from {rows[0]} to "
            f"{rows[-1]} and a column from {columns[0]} to {columns[-1]}"
        )
    return row, column


def read_turn(root: Table, maps: Sequence[Part], recipes: Sequence[Part]) -> Turn | None:
    """Give the weight that is turned; None if the file says none, or after a fault."""
    raw = root.get("turn")
    if raw is None:
        return None
    if not isinstance(raw, dict):
        root.fault(f"turn is {show(raw)}; write turn = {{ recipe = 0, map = 1, to = -1 }}")
        return None
    table = Table(root.inspection, "turn", raw, ("recipe", "map", "to", "name"))
    before = table.count()
    recipe = _read_place(table, "recipe", len(recipes))
    feature = _read_place(table, "map", len(maps))
    to = _read_numbers(table, "to", [table.required("to", "to = -1")])
    name = read_optional_names(table, "name")
    return None if table.count() > before else Turn(recipe, feature, to[0], name)


def _read_parts(
    root: Table, key: str, most: int, numbers: str, read: Callable[[Table], npt.NDArray[Any] | None]
) -> tuple[Part, ...]:
    parts = []
    for number, row in enumerate(read_rows(root, key, most) or (), 1):
        table = Table(root.inspection, f"{key}, number {number}", row, ("name", numbers))
        name, given = read_names(table, "name"), read(table)
        if name is not None and given is not None:
            parts.append(Part(name, given))
    return tuple(parts)


def _read_kernel(table: Table) -> npt.NDArray[Any] | None:
    raw = table.required("kernel", f"kernel = {KERNEL}")
    return None if raw is None else matrix_of(table, "kernel", raw, KERNEL)


def _read_weights(table: Table, maps: int) -> npt.NDArray[Any] | None:
    raw = table.required("weights", "weights = [1, -0.5]")
    if raw is None:
        return None
    if not isinstance(raw, list) or len(raw) != maps:
        table.fault(f"weights needs {maps} numbers, one a map; write weights = [1, -0.5]")
        return None
    weights = np.array(_read_numbers(table, "weights", raw), dtype=object)
    weights.setflags(write=False)
    return weights


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
