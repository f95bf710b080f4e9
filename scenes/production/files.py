"""Files that appear whole or not at all."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HALF = re.compile(r"\..*\.(\d+)\.part")


def own_part(target: Path) -> Path:
    """Return the name under which this process writes a file: two runs at once do not meet."""
    return target.with_name(f".{target.name}.{os.getpid()}.part")


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Offer another name to write to; the file takes its own when it is whole.

    Whatever goes wrong, what stood there before still stands and the half file is gone.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    half = own_part(target)
    try:
        yield half
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


def write_text(target: Path, text: str) -> Path:
    """Write a text file, whole or not at all."""
    with replacing(target) as half:
        half.write_text(text, encoding="utf-8", newline="\n")
    return target


def sha256(path: Path) -> str:
    """Return the checksum of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def require_writable(folder: Path) -> None:
    """Fail now rather than after the work if nothing can be written to a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    probe = own_part(folder / "writable")
    try:
        probe.touch()
    finally:
        if probe.exists():
            probe.unlink()


def remove_halves(folder: Path) -> None:
    """Remove what processes that were killed had half written."""
    for path in folder.rglob(".*.part"):
        named = HALF.fullmatch(path.name)
        if named and not _is_alive(int(named[1])):
            path.unlink(missing_ok=True)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # it is somebody else's
    return True
