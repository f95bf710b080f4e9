"""What is reported while a film is made.  Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Advance:
    """How far a chapter is, in frames."""

    chapter: str
    done: int
    total: int


@dataclass(frozen=True)
class Filmed:
    """So many more frames of a chapter have been drawn."""

    chapter: str
    frames: int


Report = Callable[[Advance], None]


class Meter:
    """Adds up what the workers have drawn, and reports how far each chapter is."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._done: dict[str, int] = {}
        self._total: dict[str, int] = {}

    def plan(self, chapter: str, frames: int) -> None:
        """Take note of how many frames are to be drawn."""
        self._total[chapter] = frames
        self._tell(chapter)

    def __call__(self, filmed: Filmed) -> None:
        """Take note of frames that have been drawn."""
        self._done[filmed.chapter] = self._done.get(filmed.chapter, 0) + filmed.frames
        if filmed.chapter in self._total:
            self._tell(filmed.chapter)

    def _tell(self, chapter: str) -> None:
        done = self._done.get(chapter, 0)
        self._report(Advance(chapter, done, max(done, self._total[chapter])))
