"""Where the bars of shares stand: on one floor, as high as their part of the whole.  Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scenes.kit.ground.frame import Box

PERCENT_ROOM = 46.0  # under the floor, down to the baseline of the percentages


@dataclass(frozen=True)
class SharesPlace:
    """Bars of one width around ``middles``; ``box`` is as high as the whole."""

    box: Box
    middles: tuple[float, ...]
    width: float

    @property
    def floor(self) -> tuple[float, float, float]:
        """The floor: its ends and its row."""
        return self.box.x, self.box.right, self.box.bottom

    @property
    def baseline(self) -> float:
        """Where the percentages stand."""
        return self.box.bottom + PERCENT_ROOM

    def bar(self, n: int, share: float) -> Box:
        """Return the bar of a share.

        >>> shares_place(Box(0, 0, 90, 100), [20, 70], 30).bar(1, 0.25)
        Box(x=55.0, y=75.0, width=30, height=25.0)
        """
        height = share * self.box.height
        left = self.middles[n] - self.width / 2
        return Box(left, self.box.bottom - height, self.width, height)


def shares_place(box: Box, middles: Sequence[float], width: float) -> SharesPlace:
    """Return bars in a box, one around each of the middles."""
    return SharesPlace(box, tuple(middles), width)
