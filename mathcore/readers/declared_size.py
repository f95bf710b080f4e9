"""The size that the head of a picture declares, before anything of it is decoded."""

from __future__ import annotations

import struct

HEAD = 32
"""Bytes that are looked at."""


def declared_size(start: bytes) -> tuple[int, int] | None:
    """Give width and height of a PNG, a GIF or a WebP; of a JPEG they do not stand at its start.

    Pillow makes room for all of a GIF or a WebP as soon as it opens it.

    Examples
    --------
    >>> declared_size(b"GIF89a" + bytes([3, 0, 1, 1]))
    (3, 257)
    """
    try:
        if start.startswith(b"\x89PNG"):
            wide, high = struct.unpack_from(">II", start, 16)
        elif start.startswith(b"GIF8"):
            wide, high = struct.unpack_from("<HH", start, 6)
        elif start[8:16] == b"WEBPVP8X":
            wide, high = (int.from_bytes(start[at : at + 3], "little") + 1 for at in (24, 27))
        elif start[8:16] == b"WEBPVP8L":
            (bits,) = struct.unpack_from("<I", start, 21)
            wide, high = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        elif start[8:16] == b"WEBPVP8 ":
            wide, high = (side & 0x3FFF for side in struct.unpack_from("<HH", start, 26))
        else:
            return None
    except struct.error:
        return None
    return wide, high
