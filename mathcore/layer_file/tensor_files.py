"""Keys of a layer file that name a file of numbers, and which array in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mathcore.layer_file.reading import FILE_KEYS, read_file
from mathcore.readers.named_arrays import NamedArrays
from mathcore.readers.numbers import Numbers
from mathcore.readers.tensors import read_tensor
from mathcore.recipe_file.tables import Table, show


@dataclass(frozen=True)
class TensorFile:
    """A file of numbers, as a key names it: ``"x.npy"``, ``{ file = "x.npz", tensor = "w" }``."""

    key: str
    named: str
    path: Path
    tensor: str | None

    def read(self, most: int, at_least: int = 1) -> tuple[Numbers, NamedArrays, str]:
        """Read it; see `mathcore.readers.tensors.read_tensor`."""
        return read_tensor(
            self.path, tensor=self.tensor, key=self.key, most=most, at_least=at_least
        )


def read_tensor_file(table: Table, key: str, folder: Path, example: str) -> TensorFile | None:
    """Give the file of numbers that a key names; None, after its faults, if it names none."""
    path = read_file(table, key, folder, example)
    raw, tensor = table.raw.get(key), None
    if isinstance(raw, dict):
        inner = Table(table.inspection, key, raw, FILE_KEYS)
        tensor = inner.get("tensor")
        if tensor is not None and not isinstance(tensor, str):
            inner.fault(f'tensor is {show(tensor)}; name an array: "fc.weight"')
            return None
        raw = raw.get("file")
    return None if path is None else TensorFile(key, show(raw), path, tensor)
