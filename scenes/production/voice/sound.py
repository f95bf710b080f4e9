"""From a file of any kind to samples: 48 kHz, two channels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import numpy as np

from scenes.production.encoding.media import read_media
from scenes.production.voice.faults import SoundError

RATE = 48_000
LONGEST = 60.0  # seconds of one beat: a picture that stands longer wants another beat
SHORTEST = 0.4  # loudness is measured over blocks of this length; nothing is said in less
ENDLESS = 0x7FFF_0000  # what a recorder writes as the length while it does not know it

Samples = np.ndarray[tuple[int, int], np.dtype[np.float32]]


def decode(path: Path) -> Samples:
    """Return the samples of a recording, a row per channel."""
    try:
        _require_whole(path)
        with read_media(path) as container:
            if not container.streams.audio:
                raise SoundError("holds no sound; save the recording as .wav")
            samples = _joined(_resampled(container))
    except av.FFmpegError as error:
        raise SoundError(f"cannot be read as sound ({error.strerror}); save it anew") from error
    except OSError as error:
        raise SoundError(f"cannot be read ({error.strerror})") from error
    if samples.shape[1] < SHORTEST * RATE:
        raise SoundError(
            f"is {samples.shape[1] / RATE:.2f} s long, and nothing is said in less than "
            f"{SHORTEST} s; record it again, or remove it and the beat stays silent"
        )
    if not np.isfinite(samples).all():
        raise SoundError("has samples that are no numbers; save it anew, as 16-bit .wav")
    return samples


def _joined(parts: Iterator[Samples]) -> Samples:
    """Put the parts together, and stop where it is too long: it may be hours."""
    kept, length = [np.zeros((2, 0), np.float32)], 0
    for part in parts:
        kept.append(part)
        length += part.shape[1]
        if length > LONGEST * RATE:
            raise SoundError(
                f"is longer than {LONGEST:.0f} s, the most for one beat; is it the right file? "
                "Cut it, or say less"
            )
    return np.concatenate(kept, axis=1)


def _resampled(container: Any) -> Iterator[Samples]:
    resampler = av.AudioResampler(format="fltp", layout="stereo", rate=RATE)
    for frame in container.decode(container.streams.audio[0]):
        frame.pts = None  # what counts is what was said, not when a recorder believes it was
        yield from map(_samples, resampler.resample(frame))
    yield from map(_samples, resampler.resample(None))


def _samples(frame: Any) -> Samples:
    samples: Samples = frame.to_ndarray()
    return samples


def _require_whole(path: Path) -> None:
    """Refuse a WAV file that says it is longer than it is: FFmpeg reads what is there, and goes on.

    The other kinds have sums or an index at the end, and fail by themselves.
    """
    with path.open("rb") as file:
        head = file.read(8)
    stated, there = int.from_bytes(head[4:], "little") + 8, path.stat().st_size
    if there == 0:
        raise SoundError("is empty; record it again, or remove it and the beat stays silent")
    if head.startswith(b"RIFF") and there + 1 < stated < ENDLESS:
        raise SoundError(
            f"breaks off: it has {there} of {stated} bytes; copy it again, or save it anew"
        )
