"""Where the pixels of a picture stand, in their square or unrolled into a row.  Pure."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.kit.ground.frame import Box

SEAM, LEAST_SEAM = 0.07, 1.0  # between two pixels: of a pixel's side; pixels
GROUP = 0.3  # between the rows of a picture that is unrolled, of a pixel's width


@dataclass(frozen=True)
class PixelPlace:
    """A box for each pixel, row by row, and the ground around them all."""

    ground: Box
    boxes: tuple[Box, ...]


def picture_place(ground: Box, rows: int, columns: int) -> PixelPlace:
    """Return a picture, as large as fits in the middle of ``ground``.

    >>> place = picture_place(Box(0, 0, 80, 100), 2, 2)
    >>> place.ground
    Box(x=0.0, y=10.0, width=80.0, height=80.0)
    """
    side = min(ground.width / columns, ground.height / rows)
    x, y = ground.centre
    left, top = x - columns * side / 2, y - rows * side / 2
    seam = max(LEAST_SEAM, SEAM * side)
    return PixelPlace(
        Box(left, top, columns * side, rows * side),
        tuple(
            Box(left + j * side, top + i * side, side, side).grown(-seam / 2)
            for i in range(rows)
            for j in range(columns)
        ),
    )


def strip_place(ground: Box, rows: int, columns: int) -> PixelPlace:
    """Return a picture unrolled: all its rows in one, with a little room between them."""
    pitch = ground.width / (rows * columns + GROUP * (rows - 1))
    seam = max(min(LEAST_SEAM, pitch / 4), SEAM * pitch)
    starts = [
        ground.x + pitch * (k + GROUP * (k // columns)) + seam / 2 for k in range(rows * columns)
    ]
    return PixelPlace(ground, tuple(Box(x, ground.y, pitch - seam, ground.height) for x in starts))
