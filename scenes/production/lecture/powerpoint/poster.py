"""The picture that stands on a slide before its video plays."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image

from scenes.production.encoding.colour import to_pixels
from scenes.production.encoding.media import read_media
from scenes.production.lecture.contents import AT_ONCE


def poster(still: Path, video: Path, start: str) -> BytesIO:
    """Return the still of a beat; but its first frame, where the video waits for a click.

    The still is the last frame: it would give away what the speaker is still asking.  The first
    frame is what the beat before ended with, so the change of slides is not seen.
    """
    if start == AT_ONCE:
        return BytesIO(still.read_bytes())
    picture = BytesIO()
    with read_media(video) as container:
        frame = next(container.decode(video=0))
        Image.fromarray(to_pixels(frame)).save(picture, format="PNG")
    picture.seek(0)
    return picture
