"""When what is said: the record that a chapter keeps while it runs.  Pure."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.kit.stage.script import Text


@dataclass(frozen=True)
class Cue:
    """One caption: from ``start`` to ``end`` seconds, in every language."""

    start: float
    end: float
    text: Text


@dataclass(frozen=True)
class BeatTime:
    """One beat: when it begins and ends in its chapter, and what it says."""

    name: str
    start: float
    end: float
    cues: tuple[Cue, ...]
    title: Text | None
    notes: Text | None
