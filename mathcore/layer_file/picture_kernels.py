"""Kernels of any size that make maps of one size: each has its pixel in its middle.

Of an even size, the middle is the entry after the half: the second of two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import lcm
from typing import Any

import numpy as np
import numpy.typing as npt

from mathcore.conv import conv2d

Matrix = npt.NDArray[Any]


@dataclass(frozen=True, eq=False)
class Kernels:
    """Kernels surrounded with zeros, so that all are of one size and their pixels coincide.

    Attributes
    ----------
    table : (F, kh, kw) array of Fraction
        Read-only.
    middle : (row, column)
        Where in each the pixel is.

    Examples
    --------
    >>> both = Kernels.of([np.array([[5]]), np.array([[1, 2, 3]])])
    >>> both.table.tolist(), both.middle
    ([[[0, 5, 0]], [[1, 2, 3]]], (0, 1))
    """

    table: Matrix
    middle: tuple[int, int]

    @classmethod
    def of(cls, kernels: Sequence[Matrix]) -> Kernels:
        """Return kernels (h, w) of any sizes, from 1 × 1, at one size."""
        sizes = np.array([kernel.shape for kernel in kernels])
        before, after = sizes // 2, sizes - sizes // 2
        middle = before.max(axis=0)
        table = np.zeros((len(kernels), *(middle + after.max(axis=0))), dtype=object)
        for frame, kernel, (y, x) in zip(table, kernels, middle - before, strict=True):
            high, wide = kernel.shape
            frame[y : y + high, x : x + wide] = kernel
        table.setflags(write=False)
        return cls(table, (int(middle[0]), int(middle[1])))

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns of them all."""
        high, wide = self.table.shape[1:]
        return high, wide

    def places(self, shape: Sequence[int]) -> tuple[range, range]:
        """Return the rows and the columns of a picture (H, W) at which they are inside it.

        Examples
        --------
        >>> Kernels.of([np.ones((3, 2))]).places((5, 6))
        (range(1, 4), range(1, 6))
        """
        rows, columns = (
            range(first, first + all_ - own + 1)
            for first, all_, own in zip(self.middle, shape, self.size, strict=True)
        )
        return rows, columns

    def maps(self, bright: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Slide them over a picture (H, W), exactly, and round halves to even.

        Returns
        -------
        (F, H - kh + 1, W - kw + 1) array of int

        Examples
        --------
        >>> from fractions import Fraction
        >>> Kernels.of([np.array([[Fraction(1, 2)]])]).maps(np.array([[1, 3, 4]]))
        array([[[0, 2, 2]]])
        """
        below = lcm(*(entry.denominator for entry in self.table.flat))
        whole = np.array([int(entry * below) for entry in self.table.flat], dtype=object)
        reach = int(bright.max(initial=0)) * int(abs(whole).sum()) + below
        kind: Any = np.int64 if 4 * reach < np.iinfo(np.int64).max else object
        kernels = whole.reshape(self.table.shape).astype(kind)
        sums = conv2d(bright.astype(kind)[None], kernels[:, None])
        down, rest = sums // below, sums % below
        odd = (2 * rest == below) & (down % 2 == 1)
        maps: npt.NDArray[np.int64] = (down + ((2 * rest > below) | odd)).astype(np.int64)
        return maps
