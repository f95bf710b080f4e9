"""Where a kernel stands on an image: stride, padding and dilation as plain index arithmetic."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from mathcore.arrays import Array, frozen
from mathcore.errors import ShapeError

Pair = int | Sequence[int]
Padding = int | Sequence[int] | Sequence[Sequence[int]]
Sides = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True)
class Windows:
    """All the places of a kernel on an image; output position p = row * columns + column.

    Attributes
    ----------
    image, kernel, stride, dilation : (int, int)
        Down and across.
    padding : ((top, bottom), (left, right))
        Rows and columns of zeros around the image.
    """

    image: tuple[int, int]
    kernel: tuple[int, int]
    stride: tuple[int, int]
    padding: Sides
    dilation: tuple[int, int]

    @property
    def spread(self) -> tuple[int, int]:
        """How far the kernel reaches: ``dilation * (size - 1) + 1``, down and across."""
        height, width = (d * (k - 1) + 1 for k, d in zip(self.kernel, self.dilation, strict=True))
        return height, width

    @property
    def shape(self) -> tuple[int, int]:
        """The output's size, ``(size + padding - spread) // stride + 1``; at least (0, 0)."""
        height, width = (
            max(0, (size + sum(sides) - reach) // step + 1)
            for size, sides, reach, step in zip(
                self.image, self.padding, self.spread, self.stride, strict=True
            )
        )
        return height, width

    @cached_property
    def places(self) -> Array:
        """The pixel (y, x) under every kernel entry: (positions, kh * kw, 2).

        Counted from the image's first pixel, so that padding has a y or x outside the image.
        """
        (rows, columns), (height, width) = self.shape, self.kernel
        ys = self._along(0, rows)[:, None, :, None]
        xs = self._along(1, columns)[None, :, None, :]
        both = np.stack(np.broadcast_arrays(ys, xs), axis=-1)
        return frozen(both.reshape(rows * columns, height * width, 2))

    def _along(self, axis: int, count: int) -> Array:
        starts = np.arange(count) * self.stride[axis] - self.padding[axis][0]
        return starts[:, None] + np.arange(self.kernel[axis]) * self.dilation[axis]

    def covers(self, y: int, x: int) -> bool:
        """Tell whether (y, x) is a pixel of the image, not padding."""
        return 0 <= y < self.image[0] and 0 <= x < self.image[1]

    def unroll(self, image: Array) -> Array:
        """Lay every window of an image (C, H, W) out as a row: (positions, C * kh * kw)."""
        padded = np.zeros(
            (len(image), *(s + sum(p) for s, p in zip(self.image, self.padding, strict=True))),
            image.dtype,
        )
        (top, _), (left, _) = self.padding
        padded[:, top : top + self.image[0], left : left + self.image[1]] = image
        (height, width), (rows, columns) = self.kernel, self.shape
        y, x = self.places.reshape(-1, height * width, 2).transpose(2, 0, 1)
        picked = padded[:, y + top, x + left]  # (C, positions, kh * kw)
        return picked.transpose(1, 0, 2).reshape(rows * columns, len(image) * height * width)


def place_windows(
    image: tuple[int, ...],
    kernel: Pair,
    stride: Pair,
    padding: Padding,
    dilation: Pair,
) -> Windows:
    """Read the options of a convolution, and refuse those that leave no place for the kernel.

    Examples
    --------
    >>> place_windows((5, 5), (3, 3), 2, 1, 1).shape
    (3, 3)
    """
    windows = Windows(
        (image[-2], image[-1]),
        _pair("kernel size", kernel, 1),
        _pair("stride", stride, 1),
        _sides(padding),
        _pair("dilation", dilation, 1),
    )
    if 0 in windows.shape:
        raise ShapeError(
            f"a kernel {windows.kernel} with dilation {windows.dilation} reaches over "
            f"{windows.spread} pixels and finds no place on an image {image} with padding "
            f"{windows.padding}; pad the image, or use a smaller kernel or dilation"
        )
    return windows


def _pair(name: str, raw: Any, least: int, fix: str = "") -> tuple[int, int]:
    """Read an int, or a pair of them: down and across."""
    pair = list(raw) if isinstance(raw, Sequence | np.ndarray) else [raw, raw]
    try:
        down, across = map(operator.index, pair)
    except (TypeError, ValueError):
        raise ShapeError(
            f"{name} = {raw} is neither a whole number nor a pair of them; "
            f"write {least + 1} or ({least + 1}, {least}){fix}"
        ) from None
    if min(down, across) < least:
        raise ShapeError(f"{name} = {raw} is too small; use {least} or more")
    return down, across


def _sides(raw: Padding) -> Sides:
    """Read padding: an int, a pair (down, across), or ((top, bottom), (left, right))."""
    listed = isinstance(raw, Sequence | np.ndarray) and len(raw) == 2
    if listed and all(np.ndim(side) == 1 for side in raw):  # type: ignore[union-attr]
        (top, bottom), (left, right) = (_pair("padding", side, 0) for side in raw)  # type: ignore[union-attr]
        return (top, bottom), (left, right)
    down, across = _pair("padding", raw, 0, " or ((top, bottom), (left, right))")
    return (down, down), (across, across)
