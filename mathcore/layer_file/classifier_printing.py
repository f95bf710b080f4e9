"""What a classifier shows can be printed: pixels become few levels, weights have few places.

Where all can be printed as it is, nothing is changed.  Otherwise pixels get the fewest levels, up
to 99, at which each is a whole number, or else 9; what the weights are multiplied by for that
keeps the scores.  The weights are then rounded to as many places, at most 3, as can be printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache, cached_property

import numpy as np
import numpy.typing as npt

from mathcore.classifying import classify
from mathcore.layer_file.classifier_samples import TWO_DIGITS, Samples
from mathcore.matmul import trace_matmul
from mathcore.numerals import format_number, most_places
from mathcore.readers.numbers import Exact, frozen

LONGEST = {"a pixel": 4, "a weight": 6, "a running sum": 6}  # characters, as printed
LEVELS, MOST_PLACES, FEW = 9, 3, 1_000
NEAR = 1e-4
"""Of a level: so near, a pixel was one before it was stored as a float."""


@dataclass(frozen=True, eq=False)
class Printing:
    """Numbers that are computed with as they are printed.

    Attributes
    ----------
    sample : (1, pixels) array of Fraction
        The pixels of the sample that is shown.
    weights : (pixels, classes) array of Fraction
        A column a class.
    brightest : int
        What a pixel is at most.
    places : int or None
        To which the weights were rounded; None if they were not.
    """

    sample: Exact
    weights: Exact
    brightest: int
    places: int | None

    @cached_property
    def too_long(self) -> list[str]:
        """Tell of numbers that are too long; sums have as many places as the longest needs."""
        sums = trace_matmul(self.sample, self.weights).partials.ravel()
        places = most_places(*sums)
        printed = {
            "a pixel": [format_number(pixel) for pixel in self.sample.ravel()],
            "a weight": [format_number(weight) for weight in self.weights.ravel()],
            "a running sum": [format_number(each, places=places) for each in sums],
        }
        longest = {what: max(texts, key=len) for what, texts in printed.items()}
        return [
            f"{what} is {_short(text)}, too long to print: at most {LONGEST[what]} characters; "
            "round or scale the weights and the samples"
            for what, text in longest.items()
            if len(text) > LONGEST[what]
        ]


def levels_of(pixels: npt.NDArray[np.float64], brightest: int) -> int:
    """Tell what the brightest pixel becomes, so that pixels are whole numbers of two digits.

    Examples
    --------
    >>> levels_of(np.array([0.0, 7.0, 16.0]), 16), levels_of(np.array([0.0, 0.3125, 1.0]), 1)
    (16, 16)
    >>> levels_of(np.arange(256.0), 255), levels_of(np.array([0.0, 255.0]), 255)
    (9, 1)
    """
    flat = pixels.ravel()
    if flat.max() <= TWO_DIGITS and (flat == np.rint(flat)).all():
        return brightest
    few = np.unique(flat[:FEW])  # most levels are wrong for some of them already
    ways = (n for n in range(1, TWO_DIGITS + 1) if _is_whole(few * n / brightest))
    return next((n for n in ways if _is_whole(flat * n / brightest)), LEVELS)


def _is_whole(levels: npt.NDArray[np.float64]) -> bool:
    return bool((np.abs(levels - np.rint(levels)) <= NEAR).all())


class Printer:
    """Makes the numbers of a sample printable, and tells what became of the others."""

    def __init__(self, samples: Samples, weights: Exact, brightest: int) -> None:
        self.samples, self.weights, self.brightest = samples, weights, brightest
        self.rounded = cache(self._rounded)
        self.after = cache(self._after)

    @cached_property
    def levels(self) -> int:
        """What the brightest pixel becomes."""
        return levels_of(self.samples.pixels, self.brightest)

    @cached_property
    def before(self) -> npt.NDArray[np.intp]:
        """The class of every sample by the weights as they came."""
        return classify(self.samples.pixels, self.samples.exactly, self.weights)

    def printing(self, sample: int) -> Printing:
        """Give the numbers of a sample as they are printed, or, if nothing helps, too long."""
        as_it_is = self.samples.exactly(sample)[np.newaxis]
        given = Printing(frozen(as_it_is), self.weights, self.brightest, None)
        if not given.too_long:
            return given
        factor = Fraction(self.levels, self.brightest)
        whole = frozen(np.vectorize(round, otypes=[object])(as_it_is * factor) * Fraction(1))
        for places in (None, *range(MOST_PLACES, -1, -1)):
            found = Printing(whole, self.rounded(places), self.levels, places)
            if not found.too_long:
                break
        return found

    def _rounded(self, places: int | None) -> Exact:
        """Give the weights for pixels of so many levels, with which scores stay, rounded."""
        scaled = self.weights * Fraction(self.brightest, self.levels)
        if places is not None:
            scaled = np.vectorize(lambda weight: round(weight, places), otypes=[object])(scaled)
        return frozen(scaled)

    def _after(self, places: int | None) -> npt.NDArray[np.intp]:
        """Tell the class of every sample by what is printed."""
        pixels = np.rint(self.samples.pixels * self.levels / self.brightest)
        return classify(pixels, lambda row: pixels[row].astype(int), self.rounded(places))


def _short(text: str) -> str:
    return text if len(text) <= 24 else f"{text[:20]}…"
