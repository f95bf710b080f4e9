"""One correction inside a finished MP4: its subtitles wait until they are asked for.

The muxer always switches the first subtitle track on.  Where the captions stand in the picture,
a player would then show them twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from mmap import mmap
from pathlib import Path

ENABLED = 1  # the lowest bit of the flags in the header of a track
FLAGS = 3  # the byte of the header that holds it


def switch_off_subtitles(path: Path) -> None:
    """Clear the flag of every subtitle track, in place."""
    with path.open("r+b") as file, mmap(file.fileno(), 0) as data:
        for place in list(_subtitle_flags(data)):
            data[place] &= ~ENABLED


def _subtitle_flags(data: mmap) -> Iterator[int]:
    """Yield where the flags of the subtitle tracks stand."""
    for track, end in _find(data, b"moov/trak", 0, len(data)):
        for handler, _ in _find(data, b"mdia/hdlr", track, end):
            if data[handler + 8 : handler + 12] == b"sbtl":
                yield from (header + FLAGS for header, _ in _find(data, b"tkhd", track, end))


def _find(data: mmap, path: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the contents of the boxes of a path begin and end."""
    kind, _, rest = path.partition(b"/")
    for found, begin, stop in _boxes(data, start, end):
        if found == kind:
            yield from _find(data, rest, begin, stop) if rest else [(begin, stop)]


def _boxes(data: mmap, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Yield kind, begin and end of the contents of the boxes that stand side by side."""
    while start < end:
        size, head = int.from_bytes(data[start : start + 4], "big"), 8
        if size == 1:  # a box beyond 4 GB
            size, head = int.from_bytes(data[start + 8 : start + 16], "big"), 16
        yield data[start + 4 : start + 8], start + head, start + (size or end - start)
        start += size or end - start
