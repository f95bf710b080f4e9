"""Files that appear whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Offer another name to write to; the file takes its own when it is whole.

    Whatever goes wrong, what stood there before still stands and the half file is gone.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(f".{target.name}.part")
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
    probe = folder / ".writable.part"
    try:
        probe.touch()
    finally:
        if probe.exists():
            probe.unlink()
