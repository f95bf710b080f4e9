"""What there is to show in a lecture: chapters and beats with their clips, read from a manifest.

Pure: the pages and decks know this and nothing of how the clips were made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import scenes
from scenes.production.delivery.manifest import read_manifest
from scenes.production.planning.film import Text

Entry = Mapping[str, Any]
AT_ONCE, ON_CLICK = "at-once", "on-click"  # when the clip of a slide plays


@dataclass(frozen=True)
class Spoken:
    """A caption: when it stands, in seconds of its clip, and what it says in each language."""

    start: float
    end: float
    text: Text


@dataclass(frozen=True)
class Clip:
    """A video with its poster, below the folder of the look.

    Attributes
    ----------
    name : str
        The name of the chapter or of the beat.
    start, seconds : float
        Where a beat begins in its chapter, and how long the clip is.
    stem : str
        The path of all its files without their endings, with forward slashes.
    captions : tuple of Spoken
        In seconds of the clip itself.
    voice : bool
        Whether a voice is heard in it.
    """

    name: str
    title: Text
    start: float
    seconds: float
    stem: str
    captions: tuple[Spoken, ...]
    notes: Text | None
    voice: bool = False

    @property
    def video(self) -> str:
        """Return the path of the video."""
        return f"{self.stem}.mp4"

    @property
    def poster(self) -> str:
        """Return the path of the still: the last frame."""
        return f"{self.stem}.png"


@dataclass(frozen=True)
class LectureChapter:
    """A chapter: its own clip, and those of its beats in order."""

    clip: Clip
    beats: tuple[Clip, ...]


@dataclass(frozen=True)
class Lecture:
    """Everything of one example in one language and one theme.

    ``example`` is its name as files bear it, ``title`` the one that people read; ``start`` says
    whether the clips of slides play at once or wait for a click.
    """

    folder: Path
    example: str
    title: Text
    language: str
    theme: str
    width: int
    height: int
    frames_per_second: int
    captions_in_picture: bool
    chapters: tuple[LectureChapter, ...]
    start: str = AT_ONCE

    @property
    def beats(self) -> Iterator[tuple[LectureChapter, Clip]]:
        """Yield every beat with its chapter, in the order of the film."""
        for chapter in self.chapters:
            for beat in chapter.beats:
                yield chapter, beat

    @classmethod
    def load(cls, folder: Path, names: Sequence[str] | None = None) -> Lecture:
        """Read what was delivered to a folder: all chapters, or those that are named."""
        table = read_manifest(folder)
        return cls(
            folder,
            table["example"]["name"],
            table["example"]["title"],
            table["language"],
            table["theme"],
            table["width"],
            table["height"],
            table["frames_per_second"],
            table["captions_in_picture"],
            tuple(_chapters(table["videos"], names)),
        )


def _chapters(entries: Sequence[Entry], names: Sequence[str] | None) -> Iterator[LectureChapter]:
    whole = {entry["chapter"]: entry for entry in entries if entry["chapter"] and not entry["beat"]}
    told = (*scenes.FILM, *scenes.EPISODES)
    known = [name for name in (*told, *sorted(set(whole) - set(told))) if name in whole]
    for name in known:
        if names is None or name in names:
            beats = [entry for entry in entries if entry["chapter"] == name and entry["beat"]]
            ordered = sorted(beats, key=lambda entry: entry["start"])
            yield LectureChapter(_clip(whole[name], name), tuple(map(_clip, ordered)))


def _clip(entry: Entry, name: str | None = None) -> Clip:
    spoken = (Spoken(each["start"], each["end"], each["text"]) for each in entry["captions"])
    return Clip(
        name or entry["beat"],
        entry["title"],
        entry["start"],
        entry["duration"],
        entry["stem"],
        tuple(spoken),
        entry["notes"],
        bool(entry.get("voice")),
    )
