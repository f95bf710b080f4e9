"""Pictures as numbers: PGM and PPM, the format that every picture program writes."""

from __future__ import annotations

import math
import re
from pathlib import Path

import numpy as np
import numpy.typing as npt

CHANNELS = {b"P2": 1, b"P3": 3, b"P5": 1, b"P6": 3}
PLAIN = (b"P2", b"P3")
GAP = rb"(?:\s|#[^\n]*\n)+"
HEAD = re.compile(rb"(P[2356])" + GAP + rb"(\d+)" + GAP + rb"(\d+)" + GAP + rb"(\d+)\s")
HEAD_BYTES = 10_000  # a remark may stand in it
BRIGHTEST = 255
MOST_PIXELS = 10_000
"""As many as can be told apart on the screen."""
SIDE_DIGITS = len(str(MOST_PIXELS))
WIDEST = 12  # bytes of a number that is written out: three digits, and room to lay them out

Pixels = npt.NDArray[np.int64]


def read_netpbm(path: Path) -> Pixels:
    """Read a PGM (P2, P5) or PPM (P3, P6) of 8 bits a colour.

    Parameters
    ----------
    path : Path
        The file; no more of it is read than a picture of `MOST_PIXELS` has.

    Returns
    -------
    (H, W) or (H, W, 3) array of int
        From 0, black, to 255.

    Raises
    ------
    ValueError
        If it is no such picture, or a larger one; the message goes on from its name.
    """
    with path.open("rb") as file:
        start = file.read(HEAD_BYTES)
        head = HEAD.match(start)
        if head is None:
            raise ValueError("is no PGM or PPM; save it as one (P2, P3, P5 or P6)")
        shape = (*_size(head), CHANNELS[head[1]])
        count = math.prod(shape)
        file.seek(head.end())
        if head[1] in PLAIN:
            pixels = _plain(file.read(WIDEST * (count + 1)))
        else:
            pixels = np.frombuffer(file.read(count), np.uint8).astype(np.int64)
        beyond = pixels.size > count or file.read(1)
    written = " × ".join(map(str, shape))
    if pixels.size < count:
        raise ValueError(f"holds {pixels.size} numbers, not {written}; save it anew")
    if beyond:
        raise ValueError(f"goes on after {count} numbers, which are all of {written}; save it anew")
    if pixels.size and pixels.max() > BRIGHTEST:
        raise ValueError(f"has a pixel of {pixels.max()}, above {BRIGHTEST}; save it anew")
    picture: Pixels = pixels.reshape(shape)
    return picture[:, :, 0] if shape[2] == 1 else picture


def brightness(picture: Pixels) -> Pixels:
    """Turn colours into brightness, 0 to 255: ``0.299 R + 0.587 G + 0.114 B``, rounded.

    Examples
    --------
    >>> brightness(np.array([[[255, 255, 255], [255, 0, 0]]]))
    array([[255,  76]])
    """
    if picture.ndim == 2:
        return picture
    bright: Pixels = (picture @ np.array([299, 587, 114]) + 500) // 1000
    return bright


def _size(head: re.Match[bytes]) -> tuple[int, int]:
    """Give height and width as a head says them, if there are not too many pixels."""
    width, height, brightest = (digits.lstrip(b"0").decode() or "0" for digits in head.groups()[1:])
    if brightest != str(BRIGHTEST):
        has = _short(brightest)
        raise ValueError(f"has {has} as its brightest; save it with 8 bits, {BRIGHTEST}")
    # a number of so many digits is never turned into one: Python would refuse, NumPy be wrong
    if max(map(len, (height, width))) > SIDE_DIGITS or int(height) * int(width) > MOST_PIXELS:
        raise ValueError(
            f"is {_short(height)} × {_short(width)} pixels; at most {MOST_PIXELS:,} in all, such "
            "as 100 × 100, can be shown: scale it down"
        )
    return int(height), int(width)


def _short(digits: str) -> str:
    return digits if len(digits) <= 12 else f"{digits[:9]}…"


def _plain(body: bytes) -> Pixels:
    """Give the numbers that are written out."""
    words = body.split()
    if not all(word.isdigit() and len(word) < 10 for word in words):
        raise ValueError("holds what is no whole number; save it anew")
    return np.array(words, dtype=np.int64)
