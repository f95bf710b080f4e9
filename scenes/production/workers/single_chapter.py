"""One chapter, from the scene to the files, in this process."""

from __future__ import annotations

from scenes.production.planning.settings import Settings
from scenes.production.workers.executors import Alone
from scenes.production.workers.outcome import Outcome
from scenes.production.workers.pipeline import make_film
from scenes.production.workers.progress import Report


def make_chapter(settings: Settings, chapter: str, report: Report) -> Outcome:
    """Film a chapter and deliver it; if that fails, say why."""
    return next(iter(make_film(settings, (chapter,), Alone(), report)))
