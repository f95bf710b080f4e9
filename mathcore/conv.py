"""Convolution as deep learning has it, cross-correlation, written as one matrix product.

``result[o, y, x] = bias[o] + sum over c, u, v of
kernels[o, c, u, v] * padded[c, y * stride + u * dilation, x * stride + v * dilation]``
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mathcore.arrays import Array, frozen, working_dtype
from mathcore.errors import ShapeError
from mathcore.kernels import (
    block_diagonal,
    by_group,
    check_size,
    check_sums,
    read_image,
    read_images,
    read_kernels,
)
from mathcore.matmul import MatmulTrace, trace_matmul
from mathcore.windows import Padding, Pair, Windows, place_windows


@dataclass(frozen=True, eq=False)
class ConvTrace:
    """A convolution with all that happened on the way; every array is read-only.

    Attributes
    ----------
    image : (C, H, W) array
    kernels : (O, C // groups, kh, kw) array
    bias : (O,) array or None
    windows : Windows
        Where the kernel stands; `windows.shape` is the output's (H', W').
    columns : (positions, C * kh * kw) array
        ``im2col(image, ...)``: every window a row.
    kernel_matrix : (C * kh * kw, O) array
        Every kernel a column; with groups, zero where a kernel does not look.
    matmuls : tuple of MatmulTrace
        One traced product for each group.
    result : (O, H', W') array
        ``fold(columns @ kernel_matrix, (H', W'))`` plus the bias.
    """

    image: Array
    kernels: Array
    bias: Array | None
    windows: Windows
    columns: Array
    kernel_matrix: Array
    matmuls: tuple[MatmulTrace, ...]
    result: Array

    def matmul(self, group: int = 0) -> MatmulTrace:
        """Return the product of one group, without the bias: (positions, O // groups)."""
        return self.matmuls[group]

    def window(self, p: int) -> tuple[tuple[int, int, int] | None, ...]:
        """Return where row p of `columns` comes from: (c, y, x) of each entry, in its order.

        An entry that padding supplies is None; where it would be, `windows.places[p]` says.

        Examples
        --------
        >>> trace = trace_conv2d([[[1, 2], [3, 4]]], [[[[5, 6]]]], padding=((0, 0), (1, 0)))
        >>> trace.window(0), trace.window(1), trace.columns[0]
        ((None, (0, 0, 0)), ((0, 0, 0), (0, 0, 1)), array([0, 1]))
        """
        places = self.windows.places[p].tolist()
        return tuple(
            (c, y, x) if self.windows.covers(y, x) else None
            for c in range(len(self.image))
            for y, x in places
        )


def im2col(
    image: npt.ArrayLike,
    kernel_size: Pair,
    *,
    stride: Pair = 1,
    padding: Padding = 0,
    dilation: Pair = 1,
) -> Array:
    """Lay every window of an image out as a row.

    Parameters
    ----------
    image : (C, H, W) array_like
    kernel_size, stride, dilation : int or (int, int)
        Down and across.
    padding : int, (int, int) or ((top, bottom), (left, right))
        Zeros around the image.

    Returns
    -------
    (positions, C * kh * kw) array
        Positions row by row; a row holds channel after channel, each row by row.

    Raises
    ------
    ShapeError
        If an option is none, or leaves no place for the kernel.
    EntryError
        If an entry is not a finite number.

    Examples
    --------
    >>> im2col([[[1, 2, 3], [4, 5, 6]]], 2)
    array([[1, 2, 4, 5],
           [2, 3, 5, 6]])
    """
    pixels = read_image(image)
    return place_windows(pixels.shape, kernel_size, stride, padding, dilation).unroll(pixels)


def fold(outputs: Array, shape: Sequence[int]) -> Array:
    """Fold the product's rows, one a position, back into pictures: (O, H', W').

    Parameters
    ----------
    outputs : (H' * W', O) array
    shape : (int, int)
        H' and W'.

    Examples
    --------
    >>> fold(np.array([[1, 10], [2, 20], [3, 30], [4, 40]]), (2, 2))
    array([[[ 1,  2],
            [ 3,  4]],
    <BLANKLINE>
           [[10, 20],
            [30, 40]]])
    """
    height, width = shape
    if outputs.ndim != 2 or len(outputs) != height * width:
        raise ShapeError(
            f"outputs {outputs.shape} do not fold into {height} x {width}; "
            f"give a matrix of {height * width} rows, one for each position"
        )
    return outputs.T.reshape(outputs.shape[1], height, width)


def conv2d(
    image: npt.ArrayLike,
    kernels: npt.ArrayLike,
    bias: npt.ArrayLike | None = None,
    *,
    stride: Pair = 1,
    padding: Padding = 0,
    dilation: Pair = 1,
    groups: int = 1,
) -> Array:
    """Convolve one image (C, H, W) or a batch (N, C, H, W): the result alone.

    The options are those of `trace_conv2d`; the result is (O, H', W') or (N, O, H', W').

    Examples
    --------
    >>> conv2d([[[1, 2, 3], [4, 5, 6]]], [[[[1, 0], [0, 1]]]])
    array([[[6, 8]]])
    """
    x = read_images(image)
    w, b = read_kernels(x, kernels, bias, groups)
    windows = place_windows(x.shape, w.shape[2:], stride, padding, dilation)
    parts = by_group(w, groups)
    dtype = working_dtype(parts.shape[1], x, w, b)
    batch = (x if x.ndim == 4 else x[None]).astype(dtype)
    parts, offsets = parts.astype(dtype), b.astype(dtype)
    out = np.zeros((len(batch), len(w), *windows.shape), dtype)
    with np.errstate(over="ignore", invalid="ignore"):
        for pixels, result in zip(batch, out, strict=True):
            rows = np.split(windows.unroll(pixels), groups, axis=1)
            products = [row @ part for row, part in zip(rows, parts, strict=True)]
            result[:] = fold(np.concatenate(products, axis=1) + offsets, windows.shape)
    check_sums(x, w, out)
    return out if x.ndim == 4 else out[0]


def trace_conv2d(
    image: npt.ArrayLike,
    kernels: npt.ArrayLike,
    bias: npt.ArrayLike | None = None,
    *,
    stride: Pair = 1,
    padding: Padding = 0,
    dilation: Pair = 1,
    groups: int = 1,
) -> ConvTrace:
    """Convolve one image and keep every step.

    Integers and Fractions are exact; floats are summed in float64.

    Parameters
    ----------
    image : (C, H, W) array_like
    kernels : (O, C // groups, kh, kw) array_like
        One for each output channel; not flipped.
    bias : (O,) array_like, optional
        Added to each output channel.
    stride, dilation : int or (int, int)
        Down and across.
    padding : int, (int, int) or ((top, bottom), (left, right))
        Zeros around the image.
    groups : int
        Kernels see only the channels of their group; ``groups=C`` is a depthwise convolution.

    Raises
    ------
    ShapeError
        If the shapes do not fit, or an option is none.
    EntryError
        If an entry is not a finite number, or a sum is too large for a float.
    TraceSizeError
        If there are more than `TRACE_LIMIT` products.

    Examples
    --------
    >>> trace = trace_conv2d([[[1, 2, 3], [4, 5, 6]]], [[[[1, 0], [0, 1]]]])
    >>> trace.matmul().products[0, 0], trace.result
    (array([1, 0, 0, 5]), array([[[6, 8]]]))
    """
    x = read_image(image)
    w, b = read_kernels(x, kernels, bias, groups)
    windows = place_windows(x.shape, w.shape[2:], stride, padding, dilation)
    parts = by_group(w, groups)
    check_size(x, w, groups, windows)
    columns = windows.unroll(x)
    rows = np.split(columns, groups, axis=1)
    matmuls = tuple(trace_matmul(row, part) for row, part in zip(rows, parts, strict=True))
    dtype = working_dtype(parts.shape[1], x, w, b)
    with np.errstate(over="ignore"):
        sums = np.concatenate([m.result.astype(dtype) for m in matmuls], axis=1) + b.astype(dtype)
    check_sums(x, w, sums)
    kept = None if bias is None else frozen(b)
    columns, matrix = frozen(columns), frozen(block_diagonal(parts))
    result = frozen(fold(sums, windows.shape))
    return ConvTrace(frozen(x), frozen(w), kept, windows, columns, matrix, matmuls, result)
