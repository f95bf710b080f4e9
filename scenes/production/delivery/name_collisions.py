"""Things of one name, side by side: films in the folder of all, voices in the folder of a film.

The first has the plain name, the others have a tag behind it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from mathcore import files_of
from scenes.production.cache.files import sha256
from scenes.production.cache.locks import take
from scenes.production.delivery.folder_origins import SHORT, Origin
from scenes.production.delivery.manifest import read_manifest
from scenes.production.planning.settings import VOICE, Settings, tagged
from scenes.production.voice.naming import find

TAG = "(?:_([0-9a-f]{6,64}))?"


@dataclass(frozen=True)
class Films:
    """The films of one name: ``out/tea/`` and ``out/tea_1f3a2b/``."""

    settings: Settings
    what = "film"

    @cached_property
    def origin(self) -> Origin:
        """What the film is made from: the example, and the layers that are not the default ones."""
        example, out = self.settings.example, self.settings.out
        layers = [(path, [_sum_of(files_of(path))]) for path in self.settings.layers]
        return Origin.of([(example, [sha256(example)]), *layers], out)

    def folder(self, tag: str) -> Path:
        """Return the folder with a tag."""
        return self.settings.out / replace(self.settings, material_tag=tag).material

    def note(self, tag: str) -> Path:
        """Return where it is noted what is in it."""
        return self.folder(tag) / ".made-from.json"

    def tags(self) -> Iterator[str]:
        """Yield the tags of all that are there."""
        return _tags(self.settings.out, re.escape(self.folder("").name) + TAG)

    def there(self, tag: str) -> Path | None:
        """Return the folder with a tag, or one that a disk may take for the same; None if neither.

        Some disks do not tell capitals from small letters, and a folder may be copied to one.
        """
        folder = self.folder(tag)
        alike = [path for path in _folders(folder.parent) if _lower(path) == _lower(folder)]
        return folder if folder.exists() else next(iter(alike), None)

    def is_of_others(self, tag: str) -> bool:
        """Tell whether a folder without a note, of version 0.1, holds what other files gave."""
        own = [sha256(path) for path in (self.settings.example, *self.settings.layers)]
        known = list(_examples(self.folder(tag)))
        return self.there(tag) != self.folder(tag) or (bool(known) and own not in known)

    def set_aside(self, owner: Origin | None) -> Path | None:
        """Give the folder with the plain name a tag; return its new path.

        None if that cannot be: a run is at work in it, or something else has that name.
        """
        plain = self.folder("")
        aside = self.folder(next(owner.tags() if owner else _old_tags(plain)))
        hold = take(plain) if plain.exists() and not aside.exists() else None
        if hold is None:
            return None
        with hold:
            try:
                return plain.rename(aside)
            except OSError:
                return None


@dataclass(frozen=True)
class Voices:
    """The voices of a film: ``out/tea/en-voice/`` and ``out/tea/en-voice_1f3a2b/``."""

    settings: Settings
    what = "voice"

    @property
    def home(self) -> Path:
        """The folder of the film."""
        return self.settings.folder.parent

    @cached_property
    def origin(self) -> Origin:
        """The folder of the recordings."""
        assert self.settings.voice
        sums = [sha256(recording.path) for recording in find(self.settings.voice)]
        return Origin.of([(self.settings.voice, sums)], self.settings.out)

    def folder(self, tag: str) -> Path:
        """Return the folder with a tag, of this language."""
        return self.home / replace(self.settings, voice_tag=tag).look

    def note(self, tag: str) -> Path:
        """Return where it is noted whose voice it is, in every language."""
        return self.home / f".made-from-{tagged(VOICE, tag)}.json"

    def tags(self) -> Iterator[str]:
        """Yield the tags of all that are there."""
        yield from _tags(self.home, rf"\.made-from-{VOICE}{TAG}\.json")

    def there(self, tag: str) -> Path | None:
        """Return a folder with a tag, of any language."""
        name = re.compile(rf".*-{tagged(VOICE, tag)}(?:-lecture)?")
        return next((path for path in _folders(self.home) if name.fullmatch(path.name)), None)

    def is_of_others(self, tag: str) -> bool:
        """Tell whether in the folders without a note, of version 0.1, others are heard."""
        known = {
            heard["sha256"]
            for path in self.home.glob(f"*-{tagged(VOICE, tag)}")
            for video in read_manifest(path).get("videos", [])
            for heard in video.get("voice", [])
        }
        return bool(known) and known.isdisjoint(*self.origin.sums)

    def set_aside(self, owner: Origin | None) -> Path | None:
        """Leave it where it is: it is in several folders, one for each language."""
        return None


def _tags(folder: Path, pattern: str) -> Iterator[str]:
    named = (re.fullmatch(pattern, path.name, re.IGNORECASE) for path in folder.glob("*"))
    yield from sorted(each[1] or "" for each in named if each)


def _folders(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.glob("*")) if path.is_dir())


def _lower(path: Path) -> str:
    return path.name.casefold()


def _examples(folder: Path) -> Iterator[list[str]]:
    """Yield the checksums of the example and the layers that the lists of a folder name."""
    for path in sorted(folder.glob("*/manifest.json")):
        table: Any = read_manifest(path.parent)
        if "sha256" in table.get("example", ()):
            yield [each["sha256"] for each in (table["example"], *table.get("layers", ()))]


def _old_tags(folder: Path) -> Iterator[str]:
    """Yield a tag for what version 0.1 made of files of which only the checksums are known."""
    yield _digest(repr(next(_examples(folder), None)).encode())[:SHORT]


def _sum_of(files: tuple[Path, ...]) -> str:
    return _digest(" ".join(map(sha256, files)).encode())


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
