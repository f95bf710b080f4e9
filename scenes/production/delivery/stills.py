"""Posters and stills: the last frame of a beat is worth pausing on."""

from __future__ import annotations

import shutil
from pathlib import Path

from PIL import Image

from scenes.production.cache.files import replacing
from scenes.production.encoding.colour import to_pixels
from scenes.production.encoding.formats import Carrier
from scenes.production.encoding.media import read_media


def write_still(target: Path, segment: Path, carrier: Carrier) -> Path:
    """Write the last frame of a segment as PNG.

    The recorder keeps the frame as it was drawn; where it was interrupted before, the frame is
    taken from the video.
    """
    drawn = segment.with_name(f"{segment.name}.png")
    with replacing(target) as half:
        if drawn.exists():
            shutil.copyfile(drawn, half)
        else:
            last_frame(carrier.segment(segment)).save(half, format="PNG")
    return target


def last_frame(video: Path) -> Image.Image:
    """Return the last frame of a video."""
    with read_media(video) as container:
        for frame in container.decode(video=0):
            last = frame
    return Image.fromarray(to_pixels(last))
