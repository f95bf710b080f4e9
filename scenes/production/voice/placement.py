"""Which recording begins when, and the sound of a whole video, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from scenes.production.cache.files import sha256
from scenes.production.planning.film import FilmedChapter
from scenes.production.planning.settings import Settings
from scenes.production.voice.naming import Recording
from scenes.production.voice.recordings import evened, voiced
from scenes.production.voice.sound import RATE, Samples

BLOCK = RATE  # samples of silence at a time


@dataclass(frozen=True)
class Laid:
    """A recording, the second at which it begins, and the sum of the bytes it was."""

    recording: Recording
    start: float
    sha256: str


@dataclass(frozen=True)
class Sound:
    """All that is heard in a video of a length, in order."""

    laid: Sequence[Laid]
    seconds: float

    def blocks(self) -> Iterator[Samples]:
        """Yield samples without a gap, as many as the picture is long."""
        clock, end = 0, round(self.seconds * RATE)
        for each in self.laid:
            start = round(each.start * RATE)
            yield from _silence(start - clock)
            spoken = evened(each.recording).samples[:, : end - start]
            yield spoken
            clock = start + spoken.shape[1]
        yield from _silence(end - clock)


def laid_under(settings: Settings, chapter: FilmedChapter) -> tuple[Laid, ...]:
    """Return the recordings of a chapter, each with the second at which its beat begins."""
    of_beat = {each.beat: each for each in voiced(settings, chapter.name)}
    return tuple(
        Laid(of_beat[beat.name], beat.start, sha256(of_beat[beat.name].path))
        for beat in chapter.beats
        if beat.name in of_beat
    )


def later(laid: Sequence[Laid], seconds: float) -> tuple[Laid, ...]:
    """Return recordings that begin later."""
    return tuple(replace(each, start=each.start + seconds) for each in laid)


def of_beat(laid: Sequence[Laid], beat: str) -> tuple[Laid, ...]:
    """Return what is heard in the clip of a beat: its recording, from the first frame on."""
    return tuple(replace(each, start=0.0) for each in laid if each.recording.beat == beat)


def _silence(samples: int) -> Iterator[Samples]:
    for first in range(0, samples, BLOCK):
        yield np.zeros((2, min(BLOCK, samples - first)), np.float32)
