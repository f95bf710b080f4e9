"""Which files of a clip go into the pack.  Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from scenes.kit.stage.script import TAGS
from scenes.production.lecture.contents import Lecture

VIDEO, STILL = ".mp4", ".png"
WEB_CAPTIONS = tuple(f".{tag}.vtt" for tag in TAGS.values())
CAPTIONS = (*WEB_CAPTIONS, *(f".{tag}.srt" for tag in TAGS.values()))
EVERYTHING = (VIDEO, STILL, *CAPTIONS, ".chapters.vtt", ".youtube.txt")
FOR_PAGES = (VIDEO, STILL, *WEB_CAPTIONS)  # a page takes no .srt


def stems(lecture: Lecture) -> Iterator[str]:
    """Yield the stem of every chapter and every beat."""
    for chapter in lecture.chapters:
        yield chapter.clip.stem
        yield from (beat.stem for beat in chapter.beats)


def companions(folder: Path, all_stems: Iterable[str], endings: Iterable[str]) -> Iterator[str]:
    """Yield the files of the clips that there are, as paths below the folder."""
    endings = tuple(endings)
    for stem in all_stems:
        yield from (stem + ending for ending in endings if (folder / (stem + ending)).is_file())
