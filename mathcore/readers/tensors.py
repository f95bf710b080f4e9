"""Arrays of numbers from the files that people have, by the ends of their names.

NumPy's ``.npy`` and ``.npz``, ``.safetensors``, ``.onnx``; all others are tables as text.
"""

from __future__ import annotations

from pathlib import Path

from mathcore.readers.named_arrays import NamedArrays
from mathcore.readers.numbers import MOST_ENTRIES, Exact, Numbers
from mathcore.readers.numpy_archive import open_npz
from mathcore.readers.numpy_file import read_npy
from mathcore.readers.onnx_file import open_onnx
from mathcore.readers.safetensors_file import open_safetensors
from mathcore.readers.table_file import read_table

SEVERAL = {".npz": open_npz, ".safetensors": open_safetensors, ".onnx": open_onnx}
"""What may hold more than one array, and how it is opened."""


def read_tensor(
    path: Path,
    *,
    tensor: str | None = None,
    key: str = "",
    most: int = MOST_ENTRIES,
    at_least: int = 1,
) -> tuple[Numbers, NamedArrays, str]:
    """Read one array of a file.

    Parameters
    ----------
    path : Path
        The file.
    tensor : str, optional
        The name of the array, where a file holds several.
    key : str, optional
        Where none is named, one of this name is meant.
    most : int, optional
        Entries that are read.
    at_least : int, optional
        Columns that the array is known to have; of ``0,5`` it may depend on them what is meant.

    Returns
    -------
    numbers, arrays, name
        The array; all that there are in the file, and which of them it is.

    Raises
    ------
    ValueError
        If it is none, more than is read, or not clear; the message goes on from the file's name.
    """
    arrays = open_arrays(path, most, at_least)
    name = arrays.choose(tensor, key)
    return arrays.read(name), arrays, name


def open_arrays(path: Path, most: int = MOST_ENTRIES, at_least: int = 1) -> NamedArrays:
    """Open a file by the end of its name; where it can hold but one array, that has no name."""
    suffix = path.suffix.lower()
    if suffix in SEVERAL:
        return SEVERAL[suffix](path, most)
    alone = read_npy(path, most) if suffix == ".npy" else read_table(path, most, at_least=at_least)
    return NamedArrays({"": alone.shape}, lambda name: alone)


def read_matrix(path: Path, *, at_least: int = 1) -> Exact:
    """Read a file of one array as an exact matrix, which is read-only; see `read_tensor`.

    Raises
    ------
    ValueError
        As `read_tensor`; and if it has not two axes.
    """
    numbers, _, _ = read_tensor(path, at_least=at_least)
    if len(numbers.shape) != 2:
        raise ValueError(f"has shape {numbers.shape}; it needs rows and columns")
    return numbers.exact
