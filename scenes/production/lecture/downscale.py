"""Clips made small enough for programs that hold all of them at once."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
from av.container import InputContainer, OutputContainer
from av.video.reformatter import Interpolation

from scenes.production.cache.files import replacing, sha256
from scenes.production.encoding.colour import tag
from scenes.production.encoding.formats import MP4, video_stream
from scenes.production.encoding.media import read_media, write_media


def smaller(source: Path, folder: Path, name: str, height: int) -> Path:
    """Return a smaller copy of a video, kept in a folder under a name until the video changes."""
    target = folder / f"{name}.{sha256(source)[:16]}.mp4"
    if not target.exists():
        with replacing(target) as half:
            shrink(source, half, height)
        for other in folder.glob(f"{name}.*.mp4"):
            if other != target:
                other.unlink()
    return target


def shrink(source: Path, target: Path, height: int) -> Path:
    """Write a video again, ``height`` lines high, with the codec and the colours of ours.

    The picture stays in the colour space that it is stored in: nothing is converted twice.
    """
    with (
        read_media(source) as reading,
        write_media(target, format="mp4", options=MP4.container_options) as writing,
    ):
        seen = reading.streams.video[0]
        seen.thread_type = "AUTO"
        rate = Fraction(seen.average_rate or 1)
        stream = video_stream(writing, MP4.codec, rate, MP4.options(round(rate)))
        stream.width, stream.height = _even(height * seen.width / seen.height), height
        stream.pix_fmt = MP4.pixel_format
        tag(stream.codec_context)
        writing.metadata.update(reading.metadata)
        voice = _copied_voice(reading, writing)
        for number, frame in enumerate(reading.decode(seen)):
            small = frame.reformat(stream.width, height, interpolation=Interpolation.BICUBIC)
            small.pts, small.time_base = number, 1 / rate
            writing.mux(stream.encode(small))
        writing.mux(stream.encode())
        writing.mux(voice)
    return target


def _copied_voice(reading: InputContainer, writing: OutputContainer) -> list[av.Packet[Any]]:
    """Return the packets of the voice, if there is one, as they are: small, for a whole beat."""
    packets = []
    for heard in reading.streams.audio:
        track = writing.add_stream_from_template(heard)
        track.metadata["language"] = heard.language or ""
        for packet in reading.demux(heard):
            if packet.size:
                packet.stream = track
                packets.append(packet)
        reading.seek(0)
    return packets


def _even(length: float) -> int:
    """Return the nearest even length: colours are stored for two by two pixels.

    >>> _even(1280 / 1.0007)
    1280
    """
    return 2 * round(length / 2)
