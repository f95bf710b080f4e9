"""Settings that travel to another machine, with the files that they name.

The keys of plays depend on what is in those files and not on where they stand, so what is drawn
there has the same keys as here.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mathcore import files_of
from scenes.production.cache.files import replacing
from scenes.production.planning.settings import Settings
from scenes.production.voice.recordings import lengths
from scenes.production.workers.outcome import FarmError


@dataclass(frozen=True)
class Bundle:
    """A file and those that it names, where they stand to each other.

    Attributes
    ----------
    name : str
        The file that the others are named by, as a path inside the bundle.
    """

    name: str
    files: Mapping[str, bytes]

    @classmethod
    def of(cls, paths: Sequence[Path]) -> Bundle:
        """Pack files, the naming one first."""
        absolute = [Path(os.path.abspath(path)) for path in paths]
        root = os.path.commonpath([path.parent for path in absolute])
        names = [path.relative_to(root).as_posix() for path in absolute]
        contents = (path.read_bytes() for path in absolute)
        return cls(names[0], dict(zip(names, contents, strict=True)))

    def unpack(self, folder: Path) -> Path:
        """Write the files below a folder, to a place of their own; return the naming one."""
        digest = hashlib.sha256(repr(sorted(self.files.items())).encode()).hexdigest()[:16]
        for name, data in self.files.items():
            target = folder / digest / name
            if not target.exists():
                with replacing(target) as half:
                    half.write_bytes(data)
        return folder / digest / self.name


@dataclass(frozen=True)
class PackedSettings:
    """Settings, and all that they need on another machine.

    Recordings stay: what is drawn depends on nothing but how long they are.
    """

    settings: Settings
    example: Bundle
    layers: tuple[Bundle, ...]

    @classmethod
    def of(cls, settings: Settings) -> PackedSettings:
        """Pack what settings name."""
        layers = tuple(Bundle.of(_movable(path)) for path in settings.layers)
        movable = replace(settings, voice=None, lengths=lengths(settings))
        return cls(movable, Bundle.of([settings.example]), layers)

    def unpack(self, folder: Path) -> Settings:
        """Return settings for this machine: everything is below a folder, with a cache there."""
        return replace(
            self.settings,
            example=self.example.unpack(folder / "data"),
            layers=tuple(each.unpack(folder / "data") for each in self.layers),
            out=folder / "out",
            cache=folder / "cache",
        )


def _movable(layer: Path) -> tuple[Path, ...]:
    """Return the files of a layer; each must be named as seen from the layer file."""
    files = files_of(os.path.relpath(layer))
    for path in files[1:]:
        if path.is_absolute():
            raise FarmError(
                f"{layer}: names {path} by its whole path, which a farm worker does not have. "
                "Put it beside the layer file and name it as seen from there."
            )
    return files
