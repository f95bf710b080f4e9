"""Files of which no more is read than can be of use."""

from __future__ import annotations

import os


def read_bounded(path: str | os.PathLike[str], most: int) -> bytes:
    """Read a file of at most so many bytes; of a longer one no more than that is read.

    Raises
    ------
    ValueError
        If it is longer; the message goes on from its name.
    OSError
        If it cannot be read.
    """
    with open(path, "rb") as file:
        raw = file.read(most + 1)
    if len(raw) > most:
        raise ValueError(f"has more than {most:,} bytes, the most that is read; shorten it")
    return raw
