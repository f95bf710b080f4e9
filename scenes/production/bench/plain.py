"""What plain Manim makes of the same chapters: ``manim render``, with its defaults."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from scenes.production.bench.workshop import Workshop
from scenes.production.planning.settings import Quality

LISTED = "partial_movie_file_list.txt"
# A long chapter has more plays than Manim keeps; what it made of each is looked at afterwards.
KEEP_ALL = "[CLI]\nmax_files_cached = 10000\n"


def render_plainly(workshop: Workshop, chapters: Sequence[str], quality: Quality) -> float:
    """Render the chapters as Manim does, one after another; return how long it took, in seconds.

    Size and rate are ours, everything else is as Manim has it: encoder, cache, one process.
    """
    return sum(workshop.run("-m", *_command(workshop, name, quality)).seconds for name in chapters)


def draw_last_frame(workshop: Workshop, chapter: str, quality: Quality) -> float:
    """Let Manim save a picture of a chapter's end, as ``-s`` does; return how long it took."""
    return workshop.run("-m", *_command(workshop, chapter, quality), "-s").seconds


def _command(workshop: Workshop, chapter: str, quality: Quality) -> Iterator[str]:
    (workshop.folder / "keep_all.cfg").write_text(KEEP_ALL, encoding="utf-8")
    yield from ("manim", "render", "--config_file", "keep_all.cfg")
    yield from ("--media_dir", "plain", "--progress_bar", "none")
    yield from ("-r", f"{quality.width},{quality.height}", "--fps", str(quality.fps))
    yield from (f"scenes/{chapter}.py", class_name(chapter))


def class_name(chapter: str) -> str:
    """Return the name of a chapter's class.

    >>> class_name("row_by_column")
    'RowByColumn'
    """
    return chapter.title().replace("_", "")


def plain_video(workshop: Workshop, chapter: str) -> Path:
    """Return the video that plain Manim made of a chapter."""
    (video,) = (workshop.folder / "plain").rglob(f"{class_name(chapter)}.mp4")
    return video


def plain_segments(workshop: Workshop, chapter: str) -> list[Path]:
    """Return what plain Manim made of each play, in order."""
    (folder,) = (workshop.folder / "plain").rglob(f"partial_movie_files/{class_name(chapter)}")
    lines = (folder / LISTED).read_text(encoding="utf-8").splitlines()
    return [Path(line.removeprefix("file 'file:").rstrip("'")) for line in lines if line[0] == "f"]
