"""Segments become one video by copying packets: nothing is decoded, nothing loses quality."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import av
from av.container import OutputContainer
from av.video.stream import VideoStream

from scenes.production.cache.files import replacing
from scenes.production.delivery.captions import Line
from scenes.production.delivery.chapter_marks import Mark
from scenes.production.encoding.formats import Carrier
from scenes.production.encoding.media import write_media
from scenes.production.encoding.mp4_boxes import switch_off_subtitles
from scenes.production.encoding.packets import Footage, Strip, opened
from scenes.production.encoding.subtitles import add_subtitles
from scenes.production.voice.placement import Sound
from scenes.production.voice.track import add_track, with_sound

if TYPE_CHECKING:
    from av.container.core import Chapter  # there for the types alone

LANGUAGE_CODES = {"en": "eng", "zh": "zho"}  # ISO 639-2, as MP4 and Matroska want them
MILLISECOND = Fraction(1, 1000)


@dataclass(frozen=True)
class Imprint:
    """What a video says of itself.

    ``subtitles`` are soft ones: a player can show them, in any language, beside those in the
    picture.  ``shown`` tells whether a player shows the first of them unasked.  ``rate``, in bits a
    second, is the least that its header may name as the most that come; otherwise it is the first
    segment's.
    """

    title: str
    language: str
    marks: Sequence[Mark] = ()
    subtitles: Mapping[str, Sequence[Line]] = field(default_factory=dict)
    shown: bool = False
    rate: int | None = None


def join(
    target: Path,
    videos: Sequence[Path],
    footage: Footage,
    carrier: Carrier,
    fps: int,
    imprint: Imprint,
    sound: Sound | None = None,
) -> Path:
    """Write segments, one after another, to ``target``, and lay the sound under them."""
    with replacing(target) as half:
        _join(half, videos, footage, carrier, fps, imprint, sound)
        if carrier.container == "mp4" and imprint.subtitles and not imprint.shown:
            switch_off_subtitles(half)
    return target


def _join(
    target: Path,
    videos: Sequence[Path],
    footage: Footage,
    carrier: Carrier,
    fps: int,
    imprint: Imprint,
    sound: Sound | None,
) -> None:
    options = carrier.container_options
    with (
        opened(videos[0]) as first,
        write_media(target, format=carrier.container, options=options) as film,
    ):
        stream = _video_stream(film, first.streams.video[0], carrier, fps, imprint)
        packets = _packets(map(footage.strip, videos), stream, fps)
        if sound and carrier.sound:
            track = add_track(film, carrier.sound, LANGUAGE_CODES[imprint.language])
            packets = with_sound(packets, track, sound)
        texts = imprint.subtitles if carrier.subtitles else {}
        add_subtitles(film, carrier.subtitles or "", texts, LANGUAGE_CODES)
        for packet in packets:
            film.mux(packet)


def _video_stream(
    film: OutputContainer, template: VideoStream, carrier: Carrier, fps: int, imprint: Imprint
) -> VideoStream:
    stream = film.add_stream_from_template(template)
    stream.time_base = Fraction(1, fps)
    stream.metadata["language"] = LANGUAGE_CODES[imprint.language]
    if carrier.pixel_format == "yuva420p":
        stream.pix_fmt = carrier.pixel_format  # else WebM is not marked as having alpha
    if imprint.rate:
        stream.codec_context.bit_rate = imprint.rate
    if carrier.container == "mov":
        stream.codec_context.codec_tag = template.codec_tag  # else it is called a lesser ProRes
    film.metadata["title"] = imprint.title
    film.set_chapters(_chapters(imprint))
    return stream


def _chapters(imprint: Imprint) -> list[Chapter]:
    return [
        {
            "id": number,
            "start": round(mark.start * 1000),
            "end": round(mark.end * 1000),
            "time_base": MILLISECOND,
            "metadata": {"title": mark.title[imprint.language]},
        }
        for number, mark in enumerate(imprint.marks)
    ]


def _packets(
    strips: Iterable[Strip], stream: VideoStream, fps: int
) -> Iterator[av.Packet[VideoStream]]:
    """Yield the packets of all strips on one clock that counts frames."""
    frame, header = 0, None
    for strip in strips:
        header = header or strip.header
        if strip.header != header:
            raise ValueError(f"{strip.video} was encoded with other settings; empty the cache")
        for packet in strip.packets:
            yield _timed(packet, stream, frame, fps)
            frame += 1


def _timed(
    packet: av.Packet[VideoStream], stream: VideoStream, frame: int, fps: int
) -> av.Packet[VideoStream]:
    packet.stream, packet.time_base = stream, Fraction(1, fps)
    packet.pts = packet.dts = frame
    packet.duration = 1
    return packet
