"""The folder of recordings: refused in words if anything is wrong with it, else read."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from scenes.production.planning.settings import Length, Settings
from scenes.production.voice.ears import in_both_ears
from scenes.production.voice.faults import SoundError, VoiceError
from scenes.production.voice.loudness import Evened, even
from scenes.production.voice.naming import Recording, beats, find, misnamed, unheard
from scenes.production.voice.sound import RATE, decode

BREATH = 0.3  # seconds between the end of a recording and the next beat


def read_voice(folder: Path) -> Path:
    """Return a folder of recordings if all is well with it; else say all that is not."""
    if not folder.is_dir():
        raise VoiceError([f"{folder}: there is no such folder; give --voice the one of recordings"])
    faults = [*misnamed(folder), *_unusable(find(folder))]
    if not faults and not find(folder):
        example = folder / next(iter(beats())) / f"{next(iter(beats().values()))[0]}.wav"
        faults = [
            f"{folder}: there is no recording in it; they are named after the beats: {example}",
            *unheard(folder),
        ]
    if faults:
        raise VoiceError(faults)
    return folder


def voiced(settings: Settings, chapter: str) -> tuple[Recording, ...]:
    """Return the recordings for a chapter."""
    if settings.voice is None:
        return ()
    return tuple(each for each in find(settings.voice) if each.chapter == chapter)


def least_seconds(settings: Settings, chapter: str) -> Mapping[str, float]:
    """Return how long each beat must last for its recording and a breath, in whole frames."""
    told = settings.lengths or _measured(settings, voiced(settings, chapter))
    return {beat: least for name, beat, least in told if name == chapter}


def lengths(settings: Settings) -> tuple[Length, ...]:
    """Return the same of all chapters, for a machine that does not have the recordings."""
    return _measured(settings, find(settings.voice) if settings.voice else ())


def _measured(settings: Settings, recordings: Iterable[Recording]) -> tuple[Length, ...]:
    fps = settings.quality.fps
    return tuple(
        (each.chapter, each.beat, math.ceil((seconds(each) + BREATH) * fps - 1e-6) / fps)
        for each in recordings
    )


def evened(recording: Recording) -> Evened:
    """Return a recording as it will be heard."""
    return _evened(recording.path, *_state(recording.path))


def seconds(recording: Recording) -> float:
    """Return how long a recording is."""
    return _seconds(recording.path, *_state(recording.path))


# what was read once is read again when the file has changed; loudness takes longer than length


@lru_cache(maxsize=24)  # about a chapter's: they are laid under it, then under its beats
def _evened(path: Path, _changed: int, _size: int) -> Evened:
    samples, ears = in_both_ears(decode(path))
    return replace(even(samples), ears=ears)


@cache
def _seconds(path: Path, _changed: int, _size: int) -> float:
    return decode(path).shape[1] / RATE


def _state(path: Path) -> tuple[int, int]:
    state = path.stat()
    return state.st_mtime_ns, state.st_size


def _unusable(recordings: Sequence[Recording]) -> Iterator[str]:
    for each in recordings:
        try:
            evened(each)
        except SoundError as error:
            yield f"{each.path}: {error}."
