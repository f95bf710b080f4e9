"""Pictures as numbers: PGM and PPM, the format that every program of image processing writes.

Pillow reads them as well, but takes a line end of two characters for a pixel, numbers that are
missing for black, and a hundred times as long where white is not 255.
"""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from mathcore.readers.raster import Raster, refuse_size
from mathcore.shrinking import WHITE

CHANNELS = {b"P2": 1, b"P3": 3, b"P5": 1, b"P6": 3}
PLAIN = (b"P2", b"P3")
GAP = rb"(?:\s|#[^\n]*\n)+"
HEAD = re.compile(rb"(P[2356])" + GAP + rb"(\d+)" + GAP + rb"(\d+)" + GAP + rb"(\d+)(\s)")
HEAD_BYTES = 10_000  # a remark may stand in it
BRIGHTEST = 65_535
MOST_PLAIN = 4_000_000
"""Numbers that are written out: each takes several bytes to hold while it is read."""
WIDEST = 12  # bytes of a number that is written out: five digits, and room to lay them out


def is_netpbm(start: bytes) -> bool:
    """Tell whether a file that begins so is a picture of this kind."""
    return start[:2] in CHANNELS and start[2:3] in b" \t\r\n\v\f#"


def read_netpbm(path: Path) -> Raster:
    """Read a PGM (P2, P5) or PPM (P3, P6), of whatever white.

    Where the head ends in CR and LF, the LF belongs to it and is no pixel, but in a file that ends
    other lines of its head in CR alone: there, if it has just one byte more than its pixels need.

    Raises
    ------
    ValueError
        If it is no such picture, or a larger one; the message goes on from its name.
    """
    with path.open("rb") as file:
        head = HEAD.match(file.read(HEAD_BYTES))
        if head is None:
            raise ValueError("begins like a PGM or PPM, and has no size; save it anew")
        width, height, top = map(_number, head.groups()[1:4])
        refuse_size(width, height)
        if not 1 <= top <= BRIGHTEST:
            raise ValueError(f"has {top} as its brightest; save it with {WHITE}")
        shape = (height, width, CHANNELS[head[1]])
        count = math.prod(shape)
        pixels = (_plain if head[1] in PLAIN else _binary)(file, head, count, top)
    written = f"{width} × {height}" + (" × 3" if shape[2] == 3 else "")
    if pixels.size < count:
        raise ValueError(f"holds {pixels.size} numbers, not {written}; save it anew")
    if pixels.size > count:
        raise ValueError(f"goes on after {count} numbers, which are all of {written}; save it anew")
    if pixels.size and pixels.max() > top:
        raise ValueError(f"has a pixel of {pixels.max()}, above {top}; save it anew")
    picture = pixels.reshape(shape)
    return Raster((width, height), top, lambda box: picture[box[1] : box[3], box[0] : box[2]])


def _number(digits: bytes) -> int:
    """Give a number of a head; so many digits that Python would refuse become a huge one."""
    return int(digits.lstrip(b"0")[:12] or b"0")


def _plain(file: BinaryIO, head: re.Match[bytes], count: int, top: int) -> npt.NDArray[np.int64]:
    """Give the numbers that are written out."""
    if count > MOST_PLAIN:
        raise ValueError(
            f"writes {count:,} numbers out; at most {MOST_PLAIN:,} are read: save it as P5 or P6"
        )
    file.seek(head.end())
    words = file.read(WIDEST * (count + 1)).split()
    if not all(word.isdigit() and len(word) < 10 for word in words):
        raise ValueError("holds what is no whole number; save it anew")
    return np.array(words, dtype=np.int64)


def _binary(file: BinaryIO, head: re.Match[bytes], count: int, top: int) -> npt.NDArray[Any]:
    """Give the numbers that are bytes, or pairs of them; of a longer file one more than needed."""
    kind = np.dtype(np.uint8 if top <= WHITE else ">u2")
    length, file_length = count * kind.itemsize, file.seek(0, 2)
    file.seek(head.end())
    is_old = b"\r" in head[0][:-1].replace(b"\r\n", b"")  # as a Macintosh ended its lines once
    may_end = not is_old or file_length - head.end() == length + 1
    if head[5] == b"\r" and may_end and file.read(1) != b"\n":
        file.seek(head.end())
    raw = file.read(length + kind.itemsize)
    return np.frombuffer(raw[: len(raw) // kind.itemsize * kind.itemsize], kind)
