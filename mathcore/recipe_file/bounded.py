"""Files of which no more is read than can be of use."""

from __future__ import annotations

import errno
import os
import stat


def read_bounded(path: str | os.PathLike[str], most: int) -> bytes:
    """Read a file of at most so many bytes; of a longer one no more than that is read.

    Raises
    ------
    ValueError
        If it is longer, or no file: a pipe gives what it has only once, and a device may never
        end.  The message goes on from its name.
    OSError
        If it cannot be read.
    """
    try:
        mode = os.stat(path).st_mode
    except ValueError:  # a character that no name has
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path) from None
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise ValueError("is a pipe or a device; save what it gives, and name that file")
    with open(path, "rb") as file:
        raw = file.read(most + 1)
    if len(raw) > most:
        raise ValueError(f"has more than {most:,} bytes, the most that is read; shorten it")
    return raw
