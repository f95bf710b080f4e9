"""Where a picture has changed, in whole tiles.  Pure."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

TILE = 32  # pixels

Box = tuple[float, float, float, float]  # left, top, right, bottom
Place = tuple[int, int, int, int]  # the same in whole pixels


class Damage:
    """The tiles of a picture in which something is different.

    >>> damage = Damage(96, 64)
    >>> bool(damage)
    False
    >>> damage.add((10, 10, 40, 20))
    >>> list(damage.places())
    [(0, 0, 64, 32)]
    """

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.tiles = np.zeros((-(-height // TILE), -(-width // TILE)), bool)

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return bool(self.tiles.any())

    def all(self) -> Damage:
        """Mark everything."""
        self.tiles[:] = True
        return self

    def add(self, box: Box) -> None:
        """Mark what a box touches; what stands outside the picture does not count."""
        self._tiles_of(box)[...] = True

    def meets(self, box: Box) -> bool:
        """Tell whether a box touches a place that changed."""
        return bool(self._tiles_of(box).any())

    def _tiles_of(self, box: Box) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
        left, top, right, bottom = (max(0, int(edge // TILE)) for edge in box)
        if box[2] < 0 or box[3] < 0:
            return self.tiles[:0, :0]
        return self.tiles[top : bottom + 1, left : right + 1]

    def places(self) -> Iterator[tuple[int, int, int, int]]:
        """Yield rectangles of whole pixels that cover what changed, none over another."""
        row = 0
        while row < len(self.tiles):
            end = row + 1
            while end < len(self.tiles) and (self.tiles[end] == self.tiles[row]).all():
                end += 1
            top, bottom = row * TILE, min(end * TILE, self.height)
            for left, right in _runs(self.tiles[row]):
                yield left * TILE, top, min(right * TILE, self.width), bottom
            row = end


def _runs(marked: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Iterator[tuple[int, int]]:
    """Yield where runs of marked tiles begin and end."""
    edges = np.flatnonzero(np.diff(marked, prepend=False, append=False))
    yield from ((int(edges[n]), int(edges[n + 1])) for n in range(0, len(edges), 2))
