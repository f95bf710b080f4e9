"""Pictures of the common formats: PNG, JPEG, WebP, GIF, PGM and PPM, of any size."""

from __future__ import annotations

import os
from pathlib import Path

from mathcore.readers.declared_size import HEAD, declared_size
from mathcore.readers.netpbm import is_netpbm, read_netpbm
from mathcore.readers.raster import MOST_BYTES, MOST_PIXELS, Raster, refuse_size

MOST_WEBP = 30_000_000
"""Pixels: its decoder holds four pictures at a time."""
ENDINGS = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".pgm", ".ppm", ".pnm", ".heic"}
OF_A_PHONE = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc", b"ftypmsf1")


def is_picture(path: Path) -> bool:
    """Tell by its first bytes, or by its name, whether a file is meant to be a picture."""
    with path.open("rb") as file:
        start = file.read(HEAD)
    known = start.startswith((b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"GIF8"))
    return known or is_netpbm(start) or path.suffix.lower() in ENDINGS


def read_raster(path: Path) -> Raster:
    """Read a picture as it is seen.

    It is turned as its EXIF says, what is transparent lies on white, and of several pictures, as
    in a GIF that moves, it is the first.  A colour profile is not looked at: the numbers count as
    they are.

    Parameters
    ----------
    path : Path
        The file; by its first bytes it is known of which format it is.

    Raises
    ------
    ValueError
        If it is no picture of these formats, damaged, or too large; the message goes on from its
        name.
    """
    with path.open("rb") as file:
        start = file.read(HEAD)
    if is_netpbm(start):
        return read_netpbm(path)
    if start[4:12] in OF_A_PHONE:
        raise ValueError("is a HEIC picture, as phones make them; export it as JPEG or PNG")
    if declared := declared_size(start):
        refuse_size(*declared, MOST_WEBP if start.startswith(b"RIFF") else MOST_PIXELS)
    if os.stat(path).st_size > MOST_BYTES:
        raise ValueError(f"has more than {MOST_BYTES:,} bytes, the most that is read: save it anew")
    from mathcore.readers.pillow import read_with_pillow

    return read_with_pillow(path, start)
