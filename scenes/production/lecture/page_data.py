"""What the player knows of the film: chapters and beats in frames, words in both languages."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from scenes.kit.stage.script import LANGUAGES, TAGS
from scenes.production.delivery.videos import film_title
from scenes.production.lecture.contents import Clip, Lecture, LectureChapter
from scenes.production.planning.film import Text

WORDS = Path(__file__).with_name("player") / "words.toml"
PLAIN = "plain"  # the player shows the captions itself


def film_data(lecture: Lecture) -> dict[str, Any]:
    """Return the film as the player reads it."""
    return {
        "title": dict(film_title()),
        "example": dict(lecture.title),
        "language": lecture.language,
        "theme": lecture.theme,
        "fps": lecture.frames_per_second,
        "languages": TAGS,
        "chapters": [_chapter(lecture, chapter) for chapter in lecture.chapters],
        "words": words(),
    }


def words() -> dict[str, Text]:
    """Return what the player says beside the film."""
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


def label(chapter: LectureChapter, beat: Clip) -> Text:
    """Return what a beat is called in a list: its own title, or else what is said first in it.

    A beat without a title bears that of its chapter, which would tell nothing there.
    """
    if beat.title != chapter.clip.title or not beat.captions:
        return beat.title
    said = beat.captions[0].text
    return {each: on_one_line(said[each], each) for each in LANGUAGES}


def on_one_line(text: str, language: str) -> str:
    r"""Join the lines of a caption; Chinese ones without a space.

    >>> on_one_line("Row meets\ncolumn.", "en")
    'Row meets column.'
    """
    return ("" if language == "zh" else " ").join(text.split("\n"))


def _chapter(lecture: Lecture, chapter: LectureChapter) -> dict[str, Any]:
    clip = chapter.clip
    return {
        "name": clip.name,
        "title": dict(clip.title),
        "stem": clip.stem,
        "video": f"{PLAIN}/{clip.video}",
        "poster": f"{PLAIN}/{clip.poster}",
        "beats": [_beat(lecture, chapter, beat) for beat in chapter.beats],
    }


def _beat(lecture: Lecture, chapter: LectureChapter, beat: Clip) -> dict[str, Any]:
    first = round(beat.start * lecture.frames_per_second)
    frames = round(beat.seconds * lecture.frames_per_second)
    return {
        "name": beat.name,
        "label": label(chapter, beat),
        "stem": beat.stem,
        "still": f"{PLAIN}/{beat.poster}",
        "first": first,
        "last": first + frames - 1,
        "captions": [
            {"start": said.start, "end": said.end, "text": dict(said.text)}
            for said in beat.captions
        ],
        "notes": dict(beat.notes) if beat.notes else None,
    }
