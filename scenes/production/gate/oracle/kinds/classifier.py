"""A classifier's numbers: a picture's row times the weights, its softmax, and that in percents.

What can be printed is left as it is: a pixel in 4 characters, a weight and a running sum in 6.
Else pixels become whole numbers: those of two digits stay, others get the fewest levels, up to 99,
at which all are whole, or 9, and weights are multiplied by the inverse.  If they are still too
long they are rounded to the most places, up to 3, at which all fits.

A picture may be from a file: light on dark, its 0 to 255 become 0 to the brightest, whole where all
samples are.  Where its edge is lighter than half, it is turned; its class is what the weights say.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from math import ceil, exp, floor, isqrt
from pathlib import Path
from typing import Any, NamedTuple

from scenes.production.gate.oracle.characters import characters
from scenes.production.gate.oracle.grids import PICTURES
from scenes.production.gate.oracle.pictures import brightness, picture
from scenes.production.gate.oracle.rounding import apportioned, nearest
from scenes.production.gate.oracle.sources import Product, Sources, Table, table
from scenes.production.gate.oracle.tables import Rows, raw_rows_of, rows_of

PIXEL, WEIGHT, SUM = 4, 6, 6  # characters
PLACES, LEVELS, MOST_LEVELS, NEAR = 3, 9, 99, Fraction(1, 10**4)
FAR = 700  # beyond, a power is too large for a float, and what it divides is 0 as printed
Row = list[Fraction]


def sources(path: Path, file: dict[str, Any]) -> Sources:
    """Return the numbers of a file of this kind."""
    shown = Shown(path.parent, file)
    scores = Product(table([shown.sample]), table(shown.weights))
    count = len(shown.weights[0])

    @cache
    def share(j: int) -> float:
        found = [scores.value("result", (0, each)) for each in range(count)]
        return 1 / sum(exp(min(each - found[j], FAR)) for each in found)

    @cache
    def percentages() -> list[Fraction]:
        exactly = [Fraction(share(each)) for each in range(count)]
        return apportioned([each / sum(exactly) for each in exactly], 3)  # 96.2%

    classes = file.get("classes") or [str(n) for n in range(count)]
    return {
        "scores": scores,
        "probabilities": Table((count,), share),
        "percentages": Table((count,), lambda j: percentages()[j]),
        "size": table(shown.size),
        "classes": table([_numeral(name) for name in classes]),
    }


class Printed(NamedTuple):
    """A picture and weights."""

    sample: Row
    weights: Rows

    def fits(self) -> bool:
        """Tell whether all can be printed; sums have as many places as the longest of them."""
        sums = [each for column in zip(*self.weights, strict=True) for each in self._sums(column)]
        written = [characters(each).rstrip("…") for each in sums]
        places = max(len(text.partition(".")[2]) for text in written)
        return (
            all(len(characters(each)) <= PIXEL for each in self.sample)
            and all(len(characters(each)) <= WEIGHT for row in self.weights for each in row)
            and all(len(characters(each, places=places)) <= SUM for each in sums)
        )

    def guesses(self) -> list[int]:
        """Return the classes of the largest score."""
        columns = zip(*self.weights, strict=True)
        scores = [list(self._sums(column))[-1] for column in columns]
        return [n for n, score in enumerate(scores) if score == max(scores)]

    def _sums(self, column: tuple[Fraction, ...]) -> Iterator[Fraction]:
        total = Fraction(0)
        for pixel, weight in zip(self.sample, column, strict=True):
            total += pixel * weight
            yield total


class Shown:
    """What is shown of a file: a picture, the weights, and how large the picture is."""

    def __init__(self, folder: Path, file: dict[str, Any]) -> None:
        self.samples = raw_rows_of(folder, file["samples"], "samples")
        pixels = len(self.samples[0]) - 1
        self.size = _size(file, pixels)
        given = rows_of(folder, file["weights"], "weights")
        self.given = _upright(given, pixels, file)
        self.brightest = file.get("brightest") or self._brightest()
        tried = [file["shown"]] if "shown" in file else range(len(self.samples))
        if "shown" in file and not isinstance(file["shown"], int):
            pixels_of = self._own(folder, file["shown"])
            label = Printed(pixels_of, self.given).guesses()[0]
            tried, self.samples = [len(self.samples)], [*self.samples, [label, *pixels_of]]
        self.sample, self.weights = next(self._printed(n) for n in tried if self._is_told(n))

    def _own(self, folder: Path, named: str | dict[str, str]) -> Row:
        """Return the pixels of a file: a picture's light on dark, or those of a table."""
        path = folder / Path(named if isinstance(named, str) else named["file"]).expanduser()
        if not path.read_bytes().startswith(PICTURES):
            return [each for row in rows_of(folder, named, "shown") for each in row]
        rows, columns = self.size
        seen = brightness(picture(path, {"size": (columns, rows)}, lambda size: size))
        inner = [each for row in seen[1:-1] for each in row[1:-1]]
        edge = rows * columns - len(inner)
        if 2 * (sum(map(sum, seen)) - sum(inner)) > 255 * edge:
            seen = [[255 - each for each in row] for row in seen]
        scaled = [Fraction(each * self.brightest, 255) for row in seen for each in row]
        if all(pixel % 1 == 0 for _, *row in self.samples for pixel in row):
            return [Fraction(floor(each + Fraction(1, 2))) for each in scaled]
        return scaled

    def _is_told(self, n: int) -> bool:
        label, found, printed = self.samples[n][0], self._given(n), self._printed(n)
        return found.guesses()[0] == label and printed.guesses() == [label] and printed.fits()

    def _given(self, n: int) -> Printed:
        return Printed([Fraction(pixel) for pixel in self.samples[n][1:]], self.given)

    def _printed(self, n: int) -> Printed:
        found = self._given(n)
        if found.fits():
            return found
        levels = self._levels()
        whole = [nearest(pixel * levels / self.brightest, 0) for pixel in found.sample]
        scaled = [[each * self.brightest / levels for each in row] for row in self.given]
        found = Printed(whole, scaled)
        for places in range(PLACES, -1, -1):
            if found.fits():
                break
            found = Printed(whole, [[nearest(each, places) for each in row] for row in scaled])
        return found

    def _levels(self) -> int:
        distinct = {pixel for _, *row in self.samples for pixel in row}
        if all(pixel == int(pixel) <= MOST_LEVELS for pixel in distinct):
            return int(self.brightest)
        for levels in range(1, MOST_LEVELS + 1):
            off = (Fraction(pixel) * levels / self.brightest for pixel in distinct)
            if all(abs(each - round(each)) <= NEAR for each in off):
                return levels
        return LEVELS

    def _brightest(self) -> int:
        largest = ceil(max(max(row[1:]) for row in self.samples))
        return 255 if MOST_LEVELS < largest <= 255 else max(1, largest)


def _size(file: dict[str, Any], pixels: int) -> list[int]:
    """Return rows and columns; a picture of which neither is said is square."""
    if "rows" in file:
        return [file["rows"], pixels // file["rows"]]
    columns = file.get("columns") or isqrt(pixels)
    return [pixels // columns, columns]


def _upright(rows: Rows, pixels: int, file: dict[str, Any]) -> Rows:
    """Return a row a pixel, a column a class; where only one is scored, the other scores 0."""
    turned = [list(column) for column in zip(*rows, strict=True)]
    is_turned = file.get("transposed", len(rows) != pixels)
    found = turned if is_turned else rows
    return [[Fraction(0), *row] if len(row) == 1 else row for row in found]


def _numeral(name: str | dict[str, str]) -> int:
    text = name if isinstance(name, str) else next(iter(name.values()))
    return int(text) if text.isascii() and text.isdecimal() else 0
