"""Where a picture has changed, in whole tiles.  Pure."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

TILE = 32  # pixels

Box = tuple[float, float, float, float]  # left, top, right, bottom
Place = tuple[int, int, int, int]  # the same in whole pixels


Area = tuple[slice, slice]  # tiles, down and across


def area(box: Box) -> Area:
    """Return the tiles that a box touches; none where it is outside, above or to the left.

    >>> area((10, 10, 40, 20))
    (slice(0, 1, None), slice(0, 2, None))
    """
    left, top, right, bottom = box
    down = slice(max(0, int(top // TILE)), max(0, int(bottom // TILE) + 1))
    return down, slice(max(0, int(left // TILE)), max(0, int(right // TILE) + 1))


class Damage:
    """The tiles of a picture in which something is different.

    >>> damage = Damage(96, 64)
    >>> bool(damage)
    False
    >>> damage.add(area((10, 10, 40, 20)))
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

    def add(self, area: Area) -> None:
        """Mark an area."""
        self.tiles[area] = True

    def meets(self, area: Area) -> bool:
        """Tell whether anything changed in an area."""
        return bool(self.tiles[area].any())

    def bands(self) -> Iterator[tuple[int, int]]:
        """Yield the rows of pixels in which anything changed, from and to, in few pieces."""
        for top, bottom in _runs(np.any(self.tiles, axis=1)):
            yield top * TILE, min(bottom * TILE, self.height)

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


def _runs(marked: npt.NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Yield where runs of marked tiles begin and end."""
    edges = np.flatnonzero(np.diff(marked, prepend=False, append=False))
    yield from ((int(edges[n]), int(edges[n + 1])) for n in range(0, len(edges), 2))
