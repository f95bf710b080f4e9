"""Several arrays in one file, as NumPy saves them: ``.npz``, which is a ZIP archive of ``.npy``."""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO, TypeVar

from mathcore.readers.named_arrays import NamedArrays
from mathcore.readers.numbers import Numbers, of_array
from mathcore.readers.numpy_file import read_array, read_head

MOST_PARTS, LONGEST_LIST = 1_000, 200_000
"""Arrays, and bytes of their list, which Python's reader would load however long it is."""
END, END_SIZE, REMARK = b"PK\x05\x06", 22, 65_535
LARGE, LARGE_SIZE = b"PK\x06\x07", 20
"""Stands before the end of an archive of more than four gigabytes, whose list is elsewhere."""
PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED = 1
DAMAGED = "is damaged or cut short; save it anew with numpy.savez"
Read = TypeVar("Read")


def open_npz(path: Path, most: int) -> NamedArrays:
    """Look into an archive; whatever a part would unpack to, only `most` entries are unpacked.

    Raises
    ------
    ValueError
        If it is no such archive; the message goes on from its name.
    """
    _refuse_long_list(path)
    names = _listed(path)
    if len(names) > MOST_PARTS:
        raise ValueError(f"has {len(names):,} parts, at most {MOST_PARTS:,} are read; save fewer")
    shapes = {name: _of_part(path, part, _shape) for name, part in names.items()}

    def read(name: str) -> Numbers:
        return of_array(_of_part(path, names[name], lambda part: read_array(part, most)))

    return NamedArrays(shapes, read)


def _shape(part: IO[bytes]) -> tuple[int, ...]:
    return read_head(part)[0]


def _listed(path: Path) -> dict[str, str]:
    """Give the parts by the names of their arrays."""
    try:
        with zipfile.ZipFile(path) as archive:
            return {name.removesuffix(".npy"): name for name in archive.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, OSError):
        raise ValueError(DAMAGED) from None


def _of_part(path: Path, name: str, take: Callable[[IO[bytes]], Read]) -> Read:
    """Give what is made of a part; that its checksum is right is seen when it is read to its end.

    Raises
    ------
    ValueError
        If it is packed as NumPy packs nothing, or damaged.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            information = archive.getinfo(name)
            if information.compress_type not in PLAIN or information.flag_bits & ENCRYPTED:
                raise ValueError("is packed as NumPy packs nothing; save it with numpy.savez")
            with archive.open(information) as part:
                return take(part)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, zlib.error):
        raise ValueError(DAMAGED) from None


def _refuse_long_list(path: Path) -> None:
    """Refuse an archive whose list of parts is long: it would be loaded as a whole."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - END_SIZE - REMARK - LARGE_SIZE))
        tail = file.read()
    at = tail.rfind(END)
    if at < 0 or len(tail) < at + END_SIZE:
        raise ValueError("is no archive of NumPy's; save it with numpy.savez")
    length = int.from_bytes(tail[at + 12 : at + 16], "little")
    if length > LONGEST_LIST or LARGE in tail[max(0, at - LARGE_SIZE) : at]:
        raise ValueError(f"has more parts than the {MOST_PARTS:,} that are read; save fewer")
