"""``index-single.html``: the player with its clips and stills inside: one file to send or upload.

Clips become letters (base64), which makes them a third larger; stills are packed tighter first.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from scenes.production.cache.files import write_text
from scenes.production.lecture.contents import Lecture
from scenes.production.lecture.page import page
from scenes.production.lecture.page_data import PLAIN

SINGLE = "index-single.html"
LARGEST = 100_000_000  # bytes; browsers open more, but slowly, and course pages take less
STILL_QUALITY = 85


class TooLargeError(ValueError):
    """The page would be too large; the message says by how much, and what helps."""


def write_single(lecture: Lecture, folder: Path) -> Path:
    """Write the page that holds everything, from the clips that the folder of the pack has."""
    text = page(lecture, "\n".join(_inside(lecture, folder)))
    size = len(text.encode())
    if size > LARGEST:
        raise TooLargeError(
            f"{folder / SINGLE} would have {size / 1e6:.0f} MB, and {LARGEST / 1e6:.0f} MB is the "
            "most. Name fewer chapters, or use a smaller --quality (m, l); the folder itself is "
            "complete, and --zip packs it into one file of any size."
        )
    return write_text(folder / SINGLE, text)


def _inside(lecture: Lecture, folder: Path) -> Iterator[str]:
    for chapter in lecture.chapters:
        video = f"{PLAIN}/{chapter.clip.video}"
        yield _element(video, "video/mp4", (folder / video).read_bytes())
        for clip in (chapter.clip, *chapter.beats):
            still = f"{PLAIN}/{clip.poster}"
            yield _element(still, "image/webp", _tight(folder / still))


def _element(name: str, kind: str, content: bytes) -> str:
    letters = base64.b64encode(content).decode()
    return f'<script type="text/plain" data-file="{name}" data-type="{kind}">{letters}</script>'


def _tight(still: Path) -> bytes:
    packed = io.BytesIO()
    with Image.open(still) as picture:
        picture.convert("RGB").save(packed, "WEBP", quality=STILL_QUALITY, method=4)
    return packed.getvalue()
