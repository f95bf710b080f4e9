"""The sound inside a video: encoded, on the clock of the picture.

AAC begins with a block of 1024 samples that stands for what was before the beginning.  An edit list
could tell players to leave it out, but ours have none, as some programs stumble over it.  So that
block is not written, and each sample stands at its own time whoever plays it.  The price: what is
said in the first 21 ms of a video swells up from silence.  Opus in WebM says how much comes before,
and every player heeds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from heapq import merge
from itertools import chain
from typing import Any

import av
from av.container import OutputContainer

from scenes.production.voice.placement import Sound
from scenes.production.voice.sound import RATE

BITS = 160_000  # a second
TICK = Fraction(1, RATE)


def add_track(film: OutputContainer, codec: str, language_code: str) -> Any:
    """Add a track for the voice, in its language."""
    track: Any = film.add_stream(codec, rate=RATE, layout="stereo")
    track.bit_rate = BITS
    track.time_base = TICK
    track.metadata["language"] = language_code
    return track


def with_sound(pictures: Iterator[Any], track: Any, sound: Sound) -> Iterator[Any]:
    """Yield the packets of pictures and of the voice, in the order of their times."""
    return merge(pictures, _packets(track, sound), key=lambda packet: packet.dts * packet.time_base)


def _packets(track: Any, sound: Sound) -> Iterator[Any]:
    """Yield what is heard, not a sample longer than the picture."""
    end = round(sound.seconds * RATE)
    for frame in chain(_frames(sound), [None]):
        for packet in track.encode(frame):
            before = track.codec_context.name == "aac" and packet.pts < 0
            if not before and packet.pts < end:
                packet.duration = min(packet.duration, end - packet.pts)
                yield packet


def _frames(sound: Sound) -> Iterator[av.AudioFrame]:
    clock = 0
    for block in sound.blocks():
        frame = av.AudioFrame.from_ndarray(block.copy(), format="fltp", layout="stereo")
        frame.rate, frame.pts, frame.time_base = RATE, clock, TICK
        clock += block.shape[1]
        yield frame
