"""Examine one chapter in one look: play it, judge it, draw what falls short, keep its receipts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.choices import chapter_class
from scenes.kit.stage.manim_defaults import manims_own
from scenes.production.gate.finding import Finding, Row
from scenes.production.gate.freshness import freshness
from scenes.production.gate.judging import all_rules, ask, file_rules, judge
from scenes.production.gate.moment import Moment
from scenes.production.gate.performance import Performance, rehearse
from scenes.production.gate.receipts import receipts_of
from scenes.production.gate.screening import Screening, screen
from scenes.production.gate.stills import clear_away, draw_stills
from scenes.production.gate.verdict import Figures, Task, Verdict
from scenes.production.planning.material import arguments
from scenes.production.workers.outcome import explain
from scenes.production.workers.progress import Advance, Report

FPS = 30  # of the rehearsal: whatever is rendered, its times differ by less than a frame a motion
DRAWING = 4  # times as long as a rehearsal takes it to draw a chapter


def examine(task: Task, report: Report) -> Verdict:
    """Return what the gate says of a chapter; one that cannot be played falls short as well."""
    clear_away(task.stills)
    meter = _Meter(task, report)
    try:
        with manims_own({"verbosity": "CRITICAL"}):
            chapter = chapter_class(task.chapter)
            chosen = arguments(task.settings, chapter)
            performance = rehearse(_telling(chapter, meter, 1), **chosen, frame_rate=FPS)
            verdict = _without_pixels(task, chapter, performance)
            if task.pixels:
                screening = screen(_telling(chapter, meter, DRAWING), **chosen)
                verdict = _with_files(_with_pixels(verdict, chapter, screening))
    except Exception as error:
        return Verdict(task, rows=(_fault(task, error),))
    return verdict


def _without_pixels(task: Task, chapter: type[Chapter], performance: Performance) -> Verdict:
    rows = _in_order(judge(performance))
    told, ledger, moments = performance.timeline, performance.ledger, performance.moments
    return Verdict(
        task,
        rows,
        draw_stills(chapter, arguments(task.settings, chapter), rows, task.stills, frame_rate=FPS),
        performance.exemptions,
        _figures(moments),
        told[-1].end if told else 0.0,
        receipts_of(ledger, moments, told),
    )


def _with_pixels(verdict: Verdict, chapter: type[Chapter], screening: Screening) -> Verdict:
    """Add what the rules say that look at pictures."""
    task, count = verdict.task, len(verdict.rows)
    rows = _in_order(ask(all_rules(pixels=True), screening, task.chapter, screening.exemptions))
    stills = draw_stills(
        chapter,
        arguments(task.settings, chapter),
        rows,
        task.stills,
        frame_rate=screening.fps,
        first=count + 1,
    )
    return replace(
        verdict,
        rows=verdict.rows + rows,
        stills=verdict.stills + stills,
        exemptions=verdict.exemptions + screening.ornaments,
        figures=verdict.figures + Figures(stills=len(screening.shots)),
    )


def _with_files(verdict: Verdict) -> Verdict:
    """Add what the rules say that look at what was delivered."""
    task = verdict.task
    looked_at = list(freshness(task.settings, task.chapter))
    rows = [row for each in looked_at for row in ask(file_rules(), each, task.chapter)]
    count = sum(len(each.frames) + len(each.segments) for each in looked_at)
    return replace(
        verdict, rows=verdict.rows + _in_order(rows), figures=verdict.figures + Figures(files=count)
    )


def _in_order(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: row.finding.seconds))


def _fault(task: Task, error: Exception) -> Row:
    what = f"the chapter cannot be played: {explain(error).message}"
    return Row("can_be_played", task.chapter, Finding("", 0.0, what), "mend the scene first")


def _figures(moments: Sequence[Moment]) -> Figures:
    proven = sum(n.claim is not None and not n.counting for m in moments for n in m.numbers)
    return Figures(numerals=proven, moments=len(moments))


class _Meter:
    """Counts the beats that have been played; one that is drawn counts as several."""

    def __init__(self, task: Task, report: Report) -> None:
        self.name, self.report, self.done = f"{task.chapter} {task.look}", report, 0
        self.rounds = 1 + DRAWING * task.pixels

    def __call__(self, beats: int, weight: int) -> None:
        """Add a beat."""
        self.done += weight
        self.report(Advance(self.name, self.done, max(beats * self.rounds, self.done)))


def _telling(chapter: type[Chapter], meter: _Meter, weight: int) -> type[Chapter]:
    """Return the chapter that tells how far it is."""

    class Telling(chapter):  # type: ignore[valid-type, misc]
        def beat(self, *args: Any, **kwargs: Any) -> None:
            super().beat(*args, **kwargs)
            meter(len(self.script.beats), weight)

    Telling.__module__, Telling.__name__ = chapter.__module__, chapter.__name__
    return Telling
