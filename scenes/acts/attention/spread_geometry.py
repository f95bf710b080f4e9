"""Why the root: how sums of coin tosses spread, and how they do when they are divided.  Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from scenes.kit.ground.frame import Box

Point = tuple[float, float]
FAINTEST = 0.004  # a chance that is less is not drawn
LOWEST = 1.5  # pixels: how high the least chance is that is drawn


@dataclass(frozen=True)
class SpreadPlace:
    """A histogram on a ``floor``: the sums from ``-length`` to ``length``, around ``middle``.

    A sum of 1 is ``unit`` pixels to the right, and a chance of 1 over a bar that is 1 wide would be
    ``high`` pixels high, so that all histograms have the same area.
    """

    length: int
    chances: tuple[Fraction, ...]
    middle: float
    floor: float
    unit: float
    high: float

    @property
    def spread(self) -> float:
        """The standard deviation, in pixels."""
        return sqrt(self.length) * self.unit

    @property
    def sums(self) -> tuple[int, ...]:
        """The sums that can be seen."""
        every = range(-self.length, self.length + 1, 2)
        pairs = zip(every, self.chances, strict=True)
        return tuple(total for total, chance in pairs if chance > FAINTEST)

    def outline(self, *, divided: bool = False) -> tuple[Point, ...]:
        """Return the corners of the histogram; ``divided`` by √length it is narrow and high."""
        by = sqrt(self.length) if divided else 1.0
        corners = [(self._x(self.sums[0] - 1, by), self.floor)]
        for total in self.sums:
            chance = float(self.chances[(total + self.length) // 2])
            row = self.floor - max(LOWEST, chance / 2 * self.high * by)
            corners += [(self._x(total - 1, by), row), (self._x(total + 1, by), row)]
        return (*corners, (self._x(self.sums[-1] + 1, by), self.floor))

    def _x(self, total: float, by: float) -> float:
        return self.middle + total * self.unit / by


def spread_places(
    box: Box, lengths: Sequence[int], chances: Sequence[Sequence[Fraction]]
) -> tuple[SpreadPlace, ...]:
    """Return a histogram under the other for every length, in one proportion, filling a box.

    >>> coin, four = [Fraction(1, 2)] * 2, [Fraction(n, 16) for n in (1, 4, 6, 4, 1)]
    >>> first, second = spread_places(Box(0, 0, 100, 200), (1, 4), (coin, four))
    >>> first.unit, second.spread, first.floor, second.floor
    (10.0, 20.0, 100.0, 200.0)
    """
    pitch = box.height / len(lengths)
    bare = [
        SpreadPlace(n, tuple(each), 0.0, 0.0, 1.0, 1.0)
        for n, each in zip(lengths, chances, strict=True)
    ]
    unit = box.width / max(2 * (each.sums[-1] + 1) for each in bare)
    highest = max(
        float(max(each.chances)) / 2 * sqrt(each.length) for each in bare
    )  # once all are divided
    high = AIR * pitch / highest
    return tuple(
        SpreadPlace(each.length, each.chances, box.centre[0], box.y + (n + 1) * pitch, unit, high)
        for n, each in enumerate(bare)
    )


AIR = 0.72  # how much of its pitch the highest histogram takes
