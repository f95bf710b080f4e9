"""Where the bottles stand: alone on the wide shelf, or above the order cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from mathcore import Ingredient
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.name_lines import Lines, fitted
from scenes.kit.ground.sizes import LABEL, LEADING, SMALLEST

PLANK = 16.0  # how thick a plank is
TALLEST, WIDE_FLOOR, ROOMY = 440.0, 690.0, 360.0  # of the wide shelf; its widest pitch
HIGH_FLOOR, HIGH_TALLEST = 418.0, 262.0
ASPECT = 0.53  # the widest silhouette, over the tallest
FILLED = 0.9  # of its pitch that the widest bottle may fill
NAME_DROP = 20.0  # from the plank to the capitals of the names


class Stock(Protocol):
    """What has ingredients to stand on a shelf: a recipe book, or some of a layer's."""

    @property
    def ingredients(self) -> Sequence[Ingredient]:
        """They, from left to right."""
        ...


@dataclass(frozen=True)
class ShelfPlace:
    """A plank, the bottles' places on it, and their names below, where they fit."""

    plank: Box
    xs: tuple[float, ...]
    tallest: float
    names: tuple[Lines, ...] | None
    size: float

    @property
    def floor(self) -> float:
        """The pixel row on which the bottles stand."""
        return self.plank.y

    @property
    def first_baseline(self) -> float:
        """The baseline of the names' first lines."""
        return self.plank.bottom + NAME_DROP + lettering.CAP_HEIGHT * self.size

    @property
    def bottom(self) -> float:
        """The lowest pixel row of the names."""
        return self.plank.bottom + names_height(self.names)


def names_height(names: tuple[Lines, ...] | None) -> float:
    """Return how much room the names need below the plank."""
    return NAME_DROP + max(len(lines) for lines in names) * LEADING if names else 0.0


def wide_shelf(book: Stock, language: str) -> ShelfPlace:
    """Return the shelf that fills the frame: the bottles' first appearance."""
    count = len(book.ingredients)
    pitch = min(ROOMY, (frame.RIGHT - frame.LEFT) / count)
    left = frame.CENTRE - pitch * count / 2
    xs = tuple(left + pitch * (k + 0.5) for k in range(count))
    names = [ingredient.name[language] for ingredient in book.ingredients]
    one_line = fitted(names, LABEL, pitch - 20, 3)
    lines = one_line or tuple(lettering.wrap(name, SMALLEST, pitch - 20) for name in names)
    plank = Box(0, WIDE_FLOOR, frame.WIDTH, PLANK)
    return ShelfPlace(
        plank, xs, min(TALLEST, FILLED * pitch / ASPECT), lines, LABEL if one_line else SMALLEST
    )


def left_shelf(stock: Stock, language: str, right: float, floor: float, most: float) -> ShelfPlace:
    """Return the shelf from the left edge to ``right``; nothing on it is higher than ``most``."""
    count = len(stock.ingredients)
    pitch = min(ROOMY, (right - frame.LEFT) / count)
    left = (frame.LEFT + right - pitch * count) / 2
    names = [ingredient.name[language] for ingredient in stock.ingredients]
    lines = tuple(lettering.wrap(name, SMALLEST, pitch - 20) for name in names)
    xs = tuple(left + pitch * (k + 0.5) for k in range(count))
    tallest = min(most, FILLED * pitch / ASPECT)
    return ShelfPlace(Box(0, floor, right, PLANK), xs, tallest, lines, SMALLEST)


def high_shelf(book: Stock, language: str, left: float, ground: float) -> ShelfPlace:
    """Return the shelf at the upper right, from ``left``; nothing of it is below ``ground``."""
    count = len(book.ingredients)
    pitch = (frame.RIGHT - left) / count
    names = fitted([i.name[language] for i in book.ingredients], SMALLEST, pitch - 12, 2)
    floor = min(HIGH_FLOOR, ground - names_height(names) - PLANK)
    tallest = min(HIGH_TALLEST, FILLED * pitch / ASPECT, floor - frame.TOP - 4)
    xs = tuple(left + pitch * (k + 0.5) for k in range(count))
    return ShelfPlace(Box(left, floor, frame.WIDTH - left, PLANK), xs, tallest, names, SMALLEST)
