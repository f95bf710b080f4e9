"""The image, kernels and bias of a convolution: read, checked, and laid out as matrices."""

from __future__ import annotations

import math
import operator

import numpy as np
import numpy.typing as npt

from mathcore.arrays import Array, read_array
from mathcore.errors import EntryError, ShapeError, TraceSizeError
from mathcore.matmul import TRACE_LIMIT
from mathcore.windows import Windows

ONE_IMAGE = "an image has three axes (C, H, W): reshape a grey one to (1, H, W)"
IMAGES = f"{ONE_IMAGE}, or stack several to (N, C, H, W)"
KERNELS = "kernels have four axes (O, C // groups, kh, kw): reshape a single one to (1, C, kh, kw)"
BIAS = "a bias has one axis: one number for each kernel"


def read_image(raw: npt.ArrayLike) -> Array:
    """Copy an image (C, H, W).

    Raises
    ------
    ShapeError
        If it has other axes.
    EntryError
        If an entry is not a finite number.
    """
    return read_array("image", raw, (3,), ONE_IMAGE)


def read_images(raw: npt.ArrayLike) -> Array:
    """Copy an image (C, H, W) or a batch of them (N, C, H, W); faults as in `read_image`."""
    return read_array("image", raw, (3, 4), IMAGES)


def read_kernels(
    image: Array, kernels: npt.ArrayLike, bias: npt.ArrayLike | None, groups: int
) -> tuple[Array, Array]:
    """Copy kernels (O, C // groups, kh, kw) that fit the image, and their bias (O,), else zeros.

    Raises
    ------
    ShapeError
        If they do not fit; the message has the shapes and the fix.
    EntryError
        If an entry is not a finite number.
    """
    w = read_array("kernels", kernels, (4,), KERNELS)
    b = np.zeros(len(w), int) if bias is None else read_array("bias", bias, (1,), BIAS)
    _check_groups(image.shape, w.shape, groups)
    if len(b) != len(w):
        raise ShapeError(
            f"bias {b.shape} meets kernels {w.shape}: give one number for each of the "
            f"{len(w)} kernels"
        )
    return w, b


def _check_groups(image: tuple[int, ...], kernels: tuple[int, ...], groups: int) -> None:
    (channels, *_), (count, depth, *_) = image[-3:], kernels
    try:
        whole = operator.index(groups) > 0
    except TypeError:
        whole = False
    if not whole:
        raise ShapeError(f"groups = {groups} is no positive whole number; use 1 for plain ones")
    if channels % groups or count % groups:
        raise ShapeError(
            f"image {image} and kernels {kernels}: {channels} channels and {count} kernels do not "
            f"divide into groups = {groups}; choose a divisor of both"
        )
    if channels // groups != depth:
        raise ShapeError(
            f"image {image} and kernels {kernels} with groups = {groups}: each kernel has to look "
            f"at {channels // groups} channels, not {depth}; make the kernels' second axis "
            f"{channels // groups}"
        )


def by_group(kernels: Array, groups: int) -> Array:
    """Lay kernels out as one matrix for each group, a kernel a column: (groups, K, O // groups).

    Examples
    --------
    >>> by_group(np.arange(8).reshape(2, 2, 1, 2), 1)
    array([[[0, 4],
            [1, 5],
            [2, 6],
            [3, 7]]])
    """
    count, *entries = kernels.shape
    rows = kernels.reshape(groups, count // groups, math.prod(entries))
    return rows.transpose(0, 2, 1)


def block_diagonal(parts: Array) -> Array:
    """Set one matrix for each group along the diagonal of one matrix, zeros elsewhere.

    Examples
    --------
    >>> block_diagonal(np.array([[[1], [2]], [[3], [4]]]))
    array([[1, 0],
           [2, 0],
           [0, 3],
           [0, 4]])
    """
    groups, rows, columns = parts.shape
    matrix = np.zeros((groups * rows, groups * columns), parts.dtype)
    for g, part in enumerate(parts):
        matrix[g * rows : (g + 1) * rows, g * columns : (g + 1) * columns] = part
    return matrix


def check_sums(image: Array, kernels: Array, sums: Array) -> None:
    """Refuse sums that a float cannot hold."""
    if sums.dtype.kind == "f" and not np.isfinite(sums).all():
        raise EntryError(
            f"image {image.shape} and kernels {kernels.shape}: a sum is too large for float64; "
            f"scale the entries or use Fractions"
        )


def check_size(image: Array, kernels: Array, groups: int, windows: Windows) -> None:
    """Refuse a trace of more than `TRACE_LIMIT` products or entries of a matrix."""
    positions = math.prod(windows.shape)
    columns = len(image) * math.prod(windows.kernel)
    most = max(positions * kernels.size, positions * columns, columns * len(kernels))
    if most > TRACE_LIMIT:
        raise TraceSizeError(
            f"image {image.shape} and kernels {kernels.shape} with groups = {groups}: "
            f"{positions:,} positions make {most:,} numbers; a trace holds at most "
            f"{TRACE_LIMIT:,}: call conv2d for the result alone, or trace a part of the image"
        )
