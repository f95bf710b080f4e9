"""Examine one chapter in one look: play it, judge it, draw what falls short, keep its receipts."""

from __future__ import annotations

from typing import Any

from scenes.kit.choices import chapter_class
from scenes.kit.stage import Chapter
from scenes.production.gate.finding import Finding, Row
from scenes.production.gate.gatekeeping import Figures, Task, Verdict
from scenes.production.gate.judging import judge
from scenes.production.gate.performance import Performance, rehearse
from scenes.production.gate.receipts import receipts_of
from scenes.production.gate.stills import draw_stills
from scenes.production.outcome import explain
from scenes.production.progress import Advance, Report
from scenes.production.settings import Settings


def examine(task: Task, report: Report) -> Verdict:
    """Return what the gate says of a chapter; one that cannot be played falls short as well."""
    chosen = _chosen(task.settings)
    try:
        chapter = chapter_class(task.chapter)
        performance = rehearse(_telling(chapter, _Meter(task, report)), **chosen)
    except Exception as error:
        return Verdict(task, rows=(_fault(task, error),))
    rows = tuple(judge(performance))
    return Verdict(
        task,
        rows=rows,
        stills=draw_stills(chapter, chosen, rows, task.stills),
        exemptions=performance.exemptions,
        figures=_figures(performance),
        seconds=performance.timeline[-1].end if performance.timeline else 0.0,
        receipts=tuple(
            receipts_of(performance.ledger, performance.moments, performance.timeline)
        ),
    )


def _chosen(settings: Settings) -> dict[str, Any]:
    return {
        "example": settings.example,
        "language": settings.language,
        "theme": settings.theme,
    }


def _fault(task: Task, error: Exception) -> Row:
    what = f"the chapter cannot be played: {explain(error).message}"
    return Row("can_be_played", task.chapter, Finding("", 0.0, what), "mend the scene first")


def _figures(performance: Performance) -> Figures:
    moments = performance.moments
    proven = sum(n.claim is not None and not n.counting for m in moments for n in m.numbers)
    return Figures(numerals=proven, moments=len(moments))


class _Meter:
    """Counts the beats that have been played."""

    def __init__(self, task: Task, report: Report) -> None:
        self.name, self.report, self.done = f"{task.chapter} {task.look}", report, 0

    def __call__(self, total: int) -> None:
        """Add a beat."""
        self.done += 1
        self.report(Advance(self.name, self.done, max(total, self.done)))


def _telling(chapter: type[Chapter], meter: _Meter) -> type[Chapter]:
    """Return the chapter that tells how far it is."""

    class Telling(chapter):  # type: ignore[valid-type, misc]
        def beat(self, *args: Any, **kwargs: Any) -> None:
            super().beat(*args, **kwargs)
            meter(len(self.script.beats))

    Telling.__module__, Telling.__name__ = chapter.__module__, chapter.__name__
    return Telling
