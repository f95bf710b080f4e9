"""Where the bars of a waterfall stand: each begins where the one before it ended.  Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scenes.kit.ground.frame import Box

Point = tuple[float, float]


@dataclass(frozen=True)
class WaterfallPlace:
    """Bars over the spans ``slots`` (left, width) in a box; ``sums`` are the partial sums.

    ``low`` and ``high`` are the amounts at the foot and the top of the box.
    """

    box: Box
    slots: tuple[tuple[float, float], ...]
    sums: tuple[float, ...]
    low: float
    high: float

    def row_of(self, amount: float) -> float:
        """Return the pixel row of an amount."""
        return self.box.bottom - (amount - self.low) / (self.high - self.low) * self.box.height

    def before(self, k: int) -> float:
        """Return the sum from which bar ``k`` starts."""
        return self.sums[k - 1] if k else 0.0

    def bar(self, k: int, grown: float = 1.0) -> Box:
        """Return bar ``k``, or as much of it as has grown."""
        start = self.before(k)
        rows = sorted((self.row_of(start), self.row_of(start + (self.sums[k] - start) * grown)))
        left, width = self.slots[k]
        return Box(left, rows[0], width, rows[1] - rows[0])

    def level(self, count: float) -> list[Point]:
        """Return the line that carries the sum along, over the first ``count`` bars.

        >>> place = waterfall_place(Box(0, 0, 20, 30), [(0, 10), (10, 10)], [2.0, 1.0], (0.0, 3.0))
        >>> place.level(2)
        [(0, 30.0), (0, 10.0), (10, 10.0), (10, 20.0), (20, 20.0)]
        """
        whole = int(count)
        points: list[Point] = [(self.slots[0][0], self.row_of(0.0))] if self.slots else []
        for k in range(min(whole + (count > whole), len(self.sums))):
            share = min(1.0, count - k)
            row = self.row_of(self.before(k) + (self.sums[k] - self.before(k)) * share)
            left, _ = self.slots[k]
            points += [(left, row), (self._end(k), row)]
        return points

    def crest(self, width: float) -> float:
        """Return the highest row of any bar, and of zero, over the last ``width`` of the box.

        >>> place = waterfall_place(Box(0, 0, 20, 30), [(0, 10), (10, 10)], [1.0, 0.5], (0.0, 3.0))
        >>> place.crest(5), place.crest(15)
        (20.0, 20.0)
        """
        end = self.box.right - width
        near = [k for k in range(len(self.sums)) if self._end(k) > end]
        return min([self.bar(k).y for k in near] + [self.row_of(0.0)])

    def _end(self, k: int) -> float:
        left, width = self.slots[k]
        return self.slots[k + 1][0] if k + 1 < len(self.slots) else left + width


def waterfall_place(
    box: Box,
    slots: Sequence[tuple[float, float]],
    sums: Sequence[float],
    span: tuple[float, float],
) -> WaterfallPlace:
    """Return a waterfall in a box; ``span`` are the least and the greatest sum it has room for."""
    low, high = min(0.0, span[0]), max(0.0, span[1])
    if high - low <= 0:
        high = low + 1.0
    return WaterfallPlace(box, tuple(slots), tuple(sums), low, high)


def even_slots(box: Box, count: int) -> list[tuple[float, float]]:
    """Return ``count`` spans that fill the width of a box."""
    return [(box.x + k * box.width / count, box.width / count) for k in range(count)]
