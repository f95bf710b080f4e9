"""The list of everything in a pack: each file with its checksum, and what the clips show.  Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from scenes.kit.stage.script import LANGUAGES
from scenes.production.cache.files import sha256, write_text
from scenes.production.lecture.contents import Clip, Lecture
from scenes.production.lecture.owned_files import LIST

KINDS = {
    ".mp4": "video",
    ".png": "still",
    ".vtt": "captions",
    ".srt": "captions",
    ".html": "page",
    ".txt": "text",
    ".md": "text",
}


def write_inventory(folder: Path, lecture: Lecture, files: Iterable[str]) -> Path:
    """Write the list of a pack, once everything else is in it."""
    table = {
        "example": {"name": lecture.example, "title": dict(lecture.title)},
        "language": lecture.language,
        "theme": lecture.theme,
        "width": lecture.width,
        "height": lecture.height,
        "frames_per_second": lecture.frames_per_second,
        "chapters": [
            _clip(chapter.clip) | {"beats": [_clip(beat) for beat in chapter.beats]}
            for chapter in lecture.chapters
        ],
        "files": list(_files(folder, files)),
    }
    text = json.dumps(table, ensure_ascii=False, indent=2) + "\n"
    return write_text(folder / LIST, text)


def _files(folder: Path, names: Iterable[str]) -> Iterator[dict[str, Any]]:
    for name in sorted(names):
        path = folder / name
        yield {
            "file": name,
            "kind": KINDS.get(path.suffix, "deck"),
            "bytes": path.stat().st_size,
            "sha256": sha256(path),
        }


def _clip(clip: Clip) -> dict[str, Any]:
    return {
        "name": clip.name,
        "title": dict(clip.title),
        "start": clip.start,
        "duration": clip.seconds,
        "stem": clip.stem,
        "captions": [
            {"start": said.start, "end": said.end}
            | {language: said.text[language] for language in LANGUAGES}
            for said in clip.captions
        ],
        "notes": dict(clip.notes) if clip.notes else None,
    }
