"""Small whole numbers in rows: as a layer file writes them, or from the file that it names.

The brightness of a picture, 0 to 255, becomes 0 to 9, rounded with halves up; of more than 5 pixels
a side, as an image, or 3, as a kernel, so many are left.  Numbers of a table are multiplied by what
makes them the least whole numbers that are to each other as they are, but for a millionth, if these
go from −9 to 9; else so that the largest, whatever its sign, becomes 9, and are rounded, halves
away from 0.  Whole numbers from −9 to 9 stay.
"""

from __future__ import annotations

import math
from fractions import Fraction
from pathlib import Path
from typing import Any

from scenes.production.gate.oracle.pictures import Size, brightness, picture, within
from scenes.production.gate.oracle.reading import numbers
from scenes.production.gate.oracle.tables import rows_of

PICTURES = b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"GIF8", b"P2", b"P3", b"P5", b"P6"
IMAGE, KERNEL = 5, 3
Rows = list[list[Fraction]]


def grid(folder: Path, raw: Any, key: str, side: int, frame: dict[str, Any] | None = None) -> Rows:
    """Return the numbers of a key, cut and shrunk as a ``frame`` says."""
    if isinstance(raw, list):
        return numbers(raw)
    path = folder / Path(raw["file"] if isinstance(raw, dict) else raw).expanduser()
    if not path.read_bytes().startswith(PICTURES):
        return printable(rows_of(folder, raw, key))

    def fitting(size: Size) -> Size:
        return size if max(size) <= side else within(side, size)

    wanted = {name: each for name, each in (frame or {}).items() if name in ("size", "crop")}
    seen = brightness(picture(path, wanted, fitting))
    return [
        [Fraction(math.floor(Fraction(9 * each, 255) + Fraction(1, 2))) for each in line]
        for line in seen
    ]


def printable(rows: Rows) -> Rows:
    """Return whole numbers of one digit for any.

    >>> [str(each) for each in printable([[Fraction(1, 3), Fraction(-1)]])[0]]
    ['1', '-3']
    >>> [str(each) for each in printable([[Fraction(-15), Fraction(100)]])[0]]
    ['-1', '9']
    """
    every = [each for row in rows for each in row]
    largest = max(map(abs, every))
    if largest <= 9 and all(each % 1 == 0 for each in every):
        return rows
    parts = [(each / largest).limit_denominator(9) for each in every]
    most = math.lcm(*(part.denominator for part in parts))
    off = max(abs(each / largest - part) for each, part in zip(every, parts, strict=True))
    if most <= 9 and off * most <= Fraction(1, 1_000_000):
        return [[(each / largest).limit_denominator(9) * most for each in row] for row in rows]
    return [[_rounded(each * 9 / largest) for each in row] for row in rows]


def _rounded(number: Fraction) -> Fraction:
    above = number if number > 0 else -number
    nearest = Fraction((2 * above.numerator + above.denominator) // (2 * above.denominator))
    return nearest if number > 0 else -nearest
