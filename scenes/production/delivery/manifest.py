"""The list of everything in a folder: which file shows what, when, and what is said.

``start`` is the second at which a beat begins in its chapter; the times of captions are those of
the video itself.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mathcore import RecipeBook
from scenes.kit.stage.script import LANGUAGES, caption_lines
from scenes.kit.stage.timeline import Cue
from scenes.production.cache.files import sha256, write_text
from scenes.production.delivery import captions
from scenes.production.delivery.videos import Delivered, Piece
from scenes.production.gate.receipts import NAME as RECEIPTS
from scenes.production.planning.environment import LIBRARIES
from scenes.production.planning.plain_names import plain_name
from scenes.production.planning.settings import Settings
from scenes.production.voice.telling import voice_table

NAME = "manifest.json"
KINDS = {".png": "still", ".vtt": "captions", ".srt": "captions", ".txt": "description"}

Entry = dict[str, Any]


def write_manifest(settings: Settings, delivered: Iterable[Delivered]) -> Path:
    """Write what was delivered into the list; what earlier runs delivered stays in it.

    Whoever calls this holds the folder.
    """
    entries = _still_there(settings.folder)
    for each in delivered:
        before = entries.get(each.piece.stem, {"files": []})["files"]
        entries[each.piece.stem] = _entry(settings, each, before)
    table = {
        "example": _example(settings),
        "layers": [{"name": plain_name(path), "sha256": sha256(path)} for path in settings.layers],
        "language": settings.language,
        "theme": settings.theme,
        "captions_in_picture": settings.captions,
        "width": settings.quality.width,
        "height": settings.quality.height,
        "frames_per_second": settings.quality.fps,
        "versions": {"python": platform.python_version()}
        | {lib: version(lib) for lib in LIBRARIES},
        "receipts": RECEIPTS if (settings.folder / RECEIPTS).is_file() else None,
        "videos": [entries[stem] for stem in sorted(entries)],
    }
    text = json.dumps(table, ensure_ascii=False, indent=2) + "\n"
    return write_text(settings.folder / NAME, text)


def read_manifest(folder: Path) -> Mapping[str, Any]:
    """Return the list of a folder; empty if there is none, or none that can be read."""
    try:
        table = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return table if isinstance(table, dict) else {}


def _still_there(folder: Path) -> dict[str, Entry]:
    """Return what earlier runs delivered, without the files that are gone."""
    entries = {}
    for entry in read_manifest(folder).get("videos", []):
        files = [file for file in entry["files"] if (folder / file["file"]).is_file()]
        if files:
            entries[entry["stem"]] = {**entry, "files": files}
    return entries


def _entry(settings: Settings, delivered: Delivered, before: Sequence[Entry]) -> Entry:
    files = {file["file"]: file for file in before}
    files |= {file["file"]: file for file in _files(settings, delivered)}
    return {
        **_about(delivered.piece),
        "captions": _captions(settings, delivered.piece),
        "files": [files[name] for name in sorted(files)],
    }


def _example(settings: Settings) -> Entry:
    title = dict(RecipeBook.load(settings.example).name)
    return {
        "name": settings.example_name,
        "title": title,
        "sha256": sha256(settings.example),
    }


def _files(settings: Settings, delivered: Delivered) -> Iterable[Entry]:
    for path in delivered.files:
        yield {
            "file": path.relative_to(settings.folder).as_posix(),
            "kind": _kind(path),
            "bytes": path.stat().st_size,
            "sha256": sha256(path),
        }


def _kind(path: Path) -> str:
    if path.name.endswith(".chapters.vtt"):
        return "chapters"
    return KINDS.get(path.suffix, "video")


def _about(piece: Piece) -> Entry:
    return {
        "stem": piece.stem,
        "chapter": piece.chapter,
        "beat": piece.beat,
        "title": dict(piece.title),
        "start": round(piece.start, 3),
        "duration": round(piece.seconds, 3),
        "notes": dict(piece.notes) if piece.notes else None,
        **({"voice": voice_table(piece.voice)} if piece.voice else {}),
    }


def _captions(settings: Settings, piece: Piece) -> list[Entry]:
    return [_caption(cue) for cue in captions.tidy(piece.cues, settings.quality.fps, piece.seconds)]


def _caption(cue: Cue) -> Entry:
    said = {each: "\n".join(caption_lines(cue.text[each], each)) for each in LANGUAGES}
    return {"start": round(cue.start, 3), "end": round(cue.end, 3), "text": said}
