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
from array import array
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

Size = tuple[int, int]
Plane = Sequence[Sequence[int]]
CHANNELS = {b"P2": 1, b"P3": 3, b"P5": 1, b"P6": 3}


def picture(path: Path, file: dict[str, Any], fitting: Callable[[Size], Size]) -> list[Plane]:
    """Return what is shown of a picture: grey, or red, green and blue, each row by row.

    ``fitting`` is the size of a picture of some size where the file says none.
    """
    planes, white = _planes(path)
    left, top, wide, high = file.get("crop", (0, 0, len(planes[0][0]), len(planes[0])))
    columns, rows = file.get("size") or fitting((wide, high))
    if 2 * abs(wide * rows - high * columns) > max(wide, high):
        if wide * rows > high * columns:
            kept = math.floor(high * columns / rows + 0.5)
            left, wide = left + (wide - kept) // 2, kept
        else:
            kept = math.floor(wide * rows / columns + 0.5)
            top, high = top + (high - kept) // 2, kept
    cut = [[line[left : left + wide] for line in plane[top : top + high]] for plane in planes]
    return [_shrunk(plane, (columns, rows), white) for plane in cut]


def brightness(planes: list[Plane]) -> list[list[int]]:
    """Return 0.299 R + 0.587 G + 0.114 B of every pixel, rounded with halves up; or its grey."""
    if len(planes) == 1:
        return [list(line) for line in planes[0]]
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


def _shrunk(plane: Plane, size: Size, white: int) -> Plane:
    """Return the means of a plane in 255ths of white."""
    wide, high = len(plane[0]), len(plane)
    sums = [[0] * size[0] for _ in range(size[1])]
    for y, line in enumerate(plane):
        across = [
            sum(line[whole]) * size[0] + sum(line[x] * part for x, part in parts)
            for whole, parts in _covers(size[0], wide)
        ]
        for row, counts in _covered_by(y, size[1], high):
            sums[row] = [old + counts * more for old, more in zip(sums[row], across, strict=True)]
    area = white * wide * high
    return [[(510 * total + area) // (2 * area) for total in row] for row in sums]


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


def _planes(path: Path) -> tuple[list[Plane], int]:
    """Return the colours of a picture, each row by row, and what is white in them."""
    with path.open("rb") as file:
        if file.read(2) in CHANNELS:
            return _written_out(path.read_bytes())
    with Image.open(path) as opened:
        image = ImageOps.exif_transpose(opened)
    wide = image.size[0]
    if image.mode.startswith("I"):
        numbers = array("H", image.convert("I;16").tobytes())
        clear = image.info.get("transparency")
        return [_rows([65535 if n == clear else n for n in numbers], wide)], 65535
    if not image.has_transparency_data:
        bands = image.convert("L" if image.mode in ("1", "L") else "RGB").split()
        return [_rows(band.tobytes(), wide) for band in bands], 255
    grey = image.mode in ("1", "L", "LA")
    *colours, alpha = image.convert("LA" if grey else "RGBA").split()
    seen = alpha.tobytes()
    return [_rows(_on_white(colour.tobytes(), seen), wide) for colour in colours], 255**2


def _on_white(colour: bytes, alpha: bytes) -> array[int]:
    return array("H", (c * a + 255 * (255 - a) for c, a in zip(colour, alpha, strict=True)))


def _written_out(raw: bytes) -> tuple[list[Plane], int]:
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
        pairs = raw[-2 * count :]
        numbers = [256 * pairs[at] + pairs[at + 1] for at in range(0, 2 * count, 2)]
    return [_rows(numbers[band::step], wide) for band in range(step)], white


def _rows(numbers: Sequence[int], wide: int) -> Plane:
    return [numbers[at : at + wide] for at in range(0, len(numbers), wide)]
