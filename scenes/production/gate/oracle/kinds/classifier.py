"""A classifier's numbers: a picture's row times the weights, and the softmax of that."""

from __future__ import annotations

from math import exp
from pathlib import Path
from typing import Any

from scenes.production.gate.oracle.reading import lines, number
from scenes.production.gate.oracle.sources import Product, Sources, Table, table


def sources(path: Path, file: dict[str, Any]) -> Sources:
    """Return the numbers of a file of this kind."""
    weights = [[number(entry) for entry in line] for line in lines(path.parent / file["weights"])]
    _, *sample = lines(path.parent / file["samples"])[file["shown"]]
    scores = Product(table([[number(pixel) for pixel in sample]]), table(weights))
    count = len(file["classes"])

    def share(j: int) -> float:
        powers = [exp(scores.value("result", (0, each))) for each in range(count)]
        return powers[j] / sum(powers)

    return {
        "scores": scores,
        "probabilities": Table((count,), share),
        "size": table([file["rows"], file["columns"]]),
        "classes": table([_numeral(name) for name in file["classes"]]),
    }


def _numeral(name: str | dict[str, str]) -> int:
    text = name if isinstance(name, str) else name["en"]
    return int(text) if text.isascii() and text.isdecimal() else 0
