"""A picture's numbers: its feature maps, rounded to whole numbers, and how they are mixed.

A colour's brightness is 0.299 R + 0.587 G + 0.114 B, rounded with halves up; an entry of a map is
rounded with halves to even.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any

from PIL import Image

from scenes.production.gate.oracle.reading import number, numbers
from scenes.production.gate.oracle.rounding import nearest
from scenes.production.gate.oracle.sources import Product, Sources, Table, table

TURNS = 20  # steps in which a weight is turned


def sources(path: Path, file: dict[str, Any]) -> Sources:
    """Return the numbers of a file of this kind."""
    bright = brightness(path.parent / file["image"])
    kernels = [numbers(each["kernel"]) for each in file["maps"]]
    recipes = [[number(weight) for weight in each["weights"]] for each in file["recipes"]]
    high, wide = len(bright) - 2, len(bright[0]) - 2
    row, column = (place - 1 for place in file["pixel"])
    count = len(kernels)

    @cache
    def feature(f: int, y: int, x: int) -> Fraction:
        places = [(v, u) for v in range(3) for u in range(3)]
        terms = (kernels[f][v][u] * bright[y + v][x + u] for v, u in places)
        return nearest(sum(terms, Fraction(0)), 0)

    def fused(r: int, y: int, x: int) -> Fraction:
        return sum((recipes[r][f] * feature(f, y, x) for f in range(count)), Fraction(0))

    seen = table([[feature(f, row, column) for f in range(count)]])
    weights = Table((count, len(recipes)), lambda f, r: recipes[r][f])
    turned, turning = _turn(recipes, file["turn"])
    every = Table((high * wide, count), lambda p, f: float(feature(f, *divmod(p, wide))))
    floats = Table(weights.shape, lambda f, r: float(recipes[r][f]))
    reach = max(1, ceil(max(abs(weight) for line in turning for weight in line)))
    return {
        "mixing": Product(seen, weights),
        "one": Product(seen, Table((count, 1), lambda f, r: recipes[r][f])),
        "every": Product(every, floats),
        "turned": Product(seen, table(turned)),
        "turning": Product(seen, table(turning)),
        "maps": Table((count, high, wide), feature),
        "fused": Table((len(recipes), high, wide), fused),
        "size": table([high, wide]),
        "kernel": table([1, 1]),
        "reach": table([-reach, 0, reach]),
    }


def brightness(path: Path) -> list[list[int]]:
    """Return the brightness of every pixel, row by row."""
    with Image.open(path) as picture:
        wide, high = picture.size
        grey = picture.mode == "L"
        data = picture.tobytes() if grey else picture.convert("RGB").tobytes()
    if grey:
        pixels = list(data)
    else:
        parts = [
            int(share * Fraction(1000)) for share in map(Fraction, ("0.299", "0.587", "0.114"))
        ]
        colours = (data[at : at + 3] for at in range(0, len(data), 3))
        pixels = [(sum(map(int.__mul__, parts, colour)) + 500) // 1000 for colour in colours]
    return [pixels[y * wide : (y + 1) * wide] for y in range(high)]


def _turn(
    recipes: list[list[Fraction]], turn: dict[str, Any]
) -> tuple[list[list[Fraction]], list[list[Fraction]]]:
    """Return all weights, one of them turned; and its recipe at each step, a column each."""
    at, recipe, to = turn["map"], turn["recipe"], number(turn["to"])
    weights = [[each[f] for each in recipes] for f in range(len(recipes[0]))]
    way = to - weights[at][recipe]
    steps = [[line[recipe]] * (TURNS + 1) for line in weights]
    steps[at] = [weights[at][recipe] + way * step / TURNS for step in range(TURNS + 1)]
    weights[at][recipe] = to
    return weights, steps
