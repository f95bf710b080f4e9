"""``deck.pdf``: a page a beat with its still and all that is said.

It is the handout, and the way out where video fails: text that can be selected and searched, in
the shipped font, with a bookmark for every beat and a structure that screen readers follow.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from scenes.kit.ground.lettering import FONTS
from scenes.kit.ground.theme import PAPER, PRINTED
from scenes.kit.stage.script import TAGS
from scenes.production.cache.files import replacing
from scenes.production.delivery.videos import film_title
from scenes.production.lecture.contents import Clip, Lecture, LectureChapter
from scenes.production.lecture.wording import (
    description,
    duration,
    own_first,
    said,
    slide_title,
    span,
    word,
)

FILES = ("deck.pdf",)
FONT = "Mixing Sans 1"
PAGE = Path(__file__).with_name("handout.typ")
MADE = datetime(2000, 1, 1, tzinfo=UTC)  # not the time of writing: the same lecture, the same file
ROLES = ("ink", "muted")  # of the light theme: a handout is printed


def write(lecture: Lecture, folder: Path) -> list[Path]:
    """Write the handout."""
    target = folder / FILES[0]
    compiled: Any = typst.compile  # its types want a page and its fonts to be of one kind
    with replacing(target) as half:
        half.write_bytes(
            compiled(
                PAGE.read_bytes(),
                root=lecture.folder,
                font_paths=[FONTS],
                ignore_system_fonts=True,
                format="pdf",
                sys_inputs={"given": json.dumps(_given(lecture), ensure_ascii=False)},
                timestamp=MADE,
                pdf_standards=["ua-1"],
            )
        )
    return [target]


def _given(lecture: Lecture) -> dict[str, Any]:
    """Return everything that the pages show."""
    return {
        "title": film_title()[lecture.language],
        "keywords": lecture.example,
        "font": FONT,
        "colours": {"background": PRINTED, **{role: asdict(PAPER)[role] for role in ROLES}},
        "languages": [_language(each) for each in own_first(lecture.language)],
        "chapters": [
            {
                "title": chapter.clip.title[lecture.language],
                "beats": list(_pages(lecture, chapter)),
            }
            for chapter in lecture.chapters
        ],
    }


def _language(key: str) -> dict[str, Any]:
    lang, _, region = TAGS[key].partition("-")
    words = {name: word(name, key) for name in ("on_screen", "notes")}
    return {"key": key, "lang": lang, "region": region or None, **words}


def _pages(lecture: Lecture, chapter: LectureChapter) -> Iterator[dict[str, Any]]:
    for number, beat in enumerate(chapter.beats, 1):
        yield {
            "first": number == 1,
            "title": slide_title(chapter, number, lecture.language),
            "time": f"{span(beat)} ({duration(beat, lecture.language)})",
            "still": f"/{beat.poster}",
            "alt": description(beat, lecture.language),
            "said": {each: said(beat, each) for each in own_first(lecture.language)},
            "notes": _notes(beat),
        }


def _notes(beat: Clip) -> dict[str, str] | None:
    return dict(beat.notes) if beat.notes else None
