"""One session of measuring: every run once, one right after the other, in the workshop."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scenes.kit.stage.script import Script
from scenes.production.bench import changes
from scenes.production.bench.floor import floor
from scenes.production.bench.measured import Likeness, Measured
from scenes.production.bench.pictures import view
from scenes.production.bench.plain import (
    draw_last_frame,
    plain_segments,
    plain_video,
    render_plainly,
)
from scenes.production.bench.workshop import BenchError, Workshop
from scenes.production.planning.settings import DEFAULT_EXAMPLE, Settings
from scenes.production.workers.processes import cores

USUAL = "row_by_column"  # the chapter that is changed, if it is among those that are measured
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Session:
    """What is measured, and where."""

    workshop: Workshop
    settings: Settings  # of the same pictures, drawn here
    chapters: Sequence[str]
    size: Sequence[str]  # the options that say how large the pictures are
    tell: Tell

    @property
    def changed(self) -> str:
        """The chapter that is changed."""
        return USUAL if USUAL in self.chapters else self.chapters[0]

    def measure(self, pictures: bool) -> Measured:
        """Run everything once; look at the pictures too, if asked to."""
        measured = Measured()
        for jobs in job_counts(cores()):
            self._cold(measured, jobs)
        self._plain(measured)
        if pictures:
            measured.likeness = self._pictures()
        for name, file, change in self._changes():
            self._after_change(measured, name, file, change)
        self._still(measured)
        self.tell("Measuring the floor: encoding alone …")
        measured.seconds["floor"] = floor(self.settings, self.chapters, cores())
        self._took(measured.seconds["floor"])
        return measured

    def _cold(self, measured: Measured, jobs: int) -> None:
        """Make the film from nothing; what the last and largest executor leaves is kept."""
        self.tell(f"Measuring from nothing, {jobs} at work …")
        self.workshop.empty()
        run = self.workshop.film("--jobs", str(jobs))
        self._took(run.seconds)
        measured.jobs[jobs] = measured.seconds["cold"] = run.seconds
        measured.peak = run.peak
        measured.bytes = sum(self._ours(name).stat().st_size for name in self.chapters)
        measured.share = self._share()

    def _plain(self, measured: Measured) -> None:
        self.tell("Measuring plain Manim …")
        measured.seconds["plain"] = render_plainly(
            self.workshop, self.chapters, self.settings.quality
        )
        self._took(measured.seconds["plain"])
        videos = [plain_video(self.workshop, name) for name in self.chapters]
        measured.plain_bytes = sum(video.stat().st_size for video in videos)

    def _pictures(self) -> Likeness:
        found = Likeness()
        for name in self.chapters:
            self.tell(f"Measuring how good the pictures are: {name} …")
            plain = plain_segments(self.workshop, name)
            each = view(self.settings, name, self._ours(name), plain)
            found.ours += each.ours
            found.plain += each.plain
        return found

    def _changes(self) -> Iterator[tuple[str, str, Callable[[str], str]]]:
        example = f"assets/examples/{DEFAULT_EXAMPLE}.toml"
        chapter = f"scenes/{self.changed}"
        yield "again", example, str
        yield "wording", f"{chapter}.toml", changes.with_other_wording
        yield "line", f"{chapter}.py", changes.with_another_line
        yield "share", example, changes.with_other_shares

    def _after_change(
        self, measured: Measured, name: str, file: str, change: Callable[[str], str]
    ) -> None:
        self.tell(f"Measuring again: {name} …")
        text = (self.workshop.folder / file).read_text(encoding="utf-8")
        try:
            other = change(text)
        except ValueError as error:
            raise BenchError(f"{file}: {error}") from error
        with self.workshop.changed(file, other):
            measured.seconds[name] = self.workshop.film().seconds
        self._took(measured.seconds[name])

    def _still(self, measured: Measured) -> None:
        """Make a chapter, a still of its middle, and Manim's of its end, each from nothing."""
        chapter, place = self.changed, self.workshop
        beats = list(Script.load(place.folder / "scenes" / f"{chapter}.toml").beats)
        beat = beats[len(beats) // 2]
        self.tell(f"Measuring {chapter}, and a still of {beat} …")
        for name, *words in (
            ("chapter", "render", chapter),
            ("still", "still", f"{chapter}/{beat}"),
        ):
            place.empty()
            measured.seconds[name] = place.run("-m", "scenes", *words, *self.size).seconds
            self._took(measured.seconds[name])
        measured.seconds["end"] = draw_last_frame(place, chapter, self.settings.quality)
        self._took(measured.seconds["end"])

    def _took(self, seconds: float) -> None:
        self.tell(f"{seconds:.1f} s")

    def _ours(self, chapter: str) -> Path:
        return self.workshop.folder / self.settings.folder / f"{chapter}.mp4"

    def _share(self) -> float:
        """Return how much of the film's length the changed chapter is."""
        manifest = self.workshop.folder / self.settings.folder / "manifest.json"
        videos = json.loads(manifest.read_text(encoding="utf-8"))["videos"]
        lengths = {video["stem"]: video["duration"] for video in videos}
        return float(lengths[self.changed] / sum(lengths[name] for name in self.chapters))


def job_counts(most: int) -> list[int]:
    """Return the numbers of workers to try.

    >>> job_counts(2), job_counts(12)
    ([1, 2], [1, 2, 4, 8, 12])
    """
    powers = [2**n for n in range(most.bit_length()) if 2**n < most]
    return [*powers, most]


def drawing_settings(settings: Settings, workshop: Workshop) -> Settings:
    """Return the settings for drawing here what the workshop makes there."""
    return replace(settings, cache=workshop.folder / "drawn", out=Path("out"))
