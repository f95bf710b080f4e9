"""Pictures made smaller: each pixel is the mean of the area that it covers."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.int64]
Box = tuple[int, int, int, int]
"""Left, top, right, bottom."""
Window = Callable[[Box], npt.NDArray[np.integer]]
"""Gives the pixels in a box: (rows, columns, channels)."""

WHITE = 255
AT_ONCE = 2**20
"""So many numbers of a picture are unpacked at a time, whatever its size."""


def area_mean(window: Window, box: Box, size: tuple[int, int], top: int) -> Pixels:
    """Shrink the part of a picture that is in a box: ``rows @ picture @ columns / (H · W)``.

    With ``h`` rows for ``H``, row ``i`` covers ``i · H / h`` to ``(i + 1) · H / h``, and a pixel
    counts as much as is covered of it.  The mean is exact and is rounded once, halves up.

    Parameters
    ----------
    window : callable
        Gives the pixels in a box, from 0 to `top`; it is asked for a few rows at a time.
    box : (left, top, right, bottom)
        What is shrunk, ``W`` wide and ``H`` high.
    size : (w, h)
        At most as large as the box.
    top : int
        What is white: it becomes 255.

    Returns
    -------
    (h, w, channels) array of int
        From 0, black, to 255.

    Examples
    --------
    >>> picture = np.array([[0, 3, 60], [30, 3, 90]])[:, :, None]
    >>> area_mean(lambda b: picture[b[1] : b[3], b[0] : b[2]], (0, 0, 3, 2), (3, 1), 255)[..., 0]
    array([[15,  3, 75]])
    >>> area_mean(lambda b: picture[b[1] : b[3], b[0] : b[2]], (0, 0, 3, 1), (2, 1), 255)[..., 0]
    array([[ 1, 41]])
    """
    left, above, right, below = box
    wide, high = right - left, below - above
    across = [_covered(j, size[0], wide) for j in range(size[0])]
    lines = []
    for i in range(size[1]):
        first, counts = _covered(i, size[1], high)
        line = _summed(window, (left, above + first, right, above + first + len(counts)), counts)
        lines.append([weights @ line[start : start + len(weights)] for start, weights in across])
    # floats, as they are added up several times as fast; these are whole, and far below 2**53
    sums, whole = np.array(lines).astype(np.int64), top * wide * high
    means: Pixels = (2 * WHITE * sums + whole) // (2 * whole)
    return means


def _covered(part: int, parts: int, length: int) -> tuple[int, Pixels]:
    """Give the first pixel that a part covers, and how much of each: `parts` is all of one.

    Examples
    --------
    >>> _covered(0, 2, 3), _covered(1, 2, 3)
    ((0, array([2, 1])), (1, array([1, 2])))
    """
    begin, end = part * length, (part + 1) * length
    first, last = begin // parts, -(-end // parts)
    edges = np.arange(first, last + 1) * parts
    return first, np.minimum(edges[1:], end) - np.maximum(edges[:-1], begin)


def _summed(window: Window, box: Box, counts: Pixels) -> npt.NDArray[np.float64]:
    """Add up the rows in a box, each as often as it counts: (columns, channels)."""
    left, above, right, below = box
    step = max(1, AT_ONCE // (4 * (right - left)))
    total = np.zeros(())
    for y in range(above, below, step):
        rows = window((left, y, right, min(y + step, below))).astype(float, "C")
        total = total + np.tensordot(counts[y - above :][: len(rows)].astype(float), rows, 1)
    return total
