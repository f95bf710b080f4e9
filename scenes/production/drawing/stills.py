"""Stills: of some moments of a chapter their pictures, and nothing else is drawn.

Which play of a beat is its last is known only when the next beat begins.  A :class:`Chapter` ends
each beat with a rest, so that is drawn; of what a scene plays by itself the end of every play is.
Where that was a wrong guess, the chapter is run through again.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from scenes.kit.stage.chapter import REST
from scenes.kit.stage.manim_internals import EndSceneEarlyException
from scenes.production.drawing.renderer import Recorded
from scenes.production.drawing.sampling import sample
from scenes.production.encoding.colour import Pixels
from scenes.production.planning.settings import Settings

UNNAMED = "", "play"  # the steps of what a scene plays by itself


@dataclass(frozen=True)
class Moment:
    """A moment of a beat: so many seconds after its beginning, or, without them, its last frame."""

    beat: str
    at: float | None = None


@dataclass(frozen=True)
class Stills:
    """The pictures of some moments, and how many frames the beats have that were run through.

    A moment that the chapter does not have is not among the ``pictures``; a beat that it does not
    play is not among the ``lengths``.
    """

    fps: int
    pictures: dict[Moment, Pixels] = field(default_factory=dict)
    lengths: dict[str, int] = field(default_factory=dict)


def draw_stills(settings: Settings, chapter: str, moments: Iterable[Moment]) -> Stills:
    """Run through a chapter until all the moments have been, and draw these.

    Parameters
    ----------
    moments : iterable of Moment
        The picture of ``at`` seconds is the one that the film shows then: frame ⌊at · fps⌋ of its
        beat.

    Returns
    -------
    Stills
        Its pictures are RGBA, height × width × 4, as they are before a film is encoded.
    """
    wanted = tuple(dict.fromkeys(moments))
    stills = _run(settings, chapter, wanted, {})
    ends = [each for each in wanted if each.at is None and each.beat in stills.lengths]
    if missed := tuple(each for each in ends if each not in stills.pictures):
        stills.pictures.update(_run(settings, chapter, missed, stills.lengths).pictures)
    return stills


def _run(
    settings: Settings, chapter: str, moments: tuple[Moment, ...], lengths: Mapping[str, int]
) -> Stills:
    drawing = _Drawing(Stills(settings.quality.fps), moments, lengths)
    sample(settings, chapter, drawing.pick, drawing.take, whole=False)
    return drawing.stills


@dataclass
class _Drawing:
    stills: Stills
    moments: tuple[Moment, ...]
    known: Mapping[str, int]  # the lengths, if they have been counted before
    beat: str | None = None  # the one that is being played
    picked: dict[int, list[Moment]] = field(default_factory=dict)  # by frames of the chapter

    def pick(self, play: Recorded, start: int) -> list[int]:
        """Return the frames of a play that are wanted; end the run where nothing is to come."""
        lengths = self.stills.lengths
        if play.beat != self.beat:
            self.beat = play.beat
            if all(moment.beat in lengths for moment in self.moments):
                raise EndSceneEarlyException
        passed = lengths.get(play.beat, 0)
        lengths[play.beat] = passed + play.frames
        self.picked = {}
        for moment in self.moments:
            frame = self._frame(moment, play, passed)
            if moment.beat == play.beat and 0 <= frame < play.frames:
                self.picked.setdefault(start + frame, []).append(moment)
        return [frame - start for frame in self.picked]

    def _frame(self, moment: Moment, play: Recorded, passed: int) -> int:
        """Return which frame of a play a moment is; one before the first if it is none of them."""
        if moment.at is not None:
            # as it was typed: 0.29 s are 29 frames of 100, which its float falls short of
            return math.floor(Fraction(str(moment.at)) * self.stills.fps) - passed
        if moment.beat in self.known:
            return self.known[moment.beat] - 1 - passed
        return play.frames - 1 if play.step[0] in (REST, *UNNAMED) else -1

    def take(self, _: Recorded, frame: int, pixels: Pixels) -> None:
        """Keep a picture; end the run with the last one, if that is known to be it."""
        for moment in self.picked[frame]:
            self.stills.pictures[moment] = pixels
        if all(m.at is not None and m in self.stills.pictures for m in self.moments):
            raise EndSceneEarlyException
