"""One chapter, from the scene to the files."""

from __future__ import annotations

from dataclasses import replace

from scenes.production.delivery import deliver_chapter
from scenes.production.filming import film_chapter
from scenes.production.outcome import Outcome, explain
from scenes.production.progress import Report
from scenes.production.settings import Settings


def make_chapter(settings: Settings, chapter: str, report: Report) -> Outcome:
    """Film a chapter and deliver it; if that fails, say why: the other chapters go on."""
    try:
        filmed = film_chapter(settings, chapter, report)
        return Outcome(chapter, filmed, deliver_chapter(settings, filmed))
    except Exception as error:
        problem = explain(error)
        return Outcome(chapter, problem=replace(problem, message=f"{chapter}: {problem.message}"))
