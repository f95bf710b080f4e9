"""One play of a scene becomes one short video: a segment, in one file per carrier."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from fractions import Fraction
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import av
from av.video.stream import VideoStream

from scenes.production.cache.partial_files import Half
from scenes.production.cache.store import Cache
from scenes.production.drawing.dirty_region import Damage
from scenes.production.encoding.colour import Pixels, tag
from scenes.production.encoding.conversion import Converter
from scenes.production.encoding.formats import Carrier, video_stream
from scenes.production.encoding.media import write_media
from scenes.production.planning.settings import Quality


class Reel:
    """The encoder of one file; the file is kept only when it is whole."""

    def __init__(self, target: Path, carrier: Carrier, quality: Quality) -> None:
        self.target, self.carrier, self.fps = target, carrier, quality.fps
        self._half = Half(target)
        self._frames, self._time_base = 0, Fraction(1, quality.fps)
        self._waiting: tuple[av.VideoFrame, int] | None = None
        self._converter = Converter(quality.width, quality.height, carrier.pixel_format)
        try:
            self._half.begin()
            self._open(carrier, quality)
        except BaseException:
            self.abort()
            raise

    def _open(self, carrier: Carrier, quality: Quality) -> None:
        self._container = write_media(
            self._half.path, format=carrier.container, options=carrier.container_options
        )
        self._stream = video_stream(
            self._container, carrier.codec, quality.fps, carrier.options(quality.fps)
        )
        self._stream.width, self._stream.height = quality.width, quality.height
        self._stream.pix_fmt = carrier.pixel_format
        tag(self._stream.codec_context)

    def write(self, pixels: Pixels, damage: Damage | None) -> None:
        """Take the next picture; it is encoded when it is known how long it stands."""
        self._encode_waiting()
        self._waiting = self._converter.frame(pixels, damage), 1

    def hold(self, frames: int) -> None:
        """Let the last picture stand for more frames."""
        assert self._waiting
        self._waiting = self._waiting[0], self._waiting[1] + frames

    def finish(self, cache: Cache) -> None:
        """Write what is left and keep the file."""
        loop = self.carrier.loop and self.carrier.loop(self.fps)
        if loop and self._frames == 0 and self._waiting and self._waiting[1] > loop:
            self._encode_still(*self._waiting, loop)
        else:
            self._encode_waiting()
            self._container.mux(self._stream.encode())
        self._container.close()
        cache.keep(self._half.path, self.target)
        self._half.end()

    def abort(self) -> None:
        """Leave nothing behind."""
        with suppress(Exception):  # closing may well fail for the reason that led here
            self._container.close()
        self._half.end()

    def _encode_waiting(self) -> None:
        if self._waiting is None:
            return
        frame, repeat = self._waiting
        for _ in range(repeat):
            self._container.mux(self._stream.encode(self._timed(frame)))
        self._waiting = None

    def _encode_still(self, frame: av.VideoFrame, repeat: int, loop: int) -> None:
        """Encode one picture from keyframe to keyframe, and write that again and again."""
        packets: list[av.Packet[VideoStream]] = []
        for _ in range(loop):
            packets += self._stream.encode(self._timed(frame))
        packets += self._stream.encode()
        for number, packet in enumerate(islice(cycle(packets), repeat)):
            self._container.mux(self._again(packet, number))

    def _again(self, packet: av.Packet[VideoStream], number: int) -> av.Packet[VideoStream]:
        copy: av.Packet[Any] = av.Packet(bytes(packet))
        copy.stream, copy.time_base = self._stream, self._time_base
        copy.pts = copy.dts = number
        copy.duration, copy.is_keyframe = 1, packet.is_keyframe
        return copy

    def _timed(self, frame: av.VideoFrame) -> av.VideoFrame:
        frame.time_base, frame.pts = self._time_base, self._frames
        self._frames += 1
        return frame


class SegmentEncoder:
    """Encodes the pictures of one play for every carrier.

    Parameters
    ----------
    cache, stem
        Where the files are kept; ``stem`` is their path without an ending.
    """

    def __init__(
        self, cache: Cache, stem: Path, carriers: Sequence[Carrier], quality: Quality
    ) -> None:
        self.cache = cache
        self.frames = 0
        self._reels: list[Reel] = []
        try:
            for carrier in carriers:
                self._reels.append(Reel(carrier.segment(stem), carrier, quality))
        except BaseException:
            self.abort()
            raise

    def write_frame(self, pixels: Pixels, damage: Damage | None = None) -> None:
        """Encode the next picture, which differs from the last one only where ``damage`` says."""
        self.frames += 1
        for reel in self._reels:
            reel.write(pixels, damage)

    def hold(self, frames: int = 1) -> None:
        """Let the last picture stand for more frames."""
        self.frames += frames
        for reel in self._reels:
            reel.hold(frames)

    def finish(self) -> None:
        """Complete every file."""
        for reel in self._reels:
            reel.finish(self.cache)

    def abort(self) -> None:
        """Remove every half file."""
        for reel in self._reels:
            reel.abort()
