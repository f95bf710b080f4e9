"""The real chapters with all their words, but without their motions: filmed in no time."""

from __future__ import annotations

from pathlib import Path

from scenes.kit.stage.choices import chapter_class
from scenes.production.drawing import running
from scenes.production.notebook import showing
from scenes.production.planning import settings


def be_calm(place: str) -> None:
    """Let ``show`` film calm chapters in small pictures, into a folder."""
    settings.QUALITIES["l"] = settings.Quality(96, 54, 5)
    showing.PROJECT, showing.CACHE = Path(place), Path(place) / "cache"
    running.chapter_class = _calm


def _calm(name: str) -> type:
    class Calm(chapter_class(name)):
        def beat(self, name, *motions, **values):
            super().beat(name, **values)

    return Calm
