"""Flashes by WCAG 2.3.1, in every window of the size that a central field of view has.

A flash is a pair of opposing changes of relative luminance of at least 0.1, the darker side being
below 0.8; or of opposing changes to and from a saturated red.  A pixel flashes that has more than
three within a second; no window may hold more than a quarter of such pixels.  Tools that judge the
whole frame miss what fills a window of it.  Pure: NumPy only.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scenes.kit.ground.frame import HEIGHT, WIDTH, Box
from scenes.production.gate.contrast import LINEAR, WEIGHTS, Pixels

WINDOW = (639.0, 360.0)  # pixels at 1920×1080: 341×256 at 1024×768
LARGEST_SHARE = 0.25
MOST_FLASHES = 3  # a second
CHANGE, DARK = 0.10, 0.80
RED_CHANGE, SATURATED = 20 / 320, 0.80

Frames = Iterable[tuple[Pixels, int]]  # a picture, and for how many frames it stands
Values = NDArray[np.float32]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Flash:
    """More than three flashes within a second: in which frame, where, and what share of it."""

    frame: int
    kind: str
    box: Box
    share: float


def flashes(frames: Frames, fps: float) -> Iterator[Flash]:
    """Find where a film flashes; frames may be scaled down, all to one size."""
    second = round(fps)
    counters = {"general": Counter(second, CHANGE, DARK), "red": Counter(second, RED_CHANGE, 2.0)}
    now = 0
    for picture, repeat in frames:
        light = LINEAR[picture].astype(np.float32)
        for kind, values in (("general", light @ WEIGHTS), ("red", redness(light))):
            many = counters[kind].feed(values.astype(np.float32), now)
            if many is not None:
                share, box = densest(many)
                if share > LARGEST_SHARE:
                    yield Flash(now, kind, box, share)
        now += repeat


def redness(light: Values) -> Values:
    """Return how much of a saturated red there is, of linear light: ``R − G − B``, or 0."""
    red, others = light[..., 0], light[..., 1] + light[..., 2]
    saturated = red >= SATURATED * (red + others)
    return np.where(saturated, np.maximum(red - others, 0), 0)


class Counter:
    """Counts, for every pixel, the changes of the last second that go up and down in turn."""

    def __init__(self, second: int, change: float, dark: float) -> None:
        self.second, self.change, self.dark = second, change, dark
        self.recent: deque[tuple[int, Mask]] = deque()
        self.high: Values | None = None

    def feed(self, values: Values, now: int) -> Mask | None:
        """Take the next frame; return which pixels flash too often, unless none has changed."""
        if self.high is None:
            self.high, self.low = values.copy(), values.copy()
            self.direction = np.zeros(values.shape, np.int8)
            self.count = np.zeros(values.shape, np.int16)
            return None
        changed = self._changed(values)
        while self.recent and self.recent[0][0] <= now - self.second:
            self.count -= self.recent.popleft()[1]
        if not changed.any():
            return None
        self.recent.append((now, changed))
        self.count += changed
        many: Mask = self.count > 2 * MOST_FLASHES
        return many if many.any() else None

    def _changed(self, values: Values) -> Mask:
        """Return which pixels have gone far enough from their last extreme, the other way."""
        assert self.high is not None
        np.minimum(self.low, values, out=self.low)
        np.maximum(self.high, values, out=self.high)
        far_up = (values - self.low >= self.change) & (self.low < self.dark)
        far_down = (self.high - values >= self.change) & (values < self.dark)
        up, down = (self.direction <= 0) & far_up, (self.direction >= 0) & far_down
        self.direction[up], self.direction[down] = 1, -1
        self.high[up], self.low[down] = values[up], values[down]
        changed: Mask = up | down
        return changed


def densest(mask: Mask) -> tuple[float, Box]:
    """Return the largest share of a window that is marked, and that window in the frame."""
    rows, columns = mask.shape
    wide, high = round(WINDOW[0] / WIDTH * columns), round(WINDOW[1] / HEIGHT * rows)
    sums = np.zeros((rows + 1, columns + 1))
    sums[1:, 1:] = mask.cumsum(axis=0).cumsum(axis=1)
    inside = sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide] + sums[:-high, :-wide]
    row, column = np.unravel_index(int(inside.argmax()), inside.shape)
    x, y = float(column) / columns * WIDTH, float(row) / rows * HEIGHT
    return float(inside.max()) / (wide * high), Box(x, y, *WINDOW)
