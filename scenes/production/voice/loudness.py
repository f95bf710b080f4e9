"""All recordings equally loud, by ITU-R BS.1770, as FFmpeg's ``ebur128`` measures it.

The target, −16 LUFS, is AES TD1004's upper bound for streams and what Apple asks of podcasts:
speech that is understood from a laptop.  (EBU R 128's −23 is for broadcast.)  True peaks stay below
−1 dBTP in what is delivered: the gain alone cannot promise that, as speech has peaks some 15 to
20 dB above its loudness, so a limiter takes off what is above −2 dBTP and leaves 1 dB to the codec.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import av
import numpy as np

from scenes.production.voice.ears import Ears
from scenes.production.voice.faults import SoundError
from scenes.production.voice.sound import RATE, Samples

TARGET, CEILING = -16.0, -2.0  # LUFS, dBTP
MOST_GAIN = 34.0  # dB: beyond that it is the noise of the room that becomes loud
STEP = RATE // 10  # the filter speaks ten times a second
NEAR, TRIES = 0.1, 3  # the limiter takes some loudness away, which is made up for
LIMITER = (
    ("aresample", f"{2 * RATE}"),  # between the samples, too
    ("alimiter", f"limit={10 ** (CEILING / 20):.6f}:level=false:attack=5:release=50:latency=true"),
    ("aresample", f"{RATE}"),
    ("aformat", f"sample_fmts=fltp:sample_rates={RATE}"),
)


@dataclass(frozen=True)
class Loudness:
    """Integrated loudness in LUFS, and the highest true peak in dBTP."""

    integrated: float
    true_peak: float


@dataclass(frozen=True)
class Evened:
    """Samples as loud as all others, and what was done for that: to peaks, and to the ears."""

    samples: Samples
    gain: float
    loudness: Loudness
    limited: bool
    ears: Ears = Ears.KEPT


def measure(samples: Samples) -> Loudness:
    """Return how loud samples are."""
    whole = np.pad(samples, ((0, 0), (0, -samples.shape[1] % STEP)))  # the rest would not count
    *_, last = _filtered(whole, ("ebur128", "metadata=1:peak=true:framelog=quiet"))
    peak = float(last.metadata["lavfi.r128.true_peak"])
    return Loudness(float(last.metadata["lavfi.r128.I"]), _decibels(peak))


def even(samples: Samples) -> Evened:
    """Return samples at the target."""
    before = measure(samples)
    gain = TARGET - before.integrated
    if gain > MOST_GAIN:
        raise SoundError(
            f"is too quiet to be a voice: {before.integrated:.0f} LUFS, and {TARGET:.0f} is the "
            "target; record it again, nearer to the microphone"
        )
    if before.true_peak + gain <= CEILING:
        return Evened(
            _louder(samples, gain), gain, Loudness(TARGET, before.true_peak + gain), False
        )
    for _ in range(TRIES):
        limited = _limited(_louder(samples, gain))
        after = measure(limited)
        if abs(after.integrated - TARGET) <= NEAR:
            break
        gain += TARGET - after.integrated
    return Evened(limited, gain, after, True)


def _louder(samples: Samples, gain: float) -> Samples:
    louder: Samples = samples * np.float32(10 ** (gain / 20))
    return louder


def _limited(samples: Samples) -> Samples:
    frames = [frame.to_ndarray() for frame in _filtered(samples, *LIMITER)]
    limited = np.concatenate(frames, axis=1)[:, : samples.shape[1]]
    missing = samples.shape[1] - limited.shape[1]  # resampling may round the length
    return np.pad(limited, ((0, 0), (0, missing)))


def _filtered(samples: Samples, *filters: tuple[str, str]) -> Iterator[Any]:
    """Yield what a chain of FFmpeg's filters makes of samples."""
    frame = av.AudioFrame.from_ndarray(
        np.ascontiguousarray(samples, np.float32), format="fltp", layout="stereo"
    )
    frame.rate, frame.pts, frame.time_base = RATE, 0, Fraction(1, RATE)
    graph = av.filter.Graph()
    source = graph.add_abuffer(
        sample_rate=RATE, format="fltp", layout="stereo", time_base=Fraction(1, RATE)
    )
    chain = [source, *(graph.add(name, options) for name, options in filters)]
    graph.link_nodes(*chain, graph.add("abuffersink")).configure()
    graph.push(frame)
    graph.push(None)
    while True:
        try:
            yield graph.pull()
        except (av.EOFError, av.BlockingIOError):
            return


def _decibels(amplitude: float) -> float:
    return 20 * math.log10(amplitude) if amplitude > 0 else -math.inf
