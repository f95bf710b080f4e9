"""How good the pictures are: both films, held against the pictures that were drawn for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from scenes.production.bench.likeness import OURS, PLAIN, Comparison, frames_of
from scenes.production.bench.measured import Likeness
from scenes.production.bench.shots import Shot, show_plays
from scenes.production.bench.workshop import BenchError
from scenes.production.encoding.colour import Pixels
from scenes.production.planning.settings import Settings

EVERY = 10  # one frame in so many is looked at: all of them would take longer than the rest


class Viewer:
    """Watches a chapter three times at once: ours, plain Manim's, and as it is drawn.

    They are in step play by play, as plain Manim cuts a frame off many a play in which nothing
    moves; the frames of a play are the same in all three.
    """

    def __init__(self, settings: Settings, ours: Path, plain: Sequence[Path]) -> None:
        quality = settings.quality
        self._ours, self._plain = frames_of(ours), plain
        self._like_ours = Comparison(quality.width, quality.height, OURS)
        self._like_plain = Comparison(quality.width, quality.height, PLAIN)
        self._number = 0
        self.likeness = Likeness()

    def show(self, play: int, shot: Shot) -> None:
        """Look at a play."""
        ours = list(islice(self._ours, shot.frames))
        if len(ours) < shot.frames or play >= len(self._plain):
            raise BenchError(f"play {play} is not in both films: they are not of the same scene")
        for drawn, mine, theirs in zip(every(shot), ours, frames_of(self._plain[play])):  # noqa: B905
            if self._number % EVERY == 0:
                self.likeness.ours.append(self._like_ours(mine, drawn))
                self.likeness.plain.append(self._like_plain(theirs, drawn))
            self._number += 1


def every(shot: Shot) -> Iterator[Pixels]:
    """Yield the picture of every frame of a play."""
    for pixels, frames in zip(shot.pictures, shot.stands, strict=True):
        yield from [pixels] * frames


def view(settings: Settings, chapter: str, ours: Path, plain: Sequence[Path]) -> Likeness:
    """Look at a chapter of both films."""
    viewer = Viewer(settings, ours, plain)
    show_plays(settings, chapter, lambda play: True, viewer.show)
    return viewer.likeness
