"""GIF, for a README or a chat: at most 12 frames a second, 640 wide, with its own palette."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path

import av
from av.filter import Graph
from av.filter.context import FilterContext

from scenes.production.cache.files import replacing
from scenes.production.encoding.formats import MP4
from scenes.production.encoding.media import read_media, write_media

WIDTH, FASTEST = 640, 12


def write_gif(target: Path, segments: Sequence[Path], fps: int) -> Path:
    """Write the segments as one GIF; they are read twice, so that no frame need be remembered."""
    rate = min(fps, FASTEST)
    palette = _palette(segments, fps, rate)
    with replacing(target) as half, write_media(half, format="gif") as file:
        stream = file.add_stream("gif", rate=rate)
        stream.width, stream.height = _small(segments[0])
        stream.pix_fmt = "pal8"
        for number, frame in enumerate(_coloured(segments, fps, rate, palette)):
            frame.pts, frame.time_base = number, Fraction(1, rate)
            file.mux(stream.encode(frame))
        file.mux(stream.encode())
    return target


def _small(segment: Path) -> tuple[int, int]:
    """Return the size of the GIF."""
    with read_media(MP4.segment(segment)) as container:
        picture = container.streams.video[0]
        return WIDTH, 2 * round(WIDTH * picture.height / picture.width / 2)


def _palette(segments: Sequence[Path], fps: int, rate: int) -> av.VideoFrame:
    """Return the 256 colours that serve the whole video best."""
    graph = Graph()
    shrunk = _shrinking(graph, segments[0], fps, rate)
    graph.link_nodes(shrunk, graph.add("palettegen", "stats_mode=diff"), graph.add("buffersink"))
    graph.configure()
    return next(_through(graph, _frames(segments, fps)))


def _coloured(
    segments: Sequence[Path], fps: int, rate: int, palette: av.VideoFrame
) -> Iterator[av.VideoFrame]:
    """Yield the small frames, drawn with the colours of the palette."""
    graph = Graph()
    shrunk = _shrinking(graph, segments[0], fps, rate)
    colours = graph.add_buffer(
        width=palette.width,
        height=palette.height,
        format=palette.format,
        time_base=Fraction(1, rate),
    )
    drawn = graph.add("paletteuse", "dither=bayer:bayer_scale=5:diff_mode=rectangle")
    shrunk.link_to(drawn, 0, 0)
    colours.link_to(drawn, 0, 1)
    drawn.link_to(graph.add("buffersink"))
    graph.configure()
    graph.push(palette, at=1)
    graph.push(None, at=1)
    yield from _through(graph, _frames(segments, fps))


def _shrinking(graph: Graph, segment: Path, fps: int, rate: int) -> FilterContext:
    """Start a graph: fewer frames, smaller ones."""
    with read_media(MP4.segment(segment)) as container:
        source = graph.add_buffer(template=container.streams.video[0], time_base=Fraction(1, fps))
    slower = graph.add("fps", str(rate))
    smaller = graph.add("scale", f"{':'.join(map(str, _small(segment)))}:flags=lanczos")
    graph.link_nodes(source, slower, smaller)
    return smaller


def _frames(segments: Iterable[Path], fps: int) -> Iterator[av.VideoFrame]:
    """Yield the frames of all segments on one clock."""
    number = 0
    for segment in segments:
        with read_media(MP4.segment(segment)) as container:
            for frame in container.decode(video=0):
                frame.pts, frame.duration, frame.time_base = number, 1, Fraction(1, fps)
                number += 1
                yield frame


def _through(graph: Graph, frames: Iterable[av.VideoFrame]) -> Iterator[av.VideoFrame]:
    """Push frames into the graph's first source and yield what comes out."""
    for frame in frames:
        graph.push(frame, at=0)
        yield from _ready(graph)
    graph.push(None, at=0)
    yield from _ready(graph)


def _ready(graph: Graph) -> Iterator[av.VideoFrame]:
    while True:
        try:
            yield graph.vpull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
