"""The initializers of an ONNX model off the bytes of its file, a message of numbered fields."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from scenes.production.gate.oracle.arrays import Array, unpacked

GRAPH, INITIALIZER = 7, 5
DIMS, KIND, NAME, RAW = 1, 2, 8, 9
FLOATS = {4: "f", 10: "d"}
WHOLE = (5, 7, 11)
KINDS = dict(enumerate("fBbHhiq", 1)) | {9: "?", 10: "e", 11: "d", 12: "I", 13: "Q", 16: "bf16"}
WIDTHS = {0: 0, 1: 8, 2: 0, 5: 4}
"""Bytes of a field by its kind of coding; 0 and 2 say themselves where they end."""


def onnx_arrays(path: Path) -> dict[str, Callable[[], Array]]:
    """Return the initializers of an .onnx file."""
    graphs = [graph for number, graph in _fields(path.read_bytes()) if number == GRAPH]
    tensors = [each for graph in graphs for number, each in _fields(graph) if number == INITIALIZER]
    return dict(map(_initializer, tensors))


def _initializer(raw: bytes) -> tuple[str, Callable[[], Array]]:
    """Return the name of a tensor, and what gives its shape and its numbers."""
    parts = dict[int, list[Any]]()
    for number, value in _fields(raw):
        parts.setdefault(number, []).append(value)
    dims, kind = _whole_numbers(parts.get(DIMS, [])), KINDS.get(parts[KIND][0], "")

    def array() -> Array:
        if RAW in parts:
            return dims, unpacked(parts[RAW][0], kind)
        for number, code in FLOATS.items():
            if number in parts:
                return dims, unpacked(b"".join(parts[number]), code)
        whole = [each for number in WHOLE for each in _whole_numbers(parts.get(number, []))]
        if kind in ("e", "bf16"):
            return dims, unpacked(struct.pack(f"<{len(whole)}H", *whole), kind)
        return dims, [each - 2**64 if each >= 2**63 and kind in "bhiq" else each for each in whole]

    return parts[NAME][0].decode(), array


def _fields(raw: bytes) -> Iterator[tuple[int, Any]]:
    """Go through the fields of a message: a number each, and what it holds."""
    at = 0
    while at < len(raw):
        tag, at = _varint(raw, at)
        number, coding = tag >> 3, tag & 7
        if coding == 0:
            value, at = _varint(raw, at)
            yield number, value
            continue
        size, at = _varint(raw, at) if coding == 2 else (WIDTHS[coding], at)
        yield number, raw[at : at + size]
        at += size


def _varint(raw: bytes, at: int) -> tuple[int, int]:
    """Return a whole number that is written in sevens of bits, and where it ends.

    >>> _varint(bytes([0xAC, 0x02]), 0)
    (300, 2)
    """
    number, shift = 0, 0
    while True:
        number |= (raw[at] & 127) << shift
        at, shift = at + 1, shift + 7
        if raw[at - 1] < 128:
            return number, at


def _whole_numbers(values: list[int | bytes]) -> list[int]:
    """Return a repeated field: numbers one by one, or many that are packed."""
    found = list[int]()
    for value in values:
        at = 0
        while isinstance(value, bytes) and at < len(value):
            number, at = _varint(value, at)
            found.append(number)
        if isinstance(value, int):
            found.append(value)
    return found
