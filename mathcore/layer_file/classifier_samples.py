"""The samples of a classifier: a row a sample, its class and then its pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mathcore.layer_file.tensor_files import TensorFile
from mathcore.readers.numbers import MOST_OF_SAMPLES, Exact, Numbers

TWO_DIGITS, BYTE = 99, 255


@dataclass(frozen=True, eq=False)
class Samples:
    """What was read.

    Attributes
    ----------
    numbers : Numbers
        A row a sample: its class, counted from 0, then its pixels.
    """

    numbers: Numbers

    @property
    def count(self) -> int:
        """How many there are."""
        return self.numbers.shape[0]

    @property
    def pixels(self) -> npt.NDArray[np.float64]:
        """(samples, pixels): what each is at, the nearest float of it."""
        return self.numbers.floats[:, 1:]

    @property
    def labels(self) -> npt.NDArray[np.intp]:
        """Which class each sample is."""
        return self.numbers.floats[:, 0].astype(np.intp)

    def exactly(self, sample: int) -> Exact:
        """Give the pixels of one sample as Fractions."""
        pixels: Exact = self.numbers.exactly(slice(sample, sample + 1))[0, 1:]
        return pixels

    def brightest(self) -> int:
        """Give what a pixel is at most, as far as these tell: 1, their largest, or 255.

        Examples
        --------
        >>> from mathcore.readers.numbers import of_array
        >>> rows = [[0, 0.25], [0, 12], [1, 130]]
        >>> [Samples(of_array(np.array(rows[:n]))).brightest() for n in (1, 2, 3)]
        [1, 12, 255]
        """
        largest = math.ceil(self.pixels.max())
        return BYTE if TWO_DIGITS < largest <= BYTE else max(1, largest)


def read_samples(file: TensorFile) -> Samples:
    """Read samples; whether their classes and pixels are right is not yet looked at.

    Raises
    ------
    ValueError
        If they are no table; the message goes on from the file's name.
    """
    numbers, _, _ = file.read(MOST_OF_SAMPLES, at_least=2)
    if len(numbers.shape) != 2 or numbers.shape[1] < 2:
        raise ValueError(
            f"has shape {numbers.shape}; it needs a row a sample, its class and then its pixels, "
            "as numpy.c_[y, x] makes them"
        )
    return Samples(numbers)


def check_samples(samples: Samples, pixels: int, classes: int, brightest: int) -> None:
    """Refuse samples of other pixels or classes than there are; rows are counted from 0.

    Raises
    ------
    ValueError
        The message goes on from the file's name.
    """
    if samples.pixels.shape[1] != pixels:
        raise ValueError(
            f"row 0 has {samples.pixels.shape[1]} pixels after its class; it needs {pixels}"
        )
    labels = samples.numbers.floats[:, 0]
    for row in np.flatnonzero(~np.isin(labels, np.arange(classes)))[:1]:
        raise ValueError(
            f"row {row} begins with {labels[row]:g}; begin with the class, counted from 0"
        )
    for row in np.flatnonzero((samples.pixels < 0).any(axis=1))[:1]:
        raise ValueError(
            f"row {row} has a pixel of {samples.pixels[row].min():g}, and 0 is no ink; train on "
            "pixels from 0 up"
        )
    for row in np.flatnonzero((samples.pixels > brightest).any(axis=1))[:1]:
        raise ValueError(f"row {row} has a pixel outside 0 to {brightest}; mend it")
