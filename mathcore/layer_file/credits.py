"""What the end of a film says of its material; a credit may belong to one file, and to no other."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from mathcore.recipe_file.tables import Table, read_rows, show
from mathcore.recipe_file.texts import NOTE_WIDTH, Names, read_names

MOST_CREDITS = 4  # lines
CHECKSUM = re.compile("[0-9a-f]{64}")


def read_credits(
    root: Table, files: Iterable[Path] = (), most: int = MOST_CREDITS
) -> tuple[Names, ...]:
    """Give the lines of ``[[credits]]`` that are due; nothing, if the file has none.

    A line with a ``sha256`` belongs to the file of that checksum, whatever it is called: where
    none of `files` is it, the line is left out.  So a layer file that was copied, and shows
    another picture, does not credit it to somebody else.
    """
    rows = read_rows(root, "credits", most) if "credits" in root.raw else None
    shown = {checksum(path) for path in files} if _any_tied(rows or ()) else set()
    lines = [_read_credit(root, n, row, shown) for n, row in enumerate(rows or (), 1)]
    return tuple(line for line in lines if line is not None)


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file, as ``sha256sum`` writes it."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _any_tied(rows: Iterable[Mapping[str, Any]]) -> bool:
    return any("sha256" in row for row in rows)


def _read_credit(
    root: Table, number: int, row: Mapping[str, Any], shown: Collection[str]
) -> Names | None:
    """Give a line; None if it belongs to another file or, after a fault, is not whole."""
    key, belongs = f"number {number}", row.get("sha256")
    line = {name: each for name, each in row.items() if name != "sha256"}
    place = Table(root.inspection, "credits", {key: line}, (key,))
    names = read_names(place, key, NOTE_WIDTH)
    if belongs is None:
        return names
    if not (isinstance(belongs, str) and CHECKSUM.fullmatch(belongs)):
        place.fault(f"{key}: sha256 is {show(belongs)}; write the 64 digits that sha256sum prints")
        return None
    return names if belongs in shown else None
