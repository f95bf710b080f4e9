"""What stands in an MP4, read back by packets and boxes, and its last picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from scenes.production.encoding.colour import Pixels, to_pixels
from scenes.production.encoding.media import read_media

STRONG = 60  # the least difference of the channels of a colour that another matrix would shift
EVEN = 6  # pixels to each side that have the same colour
ENOUGH = 200  # pixels


@dataclass(frozen=True)
class Video:
    """A video, as a player finds it.

    ``stamps`` are the times at which the frames are shown, in frames; ``keys`` are the numbers of
    the keyframes; ``boxes`` the kinds of the outermost boxes of the file, in order.
    """

    path: Path
    codec: tuple[str, str, str]
    tags: tuple[int, int, int, int]
    size: tuple[int, int]
    rate: Fraction
    stamps: tuple[Fraction, ...]
    in_order: bool
    keys: tuple[int, ...]
    marks: tuple[tuple[float, str], ...]
    subtitles: tuple[str, ...]
    sound: int
    boxes: tuple[bytes, ...]
    last: Pixels

    @property
    def frames(self) -> int:
        """How many frames it has."""
        return len(self.stamps)

    @property
    def megabytes_a_minute(self) -> float:
        """Its size, for its length."""
        return self.path.stat().st_size / 1e6 * 60 * float(self.rate) / self.frames


def read_video(path: Path) -> Video:
    """Read a video."""
    with read_media(path) as container:
        stream = container.streams.video[0]
        context, rate = stream.codec_context, Fraction(stream.average_rate or 0)
        marks = tuple(
            (
                float(mark["start"] * (mark["time_base"] or 0)),
                str(mark["metadata"].get("title", "")),
            )
            for mark in container.chapters()
        )
        subtitles = tuple(each.metadata.get("language", "") for each in container.streams.subtitles)
        packets = [packet for packet in container.demux(stream) if packet.size]
        return Video(
            path=path,
            codec=(context.name, str(context.profile), str(context.pix_fmt)),
            tags=_tags(context),
            size=(context.width, context.height),
            rate=rate,
            stamps=tuple(_seconds(packet) * rate for packet in packets),
            in_order=not context.has_b_frames and all(each.pts == each.dts for each in packets),
            keys=tuple(number for number, each in enumerate(packets) if each.is_keyframe),
            marks=marks,
            subtitles=subtitles,
            sound=len(container.streams.audio),
            boxes=tuple(_boxes(path)),
            last=_last_picture(path),
        )


def _tags(context: av.VideoCodecContext) -> tuple[int, int, int, int]:
    kinds = context.colorspace, context.color_primaries, context.color_trc, context.color_range
    matrix, primaries, curve, limits = map(int, kinds)
    return matrix, primaries, curve, limits


def _boxes(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while head := file.read(8):
            size, kind = int.from_bytes(head[:4], "big"), head[4:]
            yield kind
            if size == 1:  # a box beyond 4 GB
                size = int.from_bytes(file.read(8), "big")
                file.seek(size - 16, 1)
            else:
                file.seek(size - 8 if size else 0, 1 if size else 2)


def _last_picture(path: Path) -> Pixels:
    with read_media(path) as container:
        stream = container.streams.video[0]
        container.seek(stream.duration or 0, stream=stream)
        *_, frame = container.decode(stream)
        return to_pixels(frame)


def colour_error(shown: Pixels, drawn: Pixels) -> float | None:
    """Return how far strong, even colours of a video are from what was drawn; None without any.

    Another matrix would shift them by ten and more; what encoding costs is lost at edges, which
    are left out.
    """
    wide = drawn.astype(np.int16)
    strong = wide.max(axis=-1) - wide.min(axis=-1) > STRONG
    even = np.ones(strong.shape, bool)
    for step in (-EVEN, EVEN):
        for axis in (0, 1):
            even &= (np.roll(wide, step, axis) == wide).all(axis=-1)
    places = strong & even
    if places.sum() < ENOUGH:
        return None
    apart = np.abs(shown[places].astype(np.int16) - wide[places])
    return float(np.median(apart, axis=0).max())


def _seconds(packet: av.Packet[Any]) -> Fraction:
    return (packet.pts or 0) * (packet.time_base or Fraction(0))
