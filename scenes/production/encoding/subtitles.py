"""Soft subtitles: tracks of text inside a video."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import av
from av.container import OutputContainer

from scenes.production.delivery.captions import Line, escaped, unmarked

MILLISECOND = Fraction(1, 1000)
# MP4 wants the look of its text described; the encoder takes it from this ASS header
STYLE = b"""[Script Info]
ScriptType: v4.00+
PlayResY: 1080

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, BackColour, Alignment
Style: Default,Arial,54,&H00FFFFFF,&H80000000,2

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


def add_subtitles(
    film: OutputContainer,
    codec: str,
    texts: Mapping[str, Sequence[Line]],
    language_codes: Mapping[str, str],
) -> None:
    """Add a track per language, and all its lines."""
    spoken = {language: lines for language, lines in texts.items() if lines}
    tracks = {language: _track(film, codec, language_codes[language]) for language in spoken}
    if codec == "mov_text" and tracks:
        film.start_encoding()  # until then the description of the text is not written
    for language, track in tracks.items():
        film.mux([_packet(line, track, codec) for line in spoken[language]])


def _track(film: OutputContainer, codec: str, language_code: str) -> Any:
    if codec == "mov_text":
        track: Any = film.add_stream(codec)
        track.codec_context.subtitle_header = STYLE
        track.codec_context.time_base = MILLISECOND
    else:
        track = film.add_mux_stream(codec)
    track.time_base = MILLISECOND
    track.metadata["language"] = language_code
    track.disposition = av.stream.Disposition(0)  # never on by itself: the picture has captions
    return track


def _timed_text(text: str) -> bytes:
    data = unmarked(text).encode()
    return len(data).to_bytes(2, "big") + data


def _packet(line: Line, track: Any, codec: str) -> av.Packet[Any]:
    packet = av.Packet(
        _timed_text(line.text) if codec == "mov_text" else escaped(line.text).encode()
    )
    packet.stream, packet.time_base = track, MILLISECOND
    packet.pts = packet.dts = round(line.start * 1000)
    packet.duration = round((line.end - line.start) * 1000)
    return packet
