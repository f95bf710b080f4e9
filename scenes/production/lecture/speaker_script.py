"""``script.en.md`` and its like: what to say, when, and how a recording of it is to be called."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scenes.kit.stage.script import LANGUAGES, TAGS
from scenes.production.cache.files import write_text
from scenes.production.delivery.videos import film_title
from scenes.production.lecture.contents import Clip, Lecture, LectureChapter
from scenes.production.lecture.markdown import plain
from scenes.production.lecture.wording import clock, duration, said, span, word

FILES = tuple(f"script.{TAGS[language]}.md" for language in LANGUAGES)


def write(lecture: Lecture, folder: Path) -> list[Path]:
    """Write a script in each language."""
    return [
        write_text(folder / name, "\n".join(_script(lecture, language)))
        for name, language in zip(FILES, LANGUAGES, strict=True)
    ]


def _script(lecture: Lecture, language: str) -> Iterator[str]:
    film = plain(film_title()[language])
    yield f"# {word('script.title', language, film=film)}\n"
    yield f"{word('script.intro', language)}\n"
    for chapter in lecture.chapters:
        yield from _chapter(chapter, language)


def _chapter(chapter: LectureChapter, language: str) -> Iterator[str]:
    title, time = plain(chapter.clip.title[language]), clock(chapter.clip.seconds)
    count = len(chapter.beats)
    yield f"## {word('script.chapter', language, title=title, time=time, beats=count)}\n"
    for number, beat in enumerate(chapter.beats, 1):
        yield from _beat(chapter, number, beat, language)


def _beat(chapter: LectureChapter, number: int, beat: Clip, language: str) -> Iterator[str]:
    heading = word(
        "script.beat",
        language,
        number=number,
        title=plain(beat.title[language]),
        span=span(beat),
        length=duration(beat, language),
    )
    yield f"### {heading}\n"
    yield f"{word('script.recording', language, name=recording(chapter, beat))}\n"
    yield "".join(f"> {plain(line)}  \n" for line in said(beat, language))
    if beat.notes:
        yield f"{word('script.notes', language, notes=plain(beat.notes[language]))}\n"


def recording(chapter: LectureChapter, beat: Clip) -> str:
    """Return the name that a recording of a beat bears."""
    return f"{chapter.clip.name}/{beat.name}.wav"
