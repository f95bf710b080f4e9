"""The gate's work: every chapter in every look, side by side.  Knows nothing of Manim.

A *look* is an example in a language and a theme.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import scenes
from scenes.production.gate.finding import Exemption, Row
from scenes.production.gate.receipts import Receipt
from scenes.production.progress import Report
from scenes.production.settings import Settings
from scenes.production.work import make_chapters

STILLS = "check"  # the folder of the stills, in that of everything that is made


@dataclass(frozen=True)
class Task:
    """One chapter in one look."""

    settings: Settings
    chapter: str
    pixels: bool = True

    @property
    def look(self) -> str:
        """Name the look, as in ``cocktails en night``."""
        return f"{self.settings.example_name} {self.settings.language} {self.settings.theme}"

    @property
    def stills(self) -> Path:
        """The folder of the stills of what falls short."""
        settings = self.settings
        look = f"{settings.language}-{settings.theme}"
        return settings.out / STILLS / settings.example_name / look / self.chapter


@dataclass(frozen=True)
class Figures:
    """How much was looked at."""

    numerals: int = 0
    moments: int = 0
    stills: int = 0

    def __add__(self, other: Figures) -> Figures:
        """Add what was looked at elsewhere."""
        return Figures(
            self.numerals + other.numerals,
            self.moments + other.moments,
            self.stills + other.stills,
        )


@dataclass(frozen=True)
class Verdict:
    """What the gate says of one chapter in one look.

    ``stills`` has a picture for each of the ``rows``, or nothing where a row has no place.
    """

    task: Task
    rows: tuple[Row, ...] = ()
    stills: tuple[Path | None, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    figures: Figures = field(default_factory=Figures)
    seconds: float = 0.0
    receipts: tuple[Receipt, ...] = ()


def tasks(looks: Sequence[Settings], chapters: Sequence[str], *, pixels: bool) -> tuple[Task, ...]:
    """Return all the work: chapter by chapter, look by look."""
    return tuple(Task(look, chapter, pixels) for look in looks for chapter in chapters)


def judge_all(work: Sequence[Task], jobs: int, report: Report) -> Iterator[Verdict]:
    """Yield the verdict on every chapter as soon as it is known, then those on whole films."""
    verdicts = []
    for verdict in make_chapters(None, work, jobs, report, make=_examine):  # type: ignore[arg-type]
        verdicts.append(verdict)
        yield verdict  # type: ignore[misc]
    yield from _films(verdicts)  # type: ignore[arg-type]


def _examine(_: Any, task: Task, report: Report) -> Verdict:
    # Manim takes a second to load, which the process that only waits can do without
    from scenes.production.gate.examining import examine

    return examine(task, report)


def _films(verdicts: Sequence[Verdict]) -> Iterator[Verdict]:
    """Judge the film of every look of which all chapters are there."""
    from scenes.production.gate.judging import ask, film_rules

    looks: dict[str, dict[str, Verdict]] = {}
    for verdict in verdicts:
        looks.setdefault(verdict.task.look, {})[verdict.task.chapter] = verdict
    for told in looks.values():
        if all(name in told and told[name].seconds for name in scenes.FILM):
            lengths = {name: told[name].seconds for name in scenes.FILM}
            rows = tuple(ask(film_rules(), lengths, "film"))
            if rows:
                settings = told[scenes.FILM[0]].task.settings
                yield Verdict(Task(settings, "film"), rows)
