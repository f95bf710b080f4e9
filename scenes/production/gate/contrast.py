"""Contrast as WCAG 2.2 defines it.  Pure: NumPy only."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float64]

WEIGHTS = np.array([0.2126, 0.7152, 0.0722])
_SHARES = np.arange(256) / 255
LINEAR = np.where(_SHARES <= 0.04045, _SHARES / 12.92, ((_SHARES + 0.055) / 1.055) ** 2.4)


def channels(colour: str) -> Pixels:
    """Return ``#RRGGBB`` as three numbers.

    >>> channels("#FF8000").tolist()
    [255, 128, 0]
    """
    return np.frombuffer(bytes.fromhex(colour.removeprefix("#")), dtype=np.uint8)


def luminance(pixels: ArrayLike) -> Floats:
    """Return the relative luminance ``0.2126 R + 0.7152 G + 0.0722 B`` of pixels, of linear light.

    >>> float(luminance([255, 255, 255]))
    1.0
    """
    light: Floats = LINEAR[np.asarray(pixels, dtype=np.uint8)] @ WEIGHTS
    return light


def contrast(one: ArrayLike, other: ArrayLike) -> Floats:
    """Return ``(lighter + 0.05) / (darker + 0.05)`` of pixels and pixels.

    >>> round(float(contrast([0, 0, 0], [255, 255, 255])), 6)
    21.0
    """
    first, second = luminance(one), luminance(other)
    lighter, darker = np.maximum(first, second), np.minimum(first, second)
    ratio: Floats = (lighter + 0.05) / (darker + 0.05)
    return ratio


def over(ground: Pixels, colour: str, opacity: float) -> Pixels:
    """Return what is seen of a colour that is laid over pixels.

    >>> over(np.zeros((1, 3), np.uint8), "#FFFFFF", 0.5).tolist()
    [[128, 128, 128]]
    """
    mixed = ground + (channels(colour) - ground.astype(float)) * opacity
    seen: Pixels = np.rint(mixed).astype(np.uint8)
    return seen


def reached(ratios: Floats, share: float) -> float:
    """Return the contrast that this share of the pixels reaches.

    >>> reached(np.array([1.0] + [5.0] * 99), 0.9)
    5.0
    """
    return float(np.percentile(ratios, 100 * (1 - share), method="lower"))
