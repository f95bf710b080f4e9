"""What was made from what: as long as neither has changed, nothing need be made again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scenes.production.cache.store import Cache
from scenes.production.planning.inputs import Inputs


@dataclass(frozen=True)
class Record:
    """A note in the cache: these files were made from these inputs.

    ``what`` names the work and the folder that it was done in.
    """

    cache: Cache
    what: str
    inputs: Inputs

    def files(self) -> tuple[Path, ...] | None:
        """Return the files, if nothing has changed: neither they nor what they were made from."""
        known = self.cache.read_table(self._name)
        if known is None or known["key"] != self.inputs.key:
            return None
        stands = all(_state(Path(file)) == state for file, state in known["files"].items())
        return tuple(map(Path, known["files"])) if stands else None

    def keep(self, files: Iterable[Path]) -> None:
        """Note that the files have been made, if what they were made from is still the same."""
        self.inputs.require_unchanged()
        states = {str(file.absolute()): _state(file) for file in files}
        self.cache.write_table(self._name, {"key": self.inputs.key, "files": states})

    @property
    def _name(self) -> str:
        return f"record-{hashlib.sha256(self.what.encode()).hexdigest()[:32]}"


def _state(file: Path) -> list[int] | None:
    try:
        state = file.stat()
    except OSError:
        return None
    return [state.st_size, state.st_mtime_ns]
