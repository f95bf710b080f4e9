"""A chapter on film: its beats, their segments, and what is said when.  Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenes.kit.stage.timeline import Cue

Text = Mapping[str, str]


@dataclass(frozen=True)
class FilmedBeat:
    """One beat.

    Attributes
    ----------
    start, end : float
        Seconds in the chapter, measured in the frames that were really encoded.
    segments : tuple of Path
        Its segments, without the ending that tells the carrier.
    cues : tuple of Cue
        Its captions, in seconds of the chapter.
    """

    name: str
    start: float
    end: float
    segments: tuple[Path, ...]
    cues: tuple[Cue, ...]
    title: Text | None
    notes: Text | None

    def clip_name(self, number: int) -> str:
        """Return the stem of the clip of this beat: ``01-first_product``."""
        return f"{number:02}-{self.name}"


@dataclass(frozen=True)
class FilmedChapter:
    """One chapter, ready to be delivered; ``receipts`` say what its numerals are, beat by beat."""

    name: str
    title: Text
    beats: tuple[FilmedBeat, ...]
    receipts: tuple[dict[str, Any], ...] = ()

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.beats[-1].end

    @property
    def segments(self) -> tuple[Path, ...]:
        """All its segments."""
        return tuple(segment for beat in self.beats for segment in beat.segments)

    @property
    def cues(self) -> tuple[Cue, ...]:
        """All its captions."""
        return tuple(cue for beat in self.beats for cue in beat.cues)


def shifted(cues: tuple[Cue, ...], seconds: float) -> tuple[Cue, ...]:
    """Return the captions, later by ``seconds`` (or earlier)."""
    return tuple(Cue(cue.start + seconds, cue.end + seconds, cue.text) for cue in cues)
