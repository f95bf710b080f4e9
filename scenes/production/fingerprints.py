"""What stands for all that a picture depends on: code, fonts, words, example, layer, settings.

The spoken lines of a chapter are left out of its fingerprint, because each play knows which of
them are in its pictures: another wording of one line is another key for the plays that show it,
and for no others.
"""

from __future__ import annotations

import hashlib
import json
import platform
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mathcore import RecipeBook, files_of
from scenes.kit.choices import SCENES, all_chapters
from scenes.kit.phrases import placeholders
from scenes.kit.script import LANGUAGES, Text
from scenes.production.material import layer_of
from scenes.production.settings import PROJECT, Settings
from scenes.production.voice.naming import find

LIBRARIES = ("manim", "av", "numpy")
PRODUCTION = Path(__file__).parent
SOURCES = (
    "mathcore/**/*.py",
    "mathcore/**/*.toml",
    "scenes/**/*.py",
    "scenes/**/*.toml",
    "assets/fonts/*",
)
PICTURE_MAKERS = (
    "canvas",
    "carriers",
    "converting",
    "colour",
    "damage",
    "recorder",
    "segments",
    "swift",
    "fingerprints",
)
PLANNERS = (
    "scenes/production/filming.py",
    "scenes/production/plan.py",
    "scenes/production/gate/*.py",
)
SAID = (*LANGUAGES, "notes", "seconds")  # what the base leaves out of a beat's table


def base_fingerprint(settings: Settings, chapter: str, scene_class: type) -> str:
    """Return what stands for all of a chapter's pictures, but for the lines and the lengths."""
    digest = _begun(settings, chapter)
    own = _own_modules(chapter, scene_class)
    for path in _picture_sources(own):
        words = path.suffix == ".toml" and path.parent == SCENES and path.stem in own
        digest.update(path.name.encode() + b"\0" + (_silent(path) if words else path.read_bytes()))
    for data in _data(settings, scene_class):
        digest.update(data)
    return digest.hexdigest()[:32]


def plan_fingerprint(
    chapter: str, scene_class: type, base: str, least: Mapping[str, float] | None = None
) -> str:
    """Return what stands for a chapter's plan: its pictures, what it says, and the receipts.

    ``least`` are the seconds that its beats must last for a voice.
    """
    digest = hashlib.sha256(base.encode())
    digest.update(json.dumps(least, sort_keys=True).encode() if least else b"")
    own = {SCENES / f"{name}.toml" for name in _own_modules(chapter, scene_class)}
    for path in (*sorted(own), *in_project(*PLANNERS)):
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()[:32]


def play_key(base: str, beat: str, number: int, frames: int, lines: Iterable[str]) -> str:
    """Return the key of a play: the ``number``-th of its beat, with the captions it shows."""
    told = json.dumps([base, beat, number, frames, *lines])
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def delivery_fingerprint(settings: Settings, *made_from: object) -> str:
    """Return what stands for delivered files: what they are made from, and how."""
    digest = _begun(settings, f"{settings} {made_from}")
    own = in_project("scenes/production/*.py", "scenes/production/voice/*.py")
    for path in (*own, SCENES / "kit" / "script.py"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def whole_fingerprint(settings: Settings) -> str:
    """Return what stands for everything that a run can depend on."""
    digest = _begun(settings, str(settings))
    for path in (*in_project(*SOURCES), settings.example, *map(Path, _layer_files(settings))):
        digest.update(path.read_bytes())
    for recording in find(settings.voice) if settings.voice else ():
        digest.update(recording.name.encode() + b"\0" + recording.path.read_bytes())
    return digest.hexdigest()[:32]


def _layer_files(settings: Settings) -> Iterator[Path]:
    for path in (*in_project("assets/layers/*.toml"), *settings.layers):
        yield from files_of(path)


def _begun(settings: Settings, name: str) -> Any:
    digest = hashlib.sha256(name.encode())
    for part in _settings(settings):
        digest.update(part.encode() + b"\0")
    return digest


def _settings(settings: Settings) -> Iterator[str]:
    yield platform.python_version()
    yield from (f"{library} {version(library)}" for library in LIBRARIES)
    quality = settings.quality
    yield f"{settings.language} {settings.theme} {settings.captions} {quality} {quality.width}"
    for carrier in settings.carriers:
        yield f"{carrier.codec} {carrier.pixel_format} {carrier.options(quality.fps)}"


def _own_modules(chapter: str, scene_class: type) -> set[str]:
    return {cls.__module__.rpartition(".")[2] for cls in scene_class.__mro__} | {chapter}


def _picture_sources(own: set[str]) -> Iterator[Path]:
    """Yield every file that can change the picture: not the other chapters, commands, checks."""
    others = set(all_chapters()) - own
    for path in in_project(*SOURCES):
        if PRODUCTION in path.parents:
            needed = path.parent == PRODUCTION and path.stem in PICTURE_MAKERS
        else:
            needed = path.parent != SCENES or path.stem not in others
        if needed:
            yield path


def _silent(path: Path) -> bytes:
    """Return a script without what is said: how many lines a beat has, its title, the labels."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    drawn = {name: table.pop(name, None) for name in ("title", "labels")}
    beats = {name: _without_lines(beat) for name, beat in table.items()}
    return json.dumps([drawn, beats], sort_keys=True).encode()


def _without_lines(beat: dict[str, Any]) -> dict[str, Any]:
    said = beat.get(LANGUAGES[0])
    count = len(said) if isinstance(said, list) else 1
    return {"lines": count, **{name: each for name, each in beat.items() if name not in SAID}}


def _data(settings: Settings, scene_class: type) -> Iterator[bytes]:
    """Yield what a chapter is about; of the example only its words, if it shows no recipes."""
    layer = layer_of(settings, scene_class)
    if layer is None or getattr(scene_class, "recipes_too", False):
        yield settings.example.read_bytes()
    else:
        words = placeholders(RecipeBook.load(settings.example))
        yield json.dumps({name: _plain(word) for name, word in words.items()}).encode()
    for path in files_of(layer) if layer else ():
        yield path.read_bytes()


def _plain(word: Text | str) -> Text | str:
    return word if isinstance(word, str) else dict(word)


def in_project(*patterns: str) -> list[Path]:
    """Return the project's files of some patterns, sorted."""
    found = {path for pattern in patterns for path in PROJECT.glob(pattern)}
    return sorted(path for path in found if path.is_file())
