"""Arrays as NumPy saves them: ``.npy``.  Pickles are never loaded."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from mathcore.readers.numbers import Numbers, of_array, refuse_size, refuse_type, shown

LONGEST_HEAD = 2_000
"""Characters; NumPy writes 118 of a plain array."""
DAMAGED = "is damaged or cut short; save it anew with numpy.save"


def read_npy(path: Path, most: int) -> Numbers:
    """Read a file of one array.

    Raises
    ------
    ValueError
        If it is none, or has more than `most` entries; the message goes on from its name.
    """
    with path.open("rb") as file:
        return of_array(read_array(file, most))


def read_array(file: IO[bytes], most: int) -> npt.NDArray[Any]:
    """Read one array of plain numbers; of a larger one only the head."""
    shape, in_columns, dtype = read_head(file)
    refuse_type(dtype)
    count = refuse_size(shape, most)
    wanted = count * dtype.itemsize
    raw = file.read(wanted)
    if len(raw) < wanted:
        raise ValueError(f"ends after {len(raw):,} of {wanted:,} bytes of numbers; save it anew")
    if file.read(1):
        raise ValueError("goes on after its array; save one array a file, or several as .npz")
    return np.frombuffer(raw, dtype).reshape(shape, order="F" if in_columns else "C")


def read_head(file: IO[bytes]) -> tuple[tuple[int, ...], bool, np.dtype[Any]]:
    """Read what stands before the numbers: the shape, whether columns come first, the type.

    Raises
    ------
    ValueError
        If that is no head of NumPy's.

    Examples
    --------
    >>> file = BytesIO()
    >>> np.save(file, np.zeros((3, 2), order="F"))
    >>> read_head(BytesIO(file.getvalue()))
    ((3, 2), True, dtype('float64'))
    """
    start = file.read(8)
    if len(start) < 8 or not start.startswith(b"\x93NUMPY") or start[6] not in (1, 2, 3):
        raise ValueError("is no array of NumPy's; save it with numpy.save")
    length = int.from_bytes(file.read(2 if start[6] == 1 else 4), "little")
    if length > LONGEST_HEAD:
        raise ValueError(f"has a head of {shown(length)} characters; save it anew with numpy.save")
    return _understood(file.read(length))


def _understood(head: bytes) -> tuple[tuple[int, ...], bool, np.dtype[Any]]:
    """Understand a head: NumPy reads it as plain data, and nothing in it is run."""
    again = BytesIO(len(head).to_bytes(4, "little") + head)
    try:
        shape, in_columns, dtype = np.lib.format.read_array_header_2_0(again)
    except Exception:  # what is in it may be anything, and means the same to who has the file
        raise ValueError(DAMAGED) from None
    if any(type(side) is not int or side < 0 for side in shape):
        raise ValueError(DAMAGED)
    return shape, bool(in_columns), dtype
