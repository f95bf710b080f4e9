"""The packets of segments, read once: each is in its chapter, in its beat and in the film."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import av
from av.container import InputContainer
from av.video.stream import VideoStream

from scenes.production.encoding.media import read_media

MOST = 64_000_000  # bytes: about eight minutes of 1080p; what is longer is read again


@dataclass(frozen=True)
class Strip:
    """A segment: what a decoder is told before all else, and its packets, one a frame."""

    video: Path
    header: bytes | None
    packets: tuple[av.Packet[VideoStream], ...]

    @property
    def size(self) -> int:
        """How many bytes its packets have."""
        return sum(packet.size for packet in self.packets)


class Footage:
    """What has been read of segments; what was used least recently makes room.

    A packet is lent out again and again: whoever writes it gives it its stream and its time.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most, self._size = most, 0
        self._strips: OrderedDict[tuple[Path, int, int], Strip] = OrderedDict()

    def strip(self, video: Path) -> Strip:
        """Return a segment."""
        state = video.stat()
        key = video, state.st_mtime_ns, state.st_size
        strip = self._strips.pop(key, None)
        if strip is None:
            strip = _read(video)
            self._size += strip.size
        self._strips[key] = strip
        while self._size > self._most and len(self._strips) > 1:
            _, oldest = self._strips.popitem(last=False)
            self._size -= oldest.size
        return strip

    def rate(self, videos: Iterable[Path], fps: int) -> int:
        """Return how many bits a second all of the segments together have."""
        size = frames = 0
        for strip in map(self.strip, videos):
            size, frames = size + strip.size, frames + len(strip.packets)
        return 8 * fps * size // frames


def opened(video: Path) -> InputContainer:
    """Open a video of which only packets are wanted: no picture is decoded to look at it."""
    return read_media(video, options={"skip_frame": "all"})


def _read(video: Path) -> Strip:
    with opened(video) as container:
        stream = container.streams.video[0]
        packets = tuple(packet for packet in container.demux(stream) if packet.size)
        return Strip(video, stream.codec_context.extradata, packets)
