"""What the kinds of layer files share: their head, matrices of numbers, files beside them."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mathcore.errors import ExampleError
from mathcore.recipe_file.numbers import read_value
from mathcore.recipe_file.tables import Inspection, Table, show

MATRIX = "[[1, 0], [0, 1]]"
FILE_KEYS = ("file", "tensor")
MOST_SIDE = 32
"""Of a matrix in a layer file, in rows and in columns."""


def open_file(
    path: Path,
    table: Mapping[str, Any],
    known: Sequence[str],
    has_character: Callable[[str], bool] | None = None,
    files: Collection[str] = (),
) -> Table:
    """Give the whole file as a table that notes its faults; its kind may stand in it.

    Of its keys, the `files` name other files.

    Examples
    --------
    >>> root = open_file(Path("x.toml"), {"kind": "tiny", "naem": 1}, ["name"])
    >>> root.inspection.faults
    ['x.toml: unknown key "naem"; did you mean "name"?']
    """
    return Table(Inspection(str(path), has_character, files), "", table, ("kind", *known))


def refuse_faults(root: Table) -> None:
    """Raise every fault that was noted, if any was.

    Raises
    ------
    ExampleError
        With all of them.
    """
    if root.inspection.faults:
        raise ExampleError(root.inspection.faults)


def read_number(table: Table, key: str, example: str = "1") -> Fraction | None:
    """Give an exact number; None, after a fault, if it is none."""
    raw = table.required(key, f"{key} = {example}")
    return None if raw is None else _number(table, key, raw)


def read_whole(
    table: Table, key: str, low: int, high: int, default: int | None = None, *, example: int = 1
) -> int | None:
    """Give a whole number within bounds; None, after a fault, if it is none.

    Where there is no `default` the key must be there; the `example` says how it may look.
    """
    raw = table.required(key, f"{key} = {example}") if default is None else table.raw.get(key)
    if raw is None:
        return default
    if isinstance(raw, int) and not isinstance(raw, bool) and low <= raw <= high:
        return raw
    table.fault(f"{key} is {show(raw)}; write a whole number from {low} to {high}")
    return None


def read_matrix(table: Table, key: str, example: str = MATRIX) -> npt.NDArray[Any] | None:
    """Give a matrix of exact numbers, written as a list of rows, each ``40``, ``0.4`` or ``"1/3"``.

    Returns
    -------
    (rows, columns) array of Fraction, or None
        None, after its faults, if that is no matrix.  It is read-only.

    Examples
    --------
    >>> root = open_file(Path("x.toml"), {"kernel": [[1, 0], [0, "1/3"]]}, ["kernel"])
    >>> read_matrix(root, "kernel")[1, 1]
    Fraction(1, 3)
    """
    raw = table.required(key, f"{key} = {example}")
    return None if raw is None else matrix_of(table, key, raw, example)


def matrix_of(
    table: Table, key: str, raw: object, example: str = MATRIX
) -> npt.NDArray[Any] | None:
    """Give what was read as a matrix; None, after its faults, if it is none."""
    if not isinstance(raw, list) or not all(isinstance(row, list) for row in raw):
        table.fault(f"{key} is {show(raw)}; write a list of rows, as in {example}")
        return None
    widths = {len(row) for row in raw}
    if max((len(raw), *widths)) > MOST_SIDE:
        table.fault(f"{key} is larger than {MOST_SIDE} × {MOST_SIDE}, which cannot be shown")
        return None
    if len(widths) != 1 or widths == {0}:
        what = "is empty" if widths <= {0} else "has rows of different lengths"
        table.fault(f"{key} {what}; write rows of one length, as in {example}")
        return None
    read = [
        _number(table, f"{key}, row {i}, column {j}", entry)
        for i, row in enumerate(raw, 1)
        for j, entry in enumerate(row, 1)
    ]
    return None if None in read else _frozen(read, len(raw))


def read_file(table: Table, key: str, folder: Path, example: str) -> Path | None:
    """Give a file that is named beside the layer file; None, after a fault, if it is not there.

    Raises
    ------
    LookupError
        If the kind does not say that this key names a file: its numbers would depend on what is
        not packed, and not looked at when it changes.
    """
    if key.partition(" ")[0] not in {name.rpartition(".")[2] for name in table.inspection.files}:
        raise LookupError(f'"{key}" names a file; list it in the FILES of this kind')
    written = table.required(key, f'{key} = "{example}"')
    raw = file_named(written)
    if raw is not written:
        Table(table.inspection, ": ".join(filter(None, (table.place, key))), written, FILE_KEYS)
    if raw is None:
        return None
    if not isinstance(raw, str):
        table.fault(f'{key} is {show(raw)}; name a file: "{example}"')
        return None
    path = beside(folder, raw)
    if not raw or not is_file(path):
        table.fault(f"{key}: {_why_no_file(path, raw)}")
        return None
    if not os.access(path, os.R_OK):
        table.fault(f"{key}: {show(raw)} cannot be read; check its permissions")
        return None
    return path


def _why_no_file(path: Path, raw: str) -> str:
    if raw and os.path.exists(path):
        return f"{show(raw)} is a folder, a pipe or a device; name a file"
    return f"no such file {show(raw)}; name it as seen from the layer file"


def file_named(raw: object) -> object:
    """Give the name of a file: what is written, or what is its ``file`` if more is said of it.

    Examples
    --------
    >>> file_named("a.npy"), file_named({"file": "a.npz", "tensor": "fc.weight"})
    ('a.npy', 'a.npz')
    """
    return raw["file"] if isinstance(raw, dict) and "file" in raw else raw


def beside(folder: Path, name: str) -> Path:
    """Give the path of a file that is named as seen from a folder; ``~`` is somebody's home.

    Examples
    --------
    >>> beside(Path("layers"), "../tea.pgm").as_posix()
    'layers/../tea.pgm'
    """
    try:
        return folder / Path(name).expanduser()
    except RuntimeError:  # nobody has a home here
        return folder / name


def is_file(path: Path) -> bool:
    r"""Tell whether a path leads to a file.

    Examples
    --------
    >>> is_file(Path("nothing")), is_file(Path("x" * 5000)), is_file(Path("a\0b"))
    (False, False, False)
    """
    try:
        return path.is_file()
    except (OSError, ValueError):  # too long for a name, or with a character that none has
        return False


def _number(table: Table, what: str, raw: object) -> Fraction | None:
    try:
        return read_value(raw)
    except ValueError as fault:
        table.fault(f"{what} {fault}")
        return None


def _frozen(numbers: Sequence[Fraction | None], rows: int) -> npt.NDArray[Any]:
    matrix = np.array(numbers, dtype=object).reshape(rows, -1)
    matrix.setflags(write=False)
    return matrix
