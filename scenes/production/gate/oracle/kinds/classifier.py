"""A classifier's numbers: a picture's row times the weights, its softmax, and that in percents."""

from __future__ import annotations

from fractions import Fraction
from math import exp
from pathlib import Path
from typing import Any

from scenes.production.gate.oracle.reading import lines, number
from scenes.production.gate.oracle.rounding import apportioned
from scenes.production.gate.oracle.sources import Product, Sources, Table, table

FAR = 700  # beyond, a power is too large for a float, and what it divides is 0 as printed


def sources(path: Path, file: dict[str, Any]) -> Sources:
    """Return the numbers of a file of this kind."""
    weights = [[number(entry) for entry in line] for line in lines(path.parent / file["weights"])]
    _, *sample = lines(path.parent / file["samples"])[file["shown"]]
    scores = Product(table([[number(pixel) for pixel in sample]]), table(weights))
    count = len(file["classes"])

    def share(j: int) -> float:
        found = [scores.value("result", (0, each)) for each in range(count)]
        return 1 / sum(exp(min(each - found[j], FAR)) for each in found)

    def percentages() -> list[Fraction]:
        exactly = [Fraction(share(each)) for each in range(count)]
        return apportioned([each / sum(exactly) for each in exactly], 2)

    return {
        "scores": scores,
        "probabilities": Table((count,), share),
        "percentages": Table((count,), lambda j: percentages()[j]),
        "size": table([file["rows"], file["columns"]]),
        "classes": table([_numeral(name) for name in file["classes"]]),
    }


def _numeral(name: str | dict[str, str]) -> int:
    text = name if isinstance(name, str) else next(iter(name.values()))
    return int(text) if text.isascii() and text.isdecimal() else 0
