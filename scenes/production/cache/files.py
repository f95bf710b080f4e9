"""Files that appear whole or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from scenes.production.cache.partial_files import half_of


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Offer another path to write to; the file takes its own when it is whole.

    Whatever goes wrong, what stood there before still stands and the half file is gone.
    """
    with half_of(target) as half:
        yield half
        half.replace(target)


def write_text(target: Path, text: str) -> Path:
    """Write a text file, whole or not at all."""
    with replacing(target) as half:
        _write(half, text)
    return target


def write_new(target: Path, text: str) -> bool:
    """Write a text file, whole or not at all, where none is yet; tell whether it was written."""
    with half_of(target) as half:
        _write(half, text)
        try:
            os.link(half, target)  # unlike renaming, it replaces nothing
        except FileExistsError:
            return False
        except OSError:  # a disk that knows no links
            return _copy_new(half, target)
    return True


def _write(path: Path, text: str) -> None:
    """Write text; a byte of a file's name that is no UTF-8 is spelled out, as JSON does it too."""
    path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")


def _copy_new(whole: Path, target: Path) -> bool:
    try:
        with target.open("xb") as file:
            file.write(whole.read_bytes())
    except FileExistsError:
        return False
    return True


def sha256(path: Path) -> str:
    """Return the checksum of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def remove_empty(folder: Path, top: Path) -> None:
    """Remove a folder that is empty, and those above it that are so by that, but not ``top``."""
    with suppress(OSError):  # it is not empty, or another run has just done it
        while folder != top:
            folder.rmdir()
            folder = folder.parent


def require_writable(folder: Path) -> None:
    """Fail now rather than after the work if nothing can be written to a folder."""
    try:
        with half_of(folder / "writable") as half:
            half.touch()
    except OSError as error:
        error.filename = str(folder)  # which whoever runs this knows, unlike what was tried in it
        raise
