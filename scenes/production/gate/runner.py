"""The gate's work: every chapter in every look, side by side.  Knows nothing of Manim.

A *look* is an example in a language and a theme.  A chapter that takes a layer file has nothing to
do with the example: it is looked at with one example only, but with every layer that is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import scenes
from mathcore import kind_of
from scenes.kit.stage.layers import Need, is_same, need_of
from scenes.production.gate.verdict import Task, Verdict
from scenes.production.planning.settings import DEFAULT_EXAMPLE, Settings
from scenes.production.workers.processes import side_by_side
from scenes.production.workers.progress import Report


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
