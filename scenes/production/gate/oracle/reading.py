"""Files as plain Python: TOML with exact numbers, tables of numbers."""

from __future__ import annotations

import csv
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

PLAIN = {ord("\N{FULLWIDTH DIGIT ZERO}") + n: str(n) for n in range(10)}
PLAIN |= {ord("\N{MINUS SIGN}"): "-", ord("\N{FULLWIDTH PERCENT SIGN}"): "%"}
PLAIN |= {ord("\N{FULLWIDTH FULL STOP}"): ".", ord("\N{FULLWIDTH SOLIDUS}"): "/"}
PLAIN |= {ord("\N{FULLWIDTH HYPHEN-MINUS}"): "-", ord("\N{FULLWIDTH PLUS SIGN}"): "+"}


def toml(path: Path) -> dict[str, Any]:
    """Return what a TOML file holds; its decimals are exact."""
    return tomllib.loads(path.read_text(encoding="utf-8-sig"), parse_float=Fraction)


def number(raw: int | Fraction | str) -> Fraction:
    """Return what is written as ``40``, ``0.4``, ``"1/3"`` or ``"20 %"``.

    >>> number("20 %"), number("1 / 3")
    (Fraction(1, 5), Fraction(1, 3))
    """
    if not isinstance(raw, str):
        return Fraction(raw)
    text = "".join(raw.translate(PLAIN).split())
    return Fraction(text.removesuffix("%")) / (100 if text.endswith("%") else 1)


def numbers(rows: list[list[Any]]) -> list[list[Fraction]]:
    """Return a matrix that is written row by row."""
    return [[number(entry) for entry in row] for row in rows]


def lines(path: Path) -> list[list[str]]:
    """Return the entries of a CSV file, line by line, without its remarks."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        kept = (line for line in file if line.strip() and not line.lstrip().startswith("#"))
        return list(csv.reader(kept))
