"""What is not whole yet bears a name that nobody else has, and is alive while its maker is.

Beside it stands an empty file, on which its maker holds a lock: so whatever writes the half may put
another file in its place, or lock it as some network drives do, and nobody takes away what is being
made, on whichever side of a container it is.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import secrets
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from scenes.production.cache.locks import Hold, take
from scenes.production.workers.signals import uninterrupted

# .name.system.random.part and .held, and as version 0.1 named them: .name.process.part
HALF = re.compile(r"(\..*\.(?:(?P<system>[0-9a-f]{8})\.[0-9a-f]{16}|\d+))\.(?:part|held)")
BOOT = Path("/proc/sys/kernel/random/boot_id")
LONG = 6 * 3600.0  # seconds; by then a maker that cannot be seen from here is done


class Half:
    """A file or a folder that is being made.

    Attributes
    ----------
    path : Path
        Where it is made.
    """

    def __init__(self, target: Path) -> None:
        self.target = target
        self._hold: Hold | None = None
        self._find_a_name()

    def _find_a_name(self) -> None:
        name = f".{self.target.name}.{_system()}.{secrets.token_hex(8)}"
        self.path = self.target.with_name(f"{name}.part")
        self._sign = self.target.with_name(f"{name}.held")

    def begin(self) -> None:
        """Take its name: from now on it is alive."""
        with uninterrupted():
            while True:
                self.target.parent.mkdir(parents=True, exist_ok=True)
                with suppress(FileExistsError, FileNotFoundError):
                    self._sign.touch(exist_ok=False)
                    self._hold = take(self._sign)
                if self._hold:
                    return
                self._find_a_name()  # who clears up came before the lock, and takes that one away

    def end(self) -> None:
        """Remove what was not moved away; to do it twice does no harm."""
        with uninterrupted():
            _remove(self.path)
            _remove(self._sign)
            if self._hold:
                self._hold.release()


@contextmanager
def half_of(target: Path) -> Iterator[Path]:
    """Offer a path to make a file or a folder at; what is still there at the end goes."""
    half = Half(target)
    try:
        half.begin()
        yield half.path
    finally:
        half.end()


def remove_halves(folder: Path) -> None:
    """Remove what nobody makes any more: its maker was killed."""
    for place, folders, files in os.walk(folder):  # it bears that others remove things meanwhile
        named = {
            match[1]: match["system"] for match in map(HALF.fullmatch, folders + files) if match
        }
        folders[:] = [name for name in folders if not HALF.fullmatch(name)]
        for name, system in named.items():
            _remove_if_dead(Path(place, f"{name}.part"), Path(place, f"{name}.held"), system)


def whole_files(folder: Path) -> Iterator[Path]:
    """Yield every file below a folder but those that are being made."""
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not HALF.fullmatch(name)]
        yield from (Path(place, name) for name in files if not HALF.fullmatch(name))


@cache
def _system() -> str:
    """Return what stands for this system since it was started: in it, locks show who is at work.

    On a network drive another system's lock may not be seen; containers of one system share it.
    """
    try:
        text = BOOT.read_text(encoding="ascii")
    except OSError:
        text = f"{platform.node()} {uuid.getnode()}"
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _remove_if_dead(half: Path, sign: Path, system: str | None) -> None:
    try:
        hold = take(sign)
    except FileNotFoundError:  # of version 0.1, or it has just been completed
        if _age(half) > LONG:
            _remove(half)
    except OSError:
        return  # it is somebody else's to remove
    else:
        if hold:
            with hold:
                if (hold.is_sure and system == _system()) or min(_age(half), _age(sign)) > LONG:
                    _remove(half)
                    _remove(sign)


def _age(half: Path) -> float:
    """Return for how many seconds nothing has been written there."""
    written = 0.0
    for path in (half, *half.rglob("*")):
        with suppress(FileNotFoundError):
            written = max(written, path.stat().st_mtime)
    return time.time() - written


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
