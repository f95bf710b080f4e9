"""Pictures as numbers: PGM and PPM, the format that every picture program writes."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import numpy.typing as npt

CHANNELS = {b"P2": 1, b"P3": 3, b"P5": 1, b"P6": 3}
PLAIN = (b"P2", b"P3")
GAP = rb"(?:\s|#[^\n]*\n)+"
HEAD = re.compile(rb"(P[2356])" + GAP + rb"(\d+)" + GAP + rb"(\d+)" + GAP + rb"(\d+)\s")
BRIGHTEST = 255

Pixels = npt.NDArray[np.int64]


def read_netpbm(path: Path) -> Pixels:
    """Read a PGM (P2, P5) or PPM (P3, P6) of 8 bits a colour.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    (H, W) or (H, W, 3) array of int
        From 0, black, to 255.

    Raises
    ------
    ValueError
        If it is no such picture; the message goes on from its name.
    """
    raw = path.read_bytes()
    head = HEAD.match(raw)
    if head is None:
        raise ValueError("is no PGM or PPM; save it as one (P2, P3, P5 or P6)")
    width, height, brightest = (int(number) for number in head.groups()[1:])
    if brightest != BRIGHTEST:
        raise ValueError(f"has {brightest} as its brightest; save it with 8 bits, {BRIGHTEST}")
    shape = (height, width, CHANNELS[head[1]])
    body = raw[head.end() :]
    pixels = _plain(body) if head[1] in PLAIN else np.frombuffer(body, np.uint8).astype(np.int64)
    if pixels.size != np.prod(shape):
        raise ValueError(f"holds {pixels.size} numbers, not {' × '.join(map(str, shape))}")
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


def _plain(body: bytes) -> Pixels:
    try:
        return np.array(body.split(), dtype=np.int64)
    except ValueError:
        raise ValueError("holds what is no whole number; save it anew") from None
