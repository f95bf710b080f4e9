"""A lecture that is made in no time: clips of one colour each, and texts that want escaping."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from scenes.production.cache.store import Cache
from scenes.production.encoding.formats import MP4
from scenes.production.encoding.segments import Reel
from scenes.production.lecture.contents import Lecture
from scenes.production.planning.settings import Quality

SIZE = Quality(96, 54, 10)
FRAMES = 12
CHAPTERS = {"row_by_column": 2, "convolution": 1}
SAID = {
    "en": "A <b> & \"c\" * d_e,\nnot [f] $1 'g' `h` {i}.",
    "zh": '甲 < 乙，\n不是 {丙} & "丁"。',
}
NOTES = {"en": "1. Ask: is <x> > 2 & *y*?", "zh": "1. 问：<x> > 2 & *y*？"}
COLOURS = ((200, 30, 30), (30, 160, 60), (40, 60, 200))


def lecture(folder: Path, language: str = "en") -> Lecture:
    """Write a lecture into ``folder/captioned`` and read it."""
    captioned = folder / "captioned"
    table = {
        "example": {"name": "cocktails", "title": {"en": "Cocktails", "zh": "鸡尾酒"}},
        "language": language,
        "theme": "night",
        "captions_in_picture": True,
        "width": SIZE.width,
        "height": SIZE.height,
        "frames_per_second": SIZE.fps,
        "videos": list(_videos(captioned)),
    }
    (captioned / "manifest.json").write_text(json.dumps(table), encoding="utf-8")
    return Lecture.load(captioned)


def _videos(folder: Path) -> Iterator[dict[str, Any]]:
    colours = iter(COLOURS)
    for chapter, beats in CHAPTERS.items():
        yield _entry(chapter, chapter, None, 0.0, beats * FRAMES / SIZE.fps, None)
        for number in range(1, beats + 1):
            stem, start = f"{chapter}/{number:02}-beat_{number}", (number - 1) * FRAMES / SIZE.fps
            _write(folder / stem, next(colours))
            notes = NOTES if number == 1 else None
            yield _entry(stem, chapter, f"beat_{number}", start, FRAMES / SIZE.fps, notes)


def _entry(
    stem: str, chapter: str, beat: str | None, start: float, seconds: float, notes: Any
) -> dict[str, Any]:
    title = {"en": f"{chapter} & co", "zh": "红与点"}
    captions = [{"start": 0.0, "end": seconds, "text": SAID}]
    about = {"stem": stem, "chapter": chapter, "beat": beat, "title": title, "start": start}
    return {**about, "duration": seconds, "notes": notes, "captions": captions, "files": []}


def _write(stem: Path, colour: tuple[int, int, int]) -> None:
    """Write a clip of one colour whose last frame, its still, has a white corner."""
    stem.parent.mkdir(parents=True, exist_ok=True)
    picture = np.full((SIZE.height, SIZE.width, 4), (*colour, 255), np.uint8)
    last = picture.copy()
    last[:27, :48] = 255
    reel = Reel(stem.with_name(f"{stem.name}.mp4"), MP4, SIZE)
    reel.write(picture, None)
    reel.hold(FRAMES - 2)
    reel.write(last, None)
    reel.finish(Cache(stem.parent))
    Image.fromarray(last[..., :3]).save(stem.with_name(f"{stem.name}.png"))
    for tag in ("en", "zh-CN"):
        text = "WEBVTT\n\n00:00.000 --> 00:01.200\nSaid.\n"
        stem.with_name(f"{stem.name}.{tag}.vtt").write_text(text, encoding="utf-8")
