"""Whose a file in the pack is: ours, to be written anew or removed, or the user's, to be kept.

A file is ours if it is as the last list of the pack describes it.  Pure.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from scenes.production.cache.files import remove_empty, sha256

LIST = "manifest.json"


def listed(folder: Path) -> Mapping[str, str]:
    """Return the checksums of the files that an earlier run put into a pack, by their paths."""
    try:
        table = json.loads((folder / LIST).read_text(encoding="utf-8"))
        return {entry["file"]: entry["sha256"] for entry in table["files"]}
    except (OSError, ValueError, LookupError, TypeError):
        return {}


def set_aside(folder: Path, names: Iterable[str], ours: Mapping[str, str]) -> list[Path]:
    """Give files that somebody changed another name before theirs is taken.

    ``README.txt`` becomes ``README.yours.txt``; the new names are returned.
    """
    kept = []
    for name in names:
        path = folder / name
        if path.is_file() and sha256(path) != ours.get(name):
            kept.append(path.rename(_free(path)))
    return kept


def _free(path: Path) -> Path:
    """Return a name beside a file that nothing has yet."""
    number = 1
    while True:
        mark = ".yours" if number == 1 else f".yours{number}"
        other = path.with_name(f"{path.stem}{mark}{path.suffix}")
        if not other.exists():
            return other
        number += 1


def remove_stale(folder: Path, ours: Mapping[str, str], current: Iterable[str]) -> None:
    """Remove what an earlier run put there and this one did not, if nobody changed it since."""
    for name in sorted(ours.keys() - set(current)):
        path = folder / name
        if path.is_file() and sha256(path) == ours[name]:
            path.unlink()
            remove_empty(path.parent, folder)
