"""A picture that has been decoded, whatever its format, and how large one may be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mathcore.shrinking import Box

MOST_BYTES = 200_000_000
"""Of a file."""
MOST_PIXELS, MOST_SIDE = 50_000_000, 65_535
"""What the largest cameras of phones give; it is decoded in some 600 megabytes."""


@dataclass(frozen=True, eq=False)
class Raster:
    """A picture as it is seen, upright.

    Attributes
    ----------
    size : (width, height)
        In pixels.
    top : int
        What is white in its numbers; 0 is black.
    window : callable
        Gives the pixels in a box, (left, top, right, bottom): an array of (rows, columns,
        channels), of one channel or of red, green and blue.
    """

    size: tuple[int, int]
    top: int
    window: Callable[[Box], npt.NDArray[np.integer]]


def refuse_size(width: int, height: int, most: int = MOST_PIXELS) -> None:
    """Refuse a picture that is too large to be read, or has no pixels.

    Raises
    ------
    ValueError
        If it is; the message goes on from its name.

    Examples
    --------
    >>> refuse_size(60_000, 60_000)
    Traceback (most recent call last):
    ValueError: is 60000 × 60000 pixels; at most 50,000,000 in all are read: scale it down
    """
    if min(width, height) < 1:
        raise ValueError(f"is {width} × {height} pixels, which are none; save it anew")
    if max(width, height) > MOST_SIDE:
        limit = f"at most {MOST_SIDE:,} a side"
    elif width * height > most:
        limit = f"at most {most:,} in all"
    else:
        return
    raise ValueError(f"is {width} × {height} pixels; {limit} are read: scale it down")
