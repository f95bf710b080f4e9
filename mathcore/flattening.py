"""Vectors of any length laid into a plane, so that they can be drawn as arrows."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from mathcore.arrays import read_array
from mathcore.errors import ShapeError


def flatten(vectors: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Lay vectors into the plane that keeps the most of them: ``vectors @ plane``, (n, 2).

    Vectors of two entries stay as they are.  The plane of longer ones goes through the origin,
    spanned by the first two right singular vectors; it keeps the largest sum of squared lengths
    that a plane can keep.  Each of the two has its largest entry, or the first of them, positive.

    Parameters
    ----------
    vectors : (n, d) array_like
        A row each, of two entries or more.

    Returns
    -------
    (n, 2) array of float
        Where each ends, seen in that plane.

    Raises
    ------
    ShapeError
        If there is no vector, or one has fewer than two entries.
    EntryError
        If an entry is not a finite number.

    Examples
    --------
    >>> flatten([[3, 0, 4], [0, 1, 0]])
    array([[5., 0.],
           [0., 1.]])
    """
    rows = read_array("vectors", vectors, (2,), "give a vector a row, (n, d)").astype(np.float64)
    count, width = rows.shape
    if not count or width < 2:
        raise ShapeError(f"vectors {rows.shape}; give one at least, of 2 entries or more")
    if width == 2:
        return rows
    _, _, axes = np.linalg.svd(rows, full_matrices=True)
    plane = axes[:2].T
    largest = np.abs(plane).round(9).argmax(axis=0)  # of two that are equal the first, anywhere
    signs = np.where(plane[largest, [0, 1]] < 0, -1.0, 1.0)
    flat: npt.NDArray[np.float64] = rows @ (plane * signs) + 0.0
    return flat
