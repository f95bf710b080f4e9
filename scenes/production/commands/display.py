"""What is seen in the terminal: a bar over all the work with the time left, then a summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from scenes.production.cache.paths import shown
from scenes.production.cache.terminal import Terminal
from scenes.production.delivery.manifest import read_manifest
from scenes.production.delivery.videos import FILM
from scenes.production.planning.settings import Settings
from scenes.production.workers.progress import Advance

ALPHA = (
    "Transparent video: -alpha.webm for browsers, -alpha.mov for Keynote and editors. "
    "PowerPoint shows the transparent parts black."
)


class Display:
    """The bar.  Chapters that have not begun count as much as the mean of those that have."""

    def __init__(self, chapters: Sequence[str], doing: str = "Filming") -> None:
        self._console = Terminal(stderr=True)
        self._known: dict[str, Advance] = {}
        self._chapters, self._doing = len(chapters), doing
        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TaskProgressColumn(),
            TimeRemainingColumn(),
            console=self._console,
            disable=not self._console.is_terminal,
            transient=True,
            speed_estimate_period=120,  # still frames are quick and motion is slow: a long mean
        )
        self._task = self._bar.add_task("Getting ready", total=None)

    def __enter__(self) -> Display:
        """Show the bar."""
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away."""
        self._bar.stop()

    def __call__(self, advance: Advance) -> None:
        """Take note of how far a chapter is."""
        self._known[advance.chapter] = advance
        done = sum(known.done for known in self._known.values())
        total = sum(known.total for known in self._known.values())
        whole = total * self._chapters / len(self._known)
        self._bar.update(
            self._task, completed=done, total=whole, description=f"{self._doing} {advance.chapter}"
        )

    def note(self, text: str) -> None:
        """Say something above the bar."""
        self._console.print(text, highlight=False, soft_wrap=True)


def print_summary(settings: Settings, names: Sequence[str], *, whole: bool) -> None:
    """List the videos of the chapters that were asked for, and say where the rest is."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("video", "length", "size"):
        table.add_column(heading, justify="left" if heading == "video" else "right")
    for path, seconds in _videos(settings, names, whole):
        table.add_row(shown(path), _length(seconds), _size(path))
    console = Terminal(soft_wrap=True)
    console.print(table)
    console.print(
        "Beside each: .png, captions .en and .zh-CN as .vtt and .srt, and a clip of every beat in "
        f"the chapter's folder; all of it is listed in {shown(settings.folder)}/manifest.json",
        highlight=False,
    )
    if settings.transparent:
        console.print(ALPHA, highlight=False)


def _videos(settings: Settings, names: Sequence[str], whole: bool) -> Iterator[tuple[Path, float]]:
    """Yield the videos of the film and of chapters, the film first."""
    entries = {entry["stem"]: entry for entry in read_manifest(settings.folder)["videos"]}
    for stem in (*([FILM] if whole else []), *names):
        entry = entries.get(stem + settings.tail, {"files": []})
        for file in entry["files"]:
            if file["kind"] == "video":
                yield settings.folder / file["file"], entry["duration"]


def _length(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def _size(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.1f} MB"
