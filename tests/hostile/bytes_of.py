"""Files of many formats, damaged or made to do harm, as bytes."""

from __future__ import annotations

import io
import json
import pickle
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

import numpy as np
from PIL import Image

LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
ENTITIES = f'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY l0 "ha">{LAUGHS}]>'
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


class Runs:
    """Unpickled, it leaves a file where it should not."""

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        """Tell pickle what to call."""
        return eval, ("open('executed', 'w').close()",)


def picture(kind: str, size: tuple[int, int] = (64, 48), **options: Any) -> bytes:
    """Return a sound picture of a format, which Pillow writes."""
    noise = np.random.default_rng(0).integers(0, 255, (*size[::-1], 3), dtype=np.uint8)
    file = io.BytesIO()
    Image.fromarray(noise).save(file, kind, **options)
    return file.getvalue()


def half(raw: bytes) -> bytes:
    """Cut a file short."""
    return raw[: len(raw) // 2]


def chunk(name: bytes, data: bytes, *, sound: bool = True) -> bytes:
    """Return a chunk of a PNG, with a checksum that is right or not."""
    check = zlib.crc32(name + data) ^ (not sound)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)


def png(wide: int, high: int, *, depth: int = 8, colours: int = 2, sound: bool = True) -> bytes:
    """Return a PNG that says so, and holds a row of it."""
    head = struct.pack(">IIBBBBB", wide, high, depth, colours, 0, 0, 0)
    data = zlib.compress(bytes(1000))
    body = chunk(b"IHDR", head, sound=sound) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def jpeg(wide: int, high: int) -> bytes:
    """Return the head of a JPEG of such a size."""
    frame = struct.pack(">HBHHB", 17, 8, high, wide, 3) + bytes((1, 17, 0, 2, 17, 0, 3, 17, 0))
    return b"\xff\xd8\xff\xc0" + frame + b"\xff\xd9"


def npy(array: Any) -> bytes:
    """Return an array as NumPy saves it, also if that takes a pickle."""
    file = io.BytesIO()
    np.save(file, array, allow_pickle=True)
    return file.getvalue()


def npy_head(text: str, data: bytes = b"") -> bytes:
    """Return a file of NumPy's whose head says this."""
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text) + 1) + text.encode() + b"\n" + data


def described(shape: object, kind: str = "<f8") -> bytes:
    """Return the head of an array of such a shape and type, without the array."""
    return npy_head(f"{{'descr': '{kind}', 'fortran_order': False, 'shape': {shape}, }}")


def archive(parts: Mapping[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP archive of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return file.getvalue()


def encrypted(raw: bytes) -> bytes:
    """Say of every part of an archive that a password is needed."""
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(mark) + place
        raw = raw[:at] + b"\x01" + raw[at + 1 :]
    return raw


def tensors(table: object, data: bytes = b"") -> bytes:
    """Return a file of safetensors whose list says this."""
    head = table if isinstance(table, bytes) else json.dumps(table).encode()
    return struct.pack("<Q", len(head)) + head + data


def tensor(shape: list[int], begin: int, end: int) -> dict[str, object]:
    """Return what the list of a file of safetensors says of a tensor."""
    return {"dtype": "F32", "shape": shape, "data_offsets": [begin, end]}


def field(number: int, data: bytes) -> bytes:
    """Return a field of protobuf: of ONNX, 7 is a graph, 5 in it a tensor, 8 its name."""
    size, length = len(data), b""
    while size > 127:
        length += bytes((size % 128 + 128,))
        size //= 128
    return bytes((number * 8 + 2,)) + length + bytes((size,)) + data


def onnx(tensor: bytes) -> bytes:
    """Return a model of one tensor."""
    return b"\x08\x08" + field(7, field(5, field(8, b"w") + tensor))


def workbook(*rows: tuple[object, ...], **changed: bytes) -> bytes:
    """Return a workbook; a part called ``sheet`` or ``strings`` may be another one."""
    import openpyxl

    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in rows or (("", "A", "Salt (g)"), ("tea", 1, 2)):
        book.active.append(row)
    book.save(file)
    with zipfile.ZipFile(file) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    names = {"sheet": "xl/worksheets/sheet1.xml", "strings": "xl/sharedStrings.xml"}
    for key, data in changed.items():
        parts[names[key]] = data
    return archive(parts)


def pickled() -> bytes:
    """Return a pickle that runs something."""
    return pickle.dumps(Runs())
