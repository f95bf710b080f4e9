"""From drawn pixels to the frames of an encoder, only where something has changed."""

from __future__ import annotations

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, VideoReformatter

from scenes.production.drawing.dirty_region import Damage
from scenes.production.encoding.colour import SMOOTH, Pixels, straight, to_frame

REACH = 8  # rows beyond a change whose colours are mixed with it; more than the converter looks at
PLANAR = "yuv420p"


class Converter:
    """Keeps one frame in the encoder's colours and brings it up to date.

    An encoder has copied a frame by the time it returns, so the same one can serve again.
    """

    def __init__(self, width: int, height: int, pixel_format: str) -> None:
        self.width, self.height, self.pixel_format = width, height, pixel_format
        self._frame = av.VideoFrame(width, height, pixel_format)
        self._known = False
        self._reformatters: dict[int, VideoReformatter] = {}  # each keeps its tables for one size

    def frame(self, pixels: Pixels, damage: Damage | None) -> av.VideoFrame:
        """Return the frame of these pixels; ``damage`` says where they differ from the last."""
        if self.pixel_format != PLANAR:
            shown = straight(pixels) if self.pixel_format.startswith("yuva") else pixels
            return to_frame(shown, self.pixel_format)
        bands = damage.bands() if damage and self._known else [(0, self.height)]
        self._known = True
        for top, bottom in bands:
            self._convert(pixels, max(0, top - REACH), min(self.height, bottom + REACH))
        return self._frame

    def _convert(self, pixels: Pixels, top: int, bottom: int) -> None:
        first, last = max(0, top - REACH), min(self.height, bottom + REACH)
        rows = last - first
        reformatter = self._reformatters.setdefault(rows, VideoReformatter())
        band = reformatter.reformat(
            av.VideoFrame.from_numpy_buffer(pixels[first:last], format="rgba"),
            format=PLANAR,
            interpolation=SMOOTH,
            src_colorspace=Colorspace.ITU709,
            dst_colorspace=Colorspace.ITU709,
            dst_color_range=ColorRange.MPEG,
        )
        for source, target, part in zip(band.planes, self._frame.planes, (1, 2, 2), strict=True):
            above, whole = (top - first) // part, (bottom - top + part - 1) // part
            _rows(target)[top // part : top // part + whole] = _rows(source)[above : above + whole]


def _rows(plane: av.video.plane.VideoPlane) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    """Return a plane as rows of bytes, without copying it."""
    rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
    return rows[:, : plane.width]
