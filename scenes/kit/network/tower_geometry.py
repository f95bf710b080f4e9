"""Where the layers of a tower stand, one upon the other, and how long what they count is.  Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scenes.kit.ground.frame import Box

BETWEEN = 0.14  # of the pitch of layers: the gap between two


@dataclass(frozen=True)
class TowerPlace:
    """Layers in a ``box``, the first at the bottom; beside each a bar begins at ``start``.

    The longest bar is ``room`` pixels long.  Layers share the height in proportion to ``heights``,
    equally where there are none.
    """

    box: Box
    count: int
    start: float
    room: float
    heights: tuple[float, ...] = ()

    def layer(self, n: int) -> Box:
        """Return the place of layer ``n``.

        >>> TowerPlace(Box(0, 0, 50, 200), 2, 60, 40).layer(0)
        Box(x=0, y=107.0, width=50, height=86.0)
        """
        heights = self.heights or (1.0,) * self.count
        unit = self.box.height / sum(heights)
        pitch, below = heights[n] * unit, sum(heights[:n]) * unit
        gap = BETWEEN * pitch
        top = self.box.bottom - below - pitch + gap / 2
        return Box(self.box.x, top, self.box.width, pitch - gap)

    def span(self, first: int, last: int) -> Box:
        """Return the place of several layers."""
        return Box.around(self.layer(first), self.layer(last))

    def bar(self, n: int, count: float, most: float) -> Box:
        """Return the bar of layer ``n`` for a count, where the largest is ``most``.

        >>> TowerPlace(Box(0, 0, 50, 200), 2, 60, 40).bar(1, 5, 10).width
        20.0
        """
        layer = self.layer(n)
        return Box(self.start, layer.y, self.room * count / most if most else 0.0, layer.height)


def first_and_last(marks: Sequence[bool]) -> tuple[int, int]:
    """Return the first and the last index that is marked.

    >>> first_and_last([False, True, False, True, False])
    (1, 3)
    """
    marked = [n for n, mark in enumerate(marks) if mark]
    return marked[0], marked[-1]
