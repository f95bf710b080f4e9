"""How like two pictures are: FFmpeg's SSIM over red, green and blue, 1 for the same.

Each video is turned to RGB with the matrix that its maker used: BT.709 for ours, BT.601 for plain
Manim's, which says nothing of it.  So a wrong label costs nothing here, and lost detail does.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
from av.filter import Graph
from av.video.reformatter import Colorspace

from scenes.production.encoding.colour import Pixels
from scenes.production.encoding.media import read_media

RGB, SECOND = "gbrp", Fraction(1)
OURS, PLAIN = Colorspace.ITU709, Colorspace.ITU601


class Comparison:
    """Compares pictures of one size."""

    def __init__(self, width: int, height: int, matrix: Colorspace) -> None:
        self._matrix, self._number = matrix, 0
        self._graph = Graph()
        self._inputs = [
            self._graph.add_buffer(
                width=width, height=height, format=av.VideoFormat(RGB), time_base=SECOND
            )
            for _ in range(2)
        ]
        comparing, sink = self._graph.add("ssim"), self._graph.add("buffersink")
        for number, each in enumerate(self._inputs):
            each.link_to(comparing, 0, number)
        comparing.link_to(sink)
        self._graph.configure()

    def __call__(self, decoded: av.VideoFrame, lossless: Pixels) -> float:
        """Return how like a frame of a video is to the picture it was made from."""
        shown = decoded.reformat(format=RGB, src_colorspace=self._matrix)
        drawn = av.VideoFrame.from_ndarray(lossless, format="rgba").reformat(format=RGB)
        for source, frame in zip(self._inputs, (shown, drawn), strict=True):
            frame.pts, frame.time_base = self._number, SECOND
            source.push(frame)
        self._number += 1
        return float(self._graph.pull().metadata["lavfi.ssim.All"])


def frames_of(video: Path) -> Iterator[av.VideoFrame]:
    """Yield the frames of a video."""
    with read_media(video) as container:
        yield from container.decode(video=0)
