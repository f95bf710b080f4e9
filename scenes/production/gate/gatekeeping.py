"""The gate's work: every chapter in every look, side by side.  Knows nothing of Manim.

A *look* is an example in a language and a theme.  A chapter that takes a layer file has nothing to
do with the example: it is looked at with one example only, but with every layer that is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import scenes
from mathcore import kind_of
from scenes.kit.stage.layers import Need, is_same, need_of
from scenes.production.gate.finding import Exemption, Row
from scenes.production.gate.receipts import Receipt
from scenes.production.planning.settings import DEFAULT_EXAMPLE, Settings
from scenes.production.workers.processes import side_by_side
from scenes.production.workers.progress import Report

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
        return f"{self.settings.material} {self.settings.language} {self.settings.theme}"

    @property
    def stills(self) -> Path:
        """The folder of the stills of what falls short."""
        settings = self.settings
        look = f"{settings.language}-{settings.theme}"
        return settings.out / STILLS / settings.material / look / self.chapter


@dataclass(frozen=True)
class Figures:
    """How much was looked at."""

    numerals: int = 0
    moments: int = 0
    stills: int = 0
    files: int = 0  # frames and segments of what was delivered

    def __add__(self, other: Figures) -> Figures:
        """Add what was looked at elsewhere."""
        return Figures(
            self.numerals + other.numerals,
            self.moments + other.moments,
            self.stills + other.stills,
            self.files + other.files,
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


def tasks(
    looks: Sequence[Settings],
    chapters: Sequence[str],
    *,
    pixels: bool,
    layers: Sequence[Path] = (),
) -> tuple[Task, ...]:
    """Return all the work: chapter by chapter, look by look."""
    needs = {chapter: need_of(chapter) for chapter in chapters}
    usual = [look.example for look in looks if look.example.stem == DEFAULT_EXAMPLE]
    first = next(iter(usual or [look.example for look in looks]), None)
    return tuple(
        Task(each, chapter, pixels)
        for look in looks
        for chapter in chapters
        for each in _with_layers(look, needs[chapter], layers, first)
    )


def _with_layers(
    look: Settings, need: Need | None, layers: Sequence[Path], first: Path | None
) -> Iterator[Settings]:
    """Yield a look with every layer that a chapter can be shown with."""
    if need is None or (need.recipes and look.example != first):
        yield look
    elif look.example == first:
        fitting = [path for path in layers if kind_of(path) == need.kind]
        for path in fitting or [need.default]:
            yield replace(look, layers=() if is_same(path, need.default) else (path,))


def judge_all(work: Sequence[Task], jobs: int, report: Report) -> Iterator[Verdict]:
    """Yield the verdict on every chapter as soon as it is known, then those on whole films."""
    verdicts = []
    for verdict in side_by_side(work, jobs, report, _examine):
        verdicts.append(verdict)
        yield verdict
    yield from _films(verdicts)


def _examine(task: Task, report: Report) -> Verdict:
    # Manim takes a second to load, which the process that only waits can do without
    from scenes.production.gate.examining import examine

    return examine(task, report)


def _films(verdicts: Sequence[Verdict]) -> Iterator[Verdict]:
    """Judge the film of every look of which all chapters are there."""
    from scenes.production.gate.judging import ask, film_rules

    looks: dict[str, dict[str, Verdict]] = {}
    layered: dict[tuple[str, str], dict[str, Verdict]] = {}
    for verdict in verdicts:
        settings, chapter = verdict.task.settings, verdict.task.chapter
        looks.setdefault(verdict.task.look, {})[chapter] = verdict
        if need_of(chapter):
            others = layered.setdefault((settings.language, settings.theme), {})
            others.setdefault(chapter, verdict)
    for own in looks.values():
        settings = next(iter(own.values())).task.settings
        told = {**layered.get((settings.language, settings.theme), {}), **own}
        if all(name in told and told[name].seconds for name in scenes.FILM):
            lengths = {name: told[name].seconds for name in scenes.FILM}
            rows = tuple(ask(film_rules(), lengths, "film"))
            if rows:
                yield Verdict(Task(settings, "film"), rows)
