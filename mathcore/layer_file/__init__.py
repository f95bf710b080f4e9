"""Layer files: what the chapters on deep learning take their material from.

A layer file is a TOML file that says its ``kind``.  A kind is a module beside this one with a
function ``load(path, table, has_character=None)``; it is found by being there.  Its ``FILES`` are
the keys that name other files, as seen from the layer file, those in tables and lists of tables
with dots: ``stack.channels.image``; what other keys say names none.
`reading` has what the kinds share.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from mathcore.errors import ExampleError
from mathcore.layer_file.reading import beside, file_named, is_file
from mathcore.recipe_file.tables import did_you_mean, one_of, show
from mathcore.recipe_file.toml import read_toml

NEEDS = "a kind, a name and what that kind needs"


def kinds() -> tuple[str, ...]:
    """Give the kinds of layer files that there are."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(name for name in names if hasattr(_module(name), "load"))


def kind_of(path: str | os.PathLike[str]) -> str:
    """Tell the kind of a layer file.

    Raises
    ------
    ExampleError
        If it cannot be read, or is of no known kind.
    """
    return _kind(path, read_toml(path, NEEDS))


def load_layer(
    path: str | os.PathLike[str], has_character: Callable[[str], bool] | None = None
) -> Any:
    """Read and check a layer file of any kind.

    Parameters
    ----------
    path : str or path
        A TOML file; named in the messages as given.
    has_character : callable, optional
        Tells whether the font has a character; None lets every one pass.

    Returns
    -------
    object
        What the module of its kind makes of it.

    Raises
    ------
    ExampleError
        With every fault of the file, each saying file, place, value and fix.
    """
    table = read_toml(path, NEEDS)
    return _module(_kind(path, table)).load(Path(path), table, has_character)


def files_of(path: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Give a layer file and all files that it names: on them its numbers depend."""
    return (Path(path), *dict.fromkeys(named_files(path).values()))


def named_files(path: str | os.PathLike[str]) -> dict[str, Path]:
    """Give the files that a layer file names, by their keys; those that are not there are left out.

    Raises
    ------
    ExampleError
        If it cannot be read, or is of no known kind.
    """
    table, folder = read_toml(path, NEEDS), Path(path).parent
    keys = getattr(_module(_kind(path, table)), "FILES", ())
    names = [found for key in keys for found in _names(table, key.split("."))]
    named = {key: beside(folder, name) for key, name in names}
    return {key: file for key, file in named.items() if is_file(file)}


def _names(raw: Any, parts: Sequence[str], place: str = "") -> Iterator[tuple[str, str]]:
    """Yield the files that are named in a table below some keys, and where.

    >>> list(_names({"a": [{"b": "x.png"}, {"b": ["y.csv", [1]]}]}, ["a", "b"]))
    [('a 1.b', 'x.png'), ('a 2.b 1', 'y.csv')]
    """
    if isinstance(raw, list):
        for number, each in enumerate(raw, 1):
            if not isinstance(each, list):
                yield from _names(each, parts, f"{place} {number}")
    elif parts and isinstance(raw, Mapping):
        key, *rest = parts
        yield from _names(raw.get(key), rest, f"{place}.{key}" if place else key)
    elif not parts and isinstance(name := file_named(raw), str):
        yield place, name


def _kind(path: str | os.PathLike[str], table: Mapping[str, Any]) -> str:
    kind, known = table.get("kind"), kinds()
    if isinstance(kind, str) and kind in known:
        return kind
    if kind is None:
        what = f'no kind; add kind = "...", {one_of(known)}'
    elif isinstance(kind, str):
        what = f"unknown kind {show(kind)}; {did_you_mean(kind, known)}"
    else:
        what = f"kind is {show(kind)}; {one_of(known)}"
    raise ExampleError([f"{os.fspath(path)}: {what}"])


def _module(name: str) -> Any:
    return importlib.import_module(f"{__name__}.{name}")
