"""What a folder is made from, as a hidden note in it says: which files, and what was in them."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from scenes.production.cache.files import write_new, write_text
from scenes.production.cache.paths import shown
from scenes.production.planning.settings import PROJECT

SHORT = 6  # hexadecimal digits tell things of one name apart; if they do not, twice as many do


@dataclass(frozen=True)
class Origin:
    """Files, or folders, that something is made from.

    Attributes
    ----------
    paths : tuple of str
        Where they are: those of the project as seen from it, so that it may be moved as a whole.
    sums : tuple of tuple of str
        The checksums of what is in each of them.
    """

    paths: tuple[str, ...]
    sums: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, sources: Sequence[tuple[Path, Iterable[str]]], out: Path) -> Origin:
        """Describe sources, each with its checksums, of what is made somewhere below ``out``."""
        paths = tuple(_told(path, out) for path, _ in sources)
        return cls(paths, tuple(tuple(sorted(sums)) for _, sums in sources))

    def __str__(self) -> str:
        """Name the files as one would type them."""
        return " and ".join(shown(_found(path)) for path in self.paths)

    def tags(self) -> Iterator[str]:
        """Yield what it can be told by, from short to long: the same on every day."""
        digest = hashlib.sha256(os.fsencode("\0".join(self.paths))).hexdigest()
        length = SHORT
        while length < 2 * len(digest):
            yield digest[:length]
            length *= 2

    def is_same(self, other: Origin) -> bool:
        """Tell whether both are the same files, whatever is in them now."""
        return len(self.paths) == len(other.paths) and all(map(_is_one, self.paths, other.paths))

    def was(self, other: Origin) -> bool:
        """Tell whether these are the other files, moved: those are gone, and this was in them."""
        return len(self.paths) == len(other.paths) and all(
            _is_one(here, there) or (not _found(there).exists() and not {*now}.isdisjoint(then))
            for here, there, now, then in zip(
                self.paths, other.paths, self.sums, other.sums, strict=True
            )
        )

    @property
    def is_gone(self) -> bool:
        """Whether a file is no longer there."""
        return not all(_found(path).exists() for path in self.paths)


def read_origin(note: Path) -> Origin | None:
    """Return what a note says; None if there is none, or none that can be read."""
    try:
        table = json.loads(note.read_text(encoding="ascii"))["made_from"]
        paths, sums = zip(*((each["path"], tuple(each["sha256"])) for each in table), strict=True)
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return Origin(paths, sums)


def write_origin(note: Path, origin: Origin) -> None:
    """Write a note, in the place of one that may be there."""
    write_text(note, _text(origin))


def claim(note: Path, origin: Origin) -> bool:
    """Write a note if there is none yet; tell whether it was written."""
    return write_new(note, _text(origin))


def _text(origin: Origin) -> str:
    pairs = zip(origin.paths, origin.sums, strict=True)
    table = [{"path": path, "sha256": sums} for path, sums in pairs]
    return json.dumps({"made_from": table}, indent=1) + "\n"


def _told(path: Path, out: Path) -> str:
    here, project = path.resolve(), PROJECT.resolve()
    if here.is_relative_to(project) and out.resolve().is_relative_to(project):
        return here.relative_to(project).as_posix()
    return str(here)  # several checkouts may share a folder that is in none of them


def _found(told: str) -> Path:
    return PROJECT / told


def _is_one(here: str, there: str) -> bool:
    """Tell whether two paths lead to one file: case may not count, and there are links."""
    with suppress(OSError):
        return here == there or _found(here).samefile(_found(there))
    return False
