"""Pictures as plain Python: what a file shows, cut and shrunk as a layer file says.

A picture is turned as its EXIF says, lies on white where it is transparent, and is its first one
if it has several.  ``crop`` is left, top, width and height of what is seen.  A size takes all of
it if one of its sides is at most half a pixel off what the other side makes it in that shape; else
the middle, as large as fits, whose other side is rounded, halves up.  Pixel x of W covers x/W to
(x + 1)/W of a line; a pixel of the result is the mean of what it covers, rounded once, halves up.
Of 16 bits of a colour the upper 8 count, of 16 bits of grey all.
"""

from __future__ import annotations

import math
import re
import sys
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

Size = tuple[int, int]
Plane = list[list[int]]
Lines = list[Sequence[int]]
"""One row of a picture: a line for each colour."""
CHANNELS = {b"P2": 1, b"P3": 3, b"P5": 1, b"P6": 3}
STRIP = 64  # rows that are taken out at a time


@dataclass(frozen=True)
class Shown:
    """What a file shows: its size, what is white, and the rows of a box, one after the other."""

    size: Size
    white: int
    rows: Callable[[int, int, int, int], Iterator[Lines]]


def picture(path: Path, file: dict[str, Any], fitting: Callable[[Size], Size]) -> list[Plane]:
    """Return what is shown of a picture: grey, or red, green and blue, each row by row.

    ``fitting`` is the size of a picture of some size where the file says none.
    """
    shown = _shown(path)
    left, top, wide, high = file.get("crop", (0, 0, *shown.size))
    columns, rows = file.get("size") or fitting((wide, high))
    if 2 * abs(wide * rows - high * columns) > max(wide, high):
        if wide * rows > high * columns:
            kept = math.floor(high * columns / rows + 0.5)
            left, wide = left + (wide - kept) // 2, kept
        else:
            kept = math.floor(wide * rows / columns + 0.5)
            top, high = top + (high - kept) // 2, kept
    cut = shown.rows(left, top, left + wide, top + high)
    return _shrunk(cut, (wide, high), (columns, rows), shown.white)


def brightness(planes: list[Plane]) -> list[list[int]]:
    """Return 0.299 R + 0.587 G + 0.114 B of every pixel, rounded with halves up; or its grey."""
    if len(planes) == 1:
        return planes[0]
    return [
        [(299 * r + 587 * g + 114 * b + 500) // 1000 for r, g, b in zip(*lines, strict=True)]
        for lines in zip(*planes, strict=True)
    ]


def within(side: int, size: Size) -> Size:
    """Return a size of the same shape whose longer side is given; the other is rounded, halves up.

    >>> within(48, (400, 300)), within(3, (6, 5))
    ((48, 36), (3, 3))
    """
    wide, high = (max(1, math.floor(each * side / max(size) + 0.5)) for each in size)
    return wide, high


def _shrunk(rows: Iterator[Lines], whole: Size, size: Size, white: int) -> list[Plane]:
    """Return the means of every colour in 255ths of white."""
    (wide, high), (columns, count) = whole, size
    covers, sums = _covers(columns, wide), dict[tuple[int, int], list[int]]()
    for y, lines in enumerate(rows):
        for colour, line in enumerate(lines):
            across = [
                sum(line[inside]) * columns + sum(line[x] * part for x, part in edges)
                for inside, edges in covers
            ]
            for row, much in _covered_by(y, count, high):
                old = sums.get((colour, row), [0] * columns)
                sums[colour, row] = [
                    before + much * more for before, more in zip(old, across, strict=True)
                ]
    area = white * wide * high
    return [
        [
            [(510 * total + area) // (2 * area) for total in sums[colour, row]]
            for row in range(count)
        ]
        for colour in range(1 + max(sums)[0])
    ]


def _covers(parts: int, length: int) -> list[tuple[slice, list[tuple[int, int]]]]:
    """Return for each part of a line the pixels that are all in it, and how much of others is.

    >>> _covers(2, 3)
    [(slice(0, 1, None), [(1, 1)]), (slice(2, 3, None), [(1, 1)])]
    """
    found = []
    for part in range(parts):
        begin, end = part * length, (part + 1) * length
        whole = slice(-(-begin // parts), end // parts)
        before, after = whole.start * parts - begin, end - whole.stop * parts
        edges = [(whole.start - 1, before), (whole.stop, after)]
        found.append((whole, [(x, much) for x, much in edges if much]))
    return found


def _covered_by(place: int, parts: int, length: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a line that a pixel is in, and how much of it."""
    at, end = place * parts, (place + 1) * parts
    while at < end:
        part = at // length
        until = min(end, (part + 1) * length)
        yield part, until - at
        at = until


def _shown(path: Path) -> Shown:
    with path.open("rb") as file:
        if file.read(2) in CHANNELS:
            return _written_out(path.read_bytes())
    with Image.open(path) as opened:
        ImageOps.exif_transpose(opened, in_place=True)
        image = opened.copy()
    white, lines = _colours(image)

    def rows(left: int, top: int, right: int, bottom: int) -> Iterator[Lines]:
        for y in range(top, bottom, STRIP):
            part = image.crop((left, y, right, min(y + STRIP, bottom)))
            numbers, wide = lines(part), right - left
            for at in range(0, len(numbers[0]), wide):
                yield [line[at : at + wide] for line in numbers]

    return Shown(image.size, white, rows)


def _colours(image: Image.Image) -> tuple[int, Callable[[Image.Image], Lines]]:
    """Return what is white, and how the colours of a part of a picture are read."""
    grey = image.mode in ("1", "L", "LA")
    if image.mode.startswith("I"):
        clear = image.info.get("transparency")

        def deep(part: Image.Image) -> Lines:
            return [[65535 if n == clear else n for n in array("H", part.tobytes())]]

        return 65535, deep
    if not image.has_transparency_data:
        mode = "L" if grey else "RGB"
        return 255, lambda part: [band.tobytes() for band in part.convert(mode).split()]

    def on_white(part: Image.Image) -> Lines:
        bands = part.convert("LA" if grey else "RGBA").split()
        *colours, alpha = (band.tobytes() for band in bands)
        return [
            [c * a + 255 * (255 - a) for c, a in zip(colour, alpha, strict=True)]
            for colour in colours
        ]

    return 255**2, on_white


def _written_out(raw: bytes) -> Shown:
    """Return what a PGM or PPM holds: its last numbers, as many as its head says."""
    kind, *head = re.sub(rb"#[^\n]*", b" ", raw[:10_000]).split()[:4]
    wide, high, white = map(int, head)
    step = CHANNELS[kind]
    count = wide * high * step
    numbers: Sequence[int]
    if kind in (b"P2", b"P3"):
        numbers = list(map(int, raw.split()[-count:]))
    elif white < 256:
        numbers = raw[-count:]
    else:
        numbers = array("H", raw[-2 * count :])
        if sys.byteorder == "little":
            numbers.byteswap()

    def rows(left: int, top: int, right: int, bottom: int) -> Iterator[Lines]:
        for y in range(top, bottom):
            row = numbers[(y * wide + left) * step : (y * wide + right) * step]
            yield [row[colour::step] for colour in range(step)]

    return Shown((wide, high), white, rows)
