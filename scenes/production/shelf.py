"""Where finished segments are kept, and when they may be used again.

The folder of a chapter's segments is named after everything its pictures depend on: the code, the
fonts, the words, the example, the layer, the settings.  Nothing in it can be stale.
"""

from __future__ import annotations

import hashlib
import platform
import shutil
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from mathcore import files_of
from scenes.kit.choices import SCENES, all_chapters
from scenes.production.material import layer_of
from scenes.production.settings import PROJECT, Settings

LIBRARIES = ("manim", "av", "numpy")
PRODUCTION = Path(__file__).parent
SOURCES = ("mathcore/**/*.py", "scenes/**/*.py", "scenes/**/*.toml", "assets/fonts/*")


class Shelf:
    """The place of one chapter, in one look, in the cache."""

    def __init__(self, settings: Settings, chapter: str, scene_class: type) -> None:
        kind = "alpha" if settings.transparent else "opaque"
        endings = "-".join(carrier.container for carrier in settings.carriers)
        look = f"{settings.look}-{kind}-{endings}"
        layered = layer_of(settings, scene_class) is not None
        material = settings.material if layered else settings.example_name
        self.folder = settings.cache / material / look / chapter
        self.segments = self.folder / _fingerprint(settings, chapter, scene_class)
        self.media = self.folder / "media"
        self._counted = self.folder / "frames.txt"

    def remembered_frames(self) -> int | None:
        """Return how many frames the chapter had last time; it may have changed since."""
        return int(self._counted.read_text()) if self._counted.exists() else None

    def remember(self, frames: int) -> None:
        """Keep the number of frames, and no segments that nothing asks for any more."""
        self._counted.write_text(str(frames))
        for other in self.folder.iterdir():
            if other.is_dir() and other not in (self.segments, self.media):
                shutil.rmtree(other)


def _fingerprint(settings: Settings, chapter: str, scene_class: type) -> str:
    digest = hashlib.sha256()
    for part in _settings(settings):
        digest.update(part.encode() + b"\0")
    for path in _sources(chapter, scene_class):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    layer = layer_of(settings, scene_class)
    for path in (settings.example, *(files_of(layer) if layer else ())):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _settings(settings: Settings) -> Iterator[str]:
    yield platform.python_version()
    yield from (f"{library} {version(library)}" for library in LIBRARIES)
    quality = settings.quality
    yield f"{settings.language} {settings.theme} {settings.captions} {quality} {quality.width}"
    for carrier in settings.carriers:
        yield f"{carrier.codec} {carrier.pixel_format} {carrier.options(quality.fps)}"


def _sources(chapter: str, scene_class: type) -> Iterator[Path]:
    """Yield every file that can change the picture: not the other chapters, commands, checks."""
    needed = {cls.__module__.rpartition(".")[2] for cls in scene_class.__mro__} | {chapter}
    others = set(all_chapters()) - needed
    for path in _project_files():
        is_other = path.parent == SCENES and path.stem in others
        if PRODUCTION not in path.parent.parents and not is_other:
            yield path


def _project_files() -> Iterable[Path]:
    found = {path for pattern in SOURCES for path in PROJECT.glob(pattern)}
    return sorted(path for path in found if path.is_file())
