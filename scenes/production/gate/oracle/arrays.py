"""Arrays off the bytes of their files, by the published layouts of NumPy and of safetensors."""

from __future__ import annotations

import ast
import json
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

Array = tuple[list[int], list[Any]]
"""A shape, and the entries row by row."""
NUMPY = {"f2": "e", "f4": "f", "f8": "d", "b1": "?"}
NUMPY |= {"i1": "b", "i2": "h", "i4": "i", "i8": "q", "u1": "B", "u2": "H", "u4": "I", "u8": "Q"}
SAFE = {"F64": "d", "F32": "f", "F16": "e", "BF16": "bf16", "BOOL": "?", "I64": "q", "I32": "i"}
SAFE |= {"I16": "h", "I8": "b", "U64": "Q", "U32": "I", "U16": "H", "U8": "B"}


def numpy_array(raw: bytes) -> Array:
    """Return what a .npy file holds."""
    wide = 2 if raw[6] == 1 else 4
    begin = 8 + wide
    end = begin + int.from_bytes(raw[8:begin], "little")
    head = ast.literal_eval(raw[begin:end].decode("latin-1").strip())
    kind, shape = head["descr"], list(head["shape"])
    order = ">" if kind[0] == ">" else "<"
    entries = unpacked(raw[end:], NUMPY[kind[1:]], order)
    return shape, _by_rows(entries, shape) if head["fortran_order"] else entries


def numpy_arrays(path: Path) -> dict[str, Callable[[], Array]]:
    """Return the arrays of a .npz file."""

    def of(name: str) -> Callable[[], Array]:
        return lambda: numpy_array(zipfile.ZipFile(path).read(name))

    names = zipfile.ZipFile(path).namelist()
    return {name.removesuffix(".npy"): of(name) for name in names}


def safe_arrays(path: Path) -> dict[str, Callable[[], Array]]:
    """Return the tensors of a .safetensors file: a length, a list in JSON, the numbers."""
    raw = path.read_bytes()
    begin = 8 + int.from_bytes(raw[:8], "little")
    told = {name: each for name, each in json.loads(raw[8:begin]).items() if name[:2] != "__"}

    def of(each: dict[str, Any]) -> Callable[[], Array]:
        first, last = each["data_offsets"]
        part = raw[begin + first : begin + last]
        return lambda: (each["shape"], unpacked(part, SAFE[each["dtype"]]))

    return {name: of(each) for name, each in told.items()}


def unpacked(raw: bytes, kind: str, order: str = "<") -> list[Any]:
    """Return the numbers that bytes are, each exactly.

    >>> unpacked(bytes([0, 0x3C]), "e"), unpacked(bytes([0xC0, 0x3F]), "bf16")
    ([1.0], [1.5])
    """
    if kind == "bf16":  # the upper half of a float of 32 bits
        halves = struct.unpack(f"<{len(raw) // 2}H", raw)
        return [struct.unpack("<f", struct.pack("<I", half << 16))[0] for half in halves]
    count = len(raw) // struct.calcsize(f"<{kind}")
    return list(struct.unpack(f"{order}{count}{kind}", raw))


def _by_rows(entries: list[Any], shape: list[int]) -> list[Any]:
    """Return entries row by row that are stored column by column."""
    if len(shape) < 2:
        return entries
    high, wide = shape
    return [entries[column * high + row] for row in range(high) for column in range(wide)]
