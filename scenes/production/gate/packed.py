"""Pictures kept small: a chapter is looked at in some hundred of them, most of them flat areas."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from scenes.production.gate.contrast import Pixels

QUICK = 1  # how hard zlib tries: flat areas shrink to a fiftieth all the same
AT_ONCE = 4  # opened pictures that are held: rules go through them one after another


@dataclass(frozen=True)
class Packed:
    """A picture, compressed without loss."""

    shape: tuple[int, ...]
    data: bytes

    def open(self) -> Pixels:
        """Return the picture, which is not to be written to."""
        return _open(self)


def pack(picture: Pixels) -> Packed:
    """Return a picture compressed.

    >>> pack(np.zeros((2, 3, 3), dtype=np.uint8)).open().shape
    (2, 3, 3)
    """
    whole = np.ascontiguousarray(picture, dtype=np.uint8)
    return Packed(whole.shape, zlib.compress(whole.tobytes(), QUICK))


@lru_cache(maxsize=AT_ONCE)
def _open(packed: Packed) -> Pixels:
    flat = np.frombuffer(zlib.decompress(packed.data), dtype=np.uint8)
    return flat.reshape(packed.shape)
