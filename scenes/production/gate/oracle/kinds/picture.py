"""A picture's numbers: its feature maps, rounded to whole numbers, and how they are mixed.

An entry of a map is rounded with halves to even.  A kernel's pixel stands half its size, rounded
down, from its first entry; what any kernel would look for beyond the picture's edge is in no map.
Of more than 10,000 pixels, 48 are left a side.
Where a file has no maps, it has those that stand beside the reader, and recipes of them if it has
none of its own; where it turns no weight, the first recipe's first that is not 0, and is of a map
that is not 0 everywhere, is turned to its opposite, and if there is none, the first of such a map
to 1.  Where it names no pixel, it is the one at which the
least of the maps, without its sign, is largest: of such the one nearest to the middle, then the
first.
"""

from __future__ import annotations

import math
from fractions import Fraction
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from scenes.production.gate.oracle.pictures import Size, brightness, picture, within
from scenes.production.gate.oracle.reading import number, numbers, toml
from scenes.production.gate.oracle.rounding import nearest
from scenes.production.gate.oracle.sources import At, Product, Sources, Table, table

DEFAULTS = Path(__file__).parents[5] / "mathcore" / "layer_file" / "picture_defaults.toml"
TURNS = 20  # steps in which a weight is turned


def sources(path: Path, file: dict[str, Any]) -> Sources:
    """Return the numbers of a file of this kind."""
    if "maps" not in file:
        file = {**toml(DEFAULTS), **file}
    bright = brightness(picture(path.parent / Path(file["image"]).expanduser(), file, _fitting))
    kernels = [numbers(each["kernel"]) for each in file["maps"]]
    recipes = [[number(weight) for weight in each["weights"]] for each in file["recipes"]]
    down, across = ([len(each) for each in kernels], [len(each[0]) for each in kernels])
    (top, high), (left, wide) = _inner(len(bright), down), _inner(len(bright[0]), across)
    maps = len(kernels)

    @cache
    def feature(f: int, y: int, x: int) -> Fraction:
        first, start = top + y - down[f] // 2, left + x - across[f] // 2
        places = [(v, u) for v in range(down[f]) for u in range(across[f])]
        terms = (kernels[f][v][u] * bright[first + v][start + u] for v, u in places)
        return nearest(sum(terms, Fraction(0)), 0)

    def fused(r: int, y: int, x: int) -> Fraction:
        return sum((recipes[r][f] * feature(f, y, x) for f in range(maps)), Fraction(0))

    def shown() -> list[int]:
        """Return the maps that are not 0 everywhere."""
        places = [(y, x) for y in range(high) for x in range(wide)]
        return [f for f in range(maps) if any(feature(f, *place) for place in places)]

    def away(place: At) -> tuple[Fraction, int]:
        """Tell how much is missing at a place, and how far it is from the middle."""
        y, x = place
        least = min(abs(feature(f, y, x)) for f in range(maps))
        return -least, (2 * y + 1 - high) ** 2 + (2 * x + 1 - wide) ** 2

    if "pixel" in file:
        row, column = file["pixel"][0] - top, file["pixel"][1] - left
    else:
        row, column = min(((y, x) for y in range(high) for x in range(wide)), key=away)
    seen = table([[feature(f, row, column) for f in range(maps)]])
    weights = Table((maps, len(recipes)), lambda f, r: recipes[r][f])
    turned, turning = _turn(recipes, file.get("turn") or _opposite(recipes[0], shown()))
    every = Table((high * wide, maps), lambda p, f: float(feature(f, *divmod(p, wide))))
    floats = Table(weights.shape, lambda f, r: float(recipes[r][f]))
    reach = max(1, math.ceil(max(abs(weight) for line in turning for weight in line)))
    return {
        "mixing": Product(seen, weights),
        "one": Product(seen, Table((maps, 1), lambda f, r: recipes[r][f])),
        "every": Product(every, floats),
        "turned": Product(seen, table(turned)),
        "turning": Product(seen, table(turning)),
        "maps": Table((maps, high, wide), feature),
        "fused": Table((len(recipes), high, wide), fused),
        "size": table([high, wide]),
        "kernel": table([1, 1]),
        "reach": table([-reach, 0, reach]),
    }


def _fitting(size: Size) -> Size:
    return size if math.prod(size) <= 10_000 else within(48, size)


def _opposite(recipe: list[Fraction], maps: list[int]) -> dict[str, Any]:
    """Return the turn of a weight of some maps to its opposite."""
    at = min(maps, key=lambda f: recipe[f] == 0)
    return {"recipe": 0, "map": at, "to": -recipe[at] if recipe[at] else 1}


def _inner(size: int, kernels: list[int]) -> tuple[int, int]:
    """Return the first row that all kernels reach around, and how many there are."""
    first = max(each // 2 for each in kernels)
    return first, size - first - max(each - 1 - each // 2 for each in kernels)


def _turn(
    recipes: list[list[Fraction]], turn: dict[str, Any]
) -> tuple[list[list[Fraction]], list[list[Fraction]]]:
    """Return all weights, one of them turned; and its recipe at each step, a column each."""
    at, recipe, to = turn["map"], turn["recipe"], number(turn["to"])
    weights = [[each[f] for each in recipes] for f in range(len(recipes[0]))]
    way = to - weights[at][recipe]
    steps = [[line[recipe]] * (TURNS + 1) for line in weights]
    places = next(n for n in count(2) if abs(way) / TURNS * 10**n >= 1)
    on_the_way = [weights[at][recipe] + way * step / TURNS for step in range(1, TURNS)]
    steps[at] = [weights[at][recipe], *(nearest(each, places) for each in on_the_way), to]
    weights[at][recipe] = to
    return weights, steps
