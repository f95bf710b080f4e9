"""One chapter, from the scene to the files, in this process."""

from __future__ import annotations

from scenes.production.crew import Alone
from scenes.production.outcome import Outcome
from scenes.production.progress import Report
from scenes.production.settings import Settings
from scenes.production.studio import make_film


def make_chapter(settings: Settings, chapter: str, report: Report) -> Outcome:
    """Film a chapter and deliver it; if that fails, say why."""
    return next(iter(make_film(settings, (chapter,), Alone(), report)))
