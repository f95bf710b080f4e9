"""From Manim's pixels to video frames with the right colours.

Without being told, the converter uses the matrix of standard definition and leaves the file
untagged; a player then guesses HD and shifts every hue.  Here the matrix is BT.709, the range is
limited, and the encoder writes both into the file: pure red becomes Y 63, U 102, V 240.
"""

from __future__ import annotations

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, Interpolation
from numpy.typing import NDArray

BT709, LIMITED = 1, 1  # as numbered by ISO/IEC 23091-2 and by FFmpeg

SMOOTH = Interpolation.AREA  # colour at half the size: means of areas keep most of the edges

Pixels = NDArray[np.uint8]


def to_frame(pixels: Pixels, pixel_format: str) -> av.VideoFrame:
    """Return RGBA pixels as a BT.709 frame of limited range."""
    return av.VideoFrame.from_ndarray(pixels, format="rgba").reformat(
        format=pixel_format,
        interpolation=SMOOTH,
        src_colorspace=Colorspace.ITU709,
        dst_colorspace=Colorspace.ITU709,
        dst_color_range=ColorRange.MPEG,
    )


def to_pixels(frame: av.VideoFrame) -> Pixels:
    """Return a BT.709 frame as RGB pixels."""
    converted = frame.reformat(
        format="rgb24", src_colorspace=Colorspace.ITU709, dst_colorspace=Colorspace.ITU709
    )
    return converted.to_ndarray().astype(np.uint8, copy=False)


def straight(pixels: Pixels) -> Pixels:
    """Undo the premultiplied alpha that Cairo draws with.

    Video carries straight alpha; premultiplied edges would show a dark fringe on a light slide.
    """
    alpha = pixels[..., 3:].astype(np.uint16)
    colours = pixels[..., :3].astype(np.uint16) * 255 // np.maximum(alpha, 1)
    return np.concatenate([np.minimum(colours, 255), alpha], axis=-1).astype(np.uint8)


def tag(context: av.VideoCodecContext) -> None:
    """Write the colour space into the encoder's stream."""
    context.color_primaries = context.color_trc = context.colorspace = BT709
    context.color_range = LIMITED
