"""What a worker does: plan a chapter, or draw a stretch of its plays.

Each returns what became of it, as faults are sentences here and have to travel between processes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from scenes.production.planning.plan import ChapterPlan
from scenes.production.planning.settings import Settings
from scenes.production.workers.outcome import Problem, explained
from scenes.production.workers.progress import Filmed
from scenes.production.workers.scheduling import Stretch

Tell = Callable[[Filmed], None]
Done = TypeVar("Done")
Task = Callable[[Settings, Any, Tell], Any]


def plan_chapter(settings: Settings, chapter: str, tell: Tell) -> ChapterPlan | Problem:
    """Plan a chapter."""
    # Manim takes a second to load, which --help and the process that only waits can do without
    from scenes.production.drawing import running

    return _said(chapter, lambda: running.plan_chapter(settings, chapter, _teller(chapter, tell)))


def film_stretch(settings: Settings, stretch: Stretch, tell: Tell) -> Problem | None:
    """Draw a stretch of plays."""
    from scenes.production.drawing import running

    on_play = _teller(stretch.chapter, tell)
    return _said(stretch.chapter, lambda: running.film_plays(settings, stretch, on_play))


@dataclass(frozen=True)
class Tasks:
    """The work there is; another one stands in for it in tests."""

    plan: Callable[[Settings, str, Tell], ChapterPlan | Problem] = plan_chapter
    film: Callable[[Settings, Stretch, Tell], Problem | None] = film_stretch


def _teller(chapter: str, tell: Tell) -> Callable[[int, bool], None]:
    def on_play(frames: int, drawn: bool) -> None:
        if drawn:
            tell(Filmed(chapter, frames))

    return on_play


def _said(chapter: str, work: Callable[[], Done]) -> Done | Problem:
    """Do something; if it fails, return why in words."""
    try:
        return work()
    except Exception as error:
        return explained(chapter, error)
