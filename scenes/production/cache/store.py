"""What is finished is kept: segments and stills under the key of their play, and plans.

An entry is a file and, beside it, its checksum, written last: an entry without one is not whole,
and one that does not agree with it is spoilt, is thrown away, and is made again.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenes.production.cache.files import write_text
from scenes.production.cache.partial_files import half_of

SUM = ".sum"
LOOKS = (0.0, 0.1)  # seconds; another run may have replaced the entry and not yet its checksum


@dataclass(frozen=True)
class Cache:
    """A folder of entries, which several runs may use at once."""

    folder: Path

    def stem(self, key: str) -> Path:
        """Return the path of an entry without its ending."""
        return self.folder / "segments" / key[:2] / key

    def keep(self, half: Path, target: Path) -> None:
        """Make a finished file an entry."""
        checksum = _checksum(half.read_bytes())
        half.replace(target)
        write_text(_sum(target), checksum)

    def put(self, target: Path, data: bytes) -> None:
        """Make an entry of bytes."""
        with half_of(target) as half:
            half.write_bytes(data)
            self.keep(half, target)

    def has(self, target: Path) -> bool:
        """Tell whether an entry is there; it may be spoilt."""
        return target.exists() and _sum(target).exists()

    def made(self, target: Path) -> float:
        """Return when an entry was made: its checksum is not touched when it is used again."""
        return _sum(target).stat().st_mtime

    def is_whole(self, target: Path) -> bool:
        """Tell whether an entry is there as it was made; a spoilt one is thrown away.

        What has no checksum stays: another run may be about to write it.
        """
        try:
            for pause in LOOKS:
                time.sleep(pause)
                if _checksum(target.read_bytes()).encode() == _sum(target).read_bytes():
                    os.utime(target)  # those that were used last are kept longest
                    return True
        except FileNotFoundError:
            return False
        drop(target)
        return False

    def plan_path(self, name: str) -> Path:
        """Return where a plan is kept."""
        return self.folder / "plans" / f"{name}.json"

    def write_table(self, name: str, table: Any) -> None:
        """Keep a plan, or what else is to be remembered, under its name."""
        text = json.dumps(table, ensure_ascii=False)
        write_text(self.plan_path(name), f"{_checksum(text.encode())}\n{text}")

    def read_table(self, name: str) -> Any:
        """Return what was kept under a name, or None; what cannot be read was not kept."""
        path = self.plan_path(name)
        try:
            checksum, _, text = path.read_text(encoding="utf-8").partition("\n")
            os.utime(path)
        except (FileNotFoundError, UnicodeDecodeError):
            return None
        return json.loads(text) if checksum == _checksum(text.encode()) else None


def drop(target: Path) -> None:
    """Throw an entry away."""
    _sum(target).unlink(missing_ok=True)
    target.unlink(missing_ok=True)


def _sum(target: Path) -> Path:
    return target.with_name(target.name + SUM)


def _checksum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
