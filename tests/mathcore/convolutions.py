"""Convolutions to test with: drawn ones, and the direct loop that they have to agree with."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from hypothesis import strategies as st

from tests import strategies


@dataclass(frozen=True)
class Case:
    """One convolution: its arrays and its options."""

    image: np.ndarray
    kernels: np.ndarray
    bias: np.ndarray | None
    options: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.image.shape} {self.kernels.shape} {self.options}"


ENTRIES: dict[str, tuple[st.SearchStrategy[Any], npt.DTypeLike]] = {
    "integers": (strategies.integers, np.int64),
    "fractions": (strategies.fractions, object),
    "floats": (st.floats(-1e3, 1e3, allow_subnormal=False), np.float64),
}


@st.composite
def cases(draw: st.DrawFn, kind: str = "integers", batches: bool = True, least: int = 0) -> Case:
    """Draw a convolution that fits; `least` channels, kernels and images."""
    entries, dtype = ENTRIES[kind]
    groups = draw(st.integers(1, 3))
    depth, each = draw(st.integers(least, 2)), draw(st.integers(least, 2))
    kernel, stride, dilation = (draw(_pairs(1, most)) for most in (3, 3, 2))
    padding = draw(st.tuples(_pairs(0, 2), _pairs(0, 2)))
    size = [
        draw(st.integers(max(least, d * (k - 1) + 1 - sum(p)), 6))
        for k, d, p in zip(kernel, dilation, padding, strict=True)
    ]
    batch = draw(st.sampled_from([(), (least,), (2,)])) if batches else ()
    fill = draw(st.integers(0, 2**32 - 1))
    numbers = draw(st.lists(entries, min_size=1, max_size=6))

    def array(*shape: int, salt: int) -> np.ndarray:
        picks = np.random.default_rng([fill, salt]).integers(len(numbers), size=shape)
        made: np.ndarray = np.zeros(shape, dtype)
        for place, n in np.ndenumerate(picks):
            made[place] = numbers[n] * (1 if n % 2 else place[-1] - 1)
        return made

    image = array(*batch, groups * depth, *size, salt=0)
    kernels = array(groups * each, depth, *kernel, salt=1)
    bias = array(groups * each, salt=2) if draw(st.booleans()) else None
    options = {
        "stride": draw(_written(stride)),
        "padding": padding,
        "dilation": draw(_written(dilation)),
        "groups": groups,
    }
    return Case(image, kernels, bias, options)


def _pairs(least: int, most: int) -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(least, most), st.integers(least, most))


def _written(pair: tuple[int, int]) -> st.SearchStrategy[Any]:
    """Write a pair of equal numbers as one number, or not."""
    return st.sampled_from([pair, list(pair), np.array(pair), *pair[: pair[0] == pair[1]]])


def both(option: Any) -> tuple[int, int]:
    """Return an option as a pair."""
    down, across = (option, option) if isinstance(option, int) else option
    return int(down), int(across)


def direct(case: Case) -> np.ndarray:
    """Convolve by the definition: one loop for every index of the sum, in Python's own numbers."""
    images = case.image if case.image.ndim == 4 else case.image[None]
    padded = np.pad(images.astype(object), ((0, 0), (0, 0), *case.options["padding"]))
    kernels = case.kernels.astype(object)
    bias = [0] * len(kernels) if case.bias is None else case.bias.astype(object)
    (down, across), (v, h) = both(case.options["stride"]), both(case.options["dilation"])
    count, depth, rows, columns = kernels.shape
    high = (padded.shape[2] - v * (rows - 1) - 1) // down + 1
    wide = (padded.shape[3] - h * (columns - 1) - 1) // across + 1
    result: np.ndarray = np.zeros((len(images), count, high, wide), dtype=object)
    for n, o, y, x in np.ndindex(result.shape):
        first = o // (count // case.options["groups"]) * depth
        total = bias[o]
        for c, i, j in np.ndindex(depth, rows, columns):
            pixel = padded[n, first + c, y * down + i * v, x * across + j * h]
            total += kernels[o, c, i, j] * pixel
        result[n, o, y, x] = total
    return result if case.image.ndim == 4 else result[0]
