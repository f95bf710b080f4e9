"""Tensors as PyTorch's and other libraries save them with safetensors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mathcore.readers.extras import require
from mathcore.readers.named_arrays import NamedArrays
from mathcore.readers.numbers import Numbers, of_array, refuse_size, shown

LONGEST_HEAD = 1_000_000
"""Bytes of the list of tensors, which the library would load however long it is."""
TYPES = ("F64", "F32", "F16", "I64", "I32", "I16", "I8", "U64", "U32", "U16", "U8", "BOOL", "BF16")
DAMAGED = "is no safetensors file, damaged or cut short; save it anew"


def open_safetensors(path: Path, most: int) -> NamedArrays:
    """Look into a file of tensors.

    Raises
    ------
    ValueError
        If it is none, or the library is not there; the message goes on from its name.
    """
    library = require("safetensors")
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
    if length > LONGEST_HEAD:
        raise ValueError(f"has a list of {shown(length)} bytes, or is no safetensors file")
    kinds, shapes = dict[str, str](), dict[str, tuple[int, ...]]()
    for name, part in _parts(library, path).items():
        kinds[name], shapes[name] = part

    def read(name: str) -> Numbers:
        if kinds[name] not in TYPES:
            raise ValueError(f'"{name}" is of {kinds[name]}; save it as float32')
        refuse_size(shapes[name], most)
        return of_array(_tensor(library, path, name, kinds[name]))

    return NamedArrays(shapes, read)


def _parts(library: Any, path: Path) -> dict[str, tuple[str, tuple[int, ...]]]:
    """Give the type and the shape of every tensor."""
    try:
        with library.safe_open(path, framework="np") as file:
            slices = {name: file.get_slice(name) for name in sorted(file.keys())}
            return {n: (part.get_dtype(), tuple(part.get_shape())) for n, part in slices.items()}
    except library.SafetensorError:
        raise ValueError(DAMAGED) from None


def _tensor(library: Any, path: Path, name: str, kind: str) -> npt.NDArray[Any]:
    """Give one tensor; NumPy has no bfloat16, but knows it once another library is loaded."""
    if kind == "BF16":
        require("ml_dtypes")
    with library.safe_open(path, framework="np") as file:
        tensor: npt.NDArray[Any] = file.get_tensor(name)
    return tensor.astype(np.float32) if kind == "BF16" else tensor
