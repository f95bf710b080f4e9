"""Files that appear whole or not at all."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]

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
    for place, folders, files in os.walk(folder):  # it bears that others remove things meanwhile
        for name in (*folders, *files):
            named = HALF.fullmatch(name)
            if named and not _is_alive(int(named[1])):
                _remove(Path(place, name))


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Let one process at a time read a list in a folder and write it back."""
    with locked(folder, alone=True, patient=True):
        yield


@contextmanager
def locked(folder: Path, alone: bool, patient: bool = False) -> Iterator[bool]:
    """Hold a folder, together with others or alone; tell whether it could be had.

    The lock is on the folder itself, so it leaves no file; it ends with the process.
    """
    if fcntl is None:
        yield True
        return
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    kind = fcntl.LOCK_EX if alone else fcntl.LOCK_SH
    try:
        yield _take(handle, kind if patient or not alone else kind | fcntl.LOCK_NB)
    finally:
        os.close(handle)


def _take(handle: int, kind: int) -> bool:
    try:
        fcntl.flock(handle, kind)
    except BlockingIOError:
        return False
    except OSError:
        return True  # some network drives know no locks
    return True


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # it is somebody else's
    return True
