"""The true numbers of a convolution's layer file.  Pure."""

from __future__ import annotations

import math

import numpy as np

from mathcore import MatmulTrace, trace_conv2d
from mathcore.arrays import Array
from mathcore.layer_file.convolution import ConvolutionLayer


def sources(layer: ConvolutionLayer) -> dict[str, MatmulTrace | Array]:
    """Return what numerals may claim to be of.

    =============  ===========================================================================
    ``window``     the product of the picture's windows and its kernel
    ``picture``    the picture's pixels [y, x]
    ``counts``     its pixels, the entries of its sheet, and how often its middle pixel is there
    ``stack``      the product of the windows over several channels and several kernels
    ``channels``   their pixels [c, y, x]
    ``channel_sums``  what each channel adds to the sum of a window [p, o, c]
    ``kernels``    [how many kernels]
    ``depth``      [how many channels]
    ``terms``      [how many terms a channel has, how many all have]
    ``padded``     the picture's pixels in their padding [y, x]
    ``strided``    the product with stride and padding
    ``strides``    [padding, stride, windows pixel by pixel, windows with the stride]
    =============  ===========================================================================
    """
    picture, stack = layer.picture, layer.stack
    _, high, wide = picture.image.shape
    trace, several = picture.trace, stack.trace
    middle = (0, high // 2, wide // 2)
    uses = sum(trace.window(p).count(middle) for p in range(len(trace.columns)))
    padding, stride = layer.padding, layer.stride
    padded = trace_conv2d(picture.image, picture.kernels, padding=padding)
    strided = trace_conv2d(picture.image, picture.kernels, padding=padding, stride=stride)
    entries = several.columns.shape[1]
    return {
        "window": trace.matmul(),
        "picture": picture.image[0],
        "counts": np.array([high * wide, trace.columns.size, uses]),
        "stack": several.matmul(),
        "channels": stack.image,
        "channel_sums": _by_channel(several.matmul().products, len(stack.image)),
        "kernels": np.array([len(stack.kernels)]),
        "depth": np.array([len(stack.image)]),
        "terms": np.array([entries // len(stack.image), entries]),
        "padded": np.pad(picture.image[0], padding),
        "strided": strided.matmul(),
        "strides": np.array(
            [padding, stride, math.prod(padded.windows.shape), math.prod(strided.windows.shape)]
        ),
    }


def _by_channel(products: Array, channels: int) -> Array:
    """Add up the products of each channel: [p, o, c]."""
    sums: Array = products.reshape(*products.shape[:2], channels, -1).sum(axis=-1)
    return sums
