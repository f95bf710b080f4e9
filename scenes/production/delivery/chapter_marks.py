"""The table of contents of a video: its chapters as players and YouTube read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scenes.production.delivery.captions import LOOKALIKES, Line, webvtt
from scenes.production.planning.film import FilmedChapter, Text

BRACKETS = {ord(sign): LOOKALIKES[ord(sign)] for sign in "<>"}
YOUTUBE_MARKS, YOUTUBE_SECONDS = 3, 10.0  # fewer or shorter ones, and YouTube shows none


@dataclass(frozen=True)
class Mark:
    """A place in the video that can be jumped to."""

    start: float
    end: float
    title: Text


def beat_marks(chapter: FilmedChapter, offset: float = 0.0) -> tuple[Mark, ...]:
    """Return the places of a chapter: where a beat has a title, up to the next one that has.

    The chapter's own title stands for what comes before the first.
    """
    starts = [(beat.start, beat.title) for beat in chapter.beats if beat.title]
    if not starts or starts[0][0] > 0:
        starts.insert(0, (0.0, chapter.title))
    ends = [start for start, _ in starts[1:]] + [chapter.seconds]
    return tuple(
        Mark(start + offset, end + offset, title)
        for (start, title), end in zip(starts, ends, strict=True)
    )


def film_marks(chapters: Sequence[FilmedChapter]) -> tuple[Mark, ...]:
    """Return the chapters of the film."""
    return tuple(
        Mark(offset, offset + chapter.seconds, chapter.title)
        for offset, chapter in with_offsets(chapters)
    )


def with_offsets(chapters: Sequence[FilmedChapter]) -> Iterator[tuple[float, FilmedChapter]]:
    """Yield each chapter with the second at which it begins in the film."""
    offset = 0.0
    for chapter in chapters:
        yield offset, chapter
        offset += chapter.seconds


def chapters_vtt(marks: Sequence[Mark], language: str) -> str:
    """Return the chapters as WebVTT."""
    spoken = [Line(mark.start, mark.end, mark.title[language]) for mark in marks]
    return webvtt(spoken, language, kind="chapters")


def youtube_text(title: str, chapters: Sequence[FilmedChapter], language: str) -> str:
    """Return a description with times that YouTube turns into chapters.

    Where there are too few chapters for that, the titles of the beats take their place.  YouTube
    refuses a description with angle brackets: there, too, their full-width forms stand for them.
    """
    marks = spaced(film_marks(chapters))
    if len(marks) < YOUTUBE_MARKS:
        finer = [mark for start, each in with_offsets(chapters) for mark in beat_marks(each, start)]
        marks = spaced(finer)
    listed = "".join(f"{_minutes(mark.start)} {mark.title[language]}\n" for mark in marks)
    return f"{title}\n\n{listed}".translate(BRACKETS)


def spaced(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Leave out every place that begins too soon after the one before, or too near the end."""
    kept: list[Mark] = []
    for mark in marks:
        far = not kept or mark.start - kept[-1].start >= YOUTUBE_SECONDS
        if far and (not kept or marks[-1].end - mark.start >= YOUTUBE_SECONDS):
            kept.append(mark)
    return tuple(kept)


def _minutes(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02}"
