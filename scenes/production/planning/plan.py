"""The plan of a chapter: every play with its key and its length, before anything is drawn.  Pure.

A key stands for all that the pictures of a play depend on, so the same key means the same segment,
whoever drew it and when.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenes.kit.stage.timeline import Cue
from scenes.production.planning.film import FilmedBeat, FilmedChapter, Text

STILL_COST = 8  # a picture that stands still is drawn once and encoded for half a second


@dataclass(frozen=True)
class Play:
    """One play of a scene.

    Attributes
    ----------
    frames : int
        How long it is.
    still : bool
        Whether nothing moves in it.
    ending : bool
        Whether it is the last one of its beat: its last frame is the beat's still.
    """

    key: str
    frames: int
    still: bool
    ending: bool

    @property
    def cost(self) -> int:
        """About how much work it is, in drawn frames."""
        return min(self.frames, STILL_COST) if self.still else self.frames


@dataclass(frozen=True)
class PlannedBeat:
    """One beat: its plays, and what is said in it (in seconds of the chapter)."""

    name: str
    plays: tuple[Play, ...]
    cues: tuple[Cue, ...]
    title: Text | None
    notes: Text | None


@dataclass(frozen=True)
class ChapterPlan:
    """All of a chapter but its pictures."""

    chapter: str
    title: Text
    fps: int
    beats: tuple[PlannedBeat, ...]
    receipts: tuple[dict[str, Any], ...] = ()
    base: str = ""  # what its keys begin with

    @property
    def plays(self) -> tuple[Play, ...]:
        """All plays, in order."""
        return tuple(play for beat in self.beats for play in beat.plays)

    @property
    def frames(self) -> int:
        """How long it is, in frames."""
        return sum(play.frames for play in self.plays)

    def filmed(self, stem: Callable[[str], Path]) -> FilmedChapter:
        """Return the chapter with its segments, once they are there."""
        return FilmedChapter(self.chapter, self.title, tuple(self._beats(stem)), self.receipts)

    def _beats(self, stem: Callable[[str], Path]) -> Iterator[FilmedBeat]:
        clock = 0
        for beat in self.beats:
            start = clock
            clock += sum(play.frames for play in beat.plays)
            segments = tuple(stem(play.key) for play in beat.plays)
            span = start / self.fps, clock / self.fps
            yield FilmedBeat(beat.name, *span, segments, beat.cues, beat.title, beat.notes)

    def table(self) -> dict[str, Any]:
        """Return it as plain tables, to be kept as JSON."""
        return {
            "chapter": self.chapter,
            "title": dict(self.title),
            "fps": self.fps,
            "beats": [_beat_table(beat) for beat in self.beats],
            "receipts": list(self.receipts),
            "base": self.base,
        }

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> ChapterPlan:
        """Read what :meth:`table` returned."""
        beats = tuple(_beat(each) for each in table["beats"])
        receipts = tuple(table["receipts"])
        return cls(table["chapter"], table["title"], table["fps"], beats, receipts, table["base"])


def _beat_table(beat: PlannedBeat) -> dict[str, Any]:
    return {
        "name": beat.name,
        "plays": [[play.key, play.frames, play.still, play.ending] for play in beat.plays],
        "cues": [[cue.start, cue.end, dict(cue.text)] for cue in beat.cues],
        "title": beat.title and dict(beat.title),
        "notes": beat.notes and dict(beat.notes),
    }


def _beat(table: Mapping[str, Any]) -> PlannedBeat:
    plays = tuple(Play(*each) for each in table["plays"])
    cues = tuple(Cue(*each) for each in table["cues"])
    return PlannedBeat(table["name"], plays, cues, table["title"], table["notes"])
