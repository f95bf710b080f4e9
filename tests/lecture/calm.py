"""The real chapters with all their words, but without their motions: filmed in no time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.choices import chapter_class
from scenes.kit.stage.motions import Motion
from scenes.kit.stage.script import Text
from scenes.production.drawing import running
from scenes.production.notebook import showing
from scenes.production.planning import settings


def be_calm(place: str) -> None:
    """Let ``show`` film calm chapters in small pictures, into a folder."""
    settings.QUALITIES["l"] = settings.Quality(96, 54, 5)
    vars(showing).update(PROJECT=Path(place), CACHE=Path(place) / "cache")
    vars(running)["chapter_class"] = _calm


def _calm(name: str) -> type:
    chapter: Any = chapter_class(name)

    def beat(self: Chapter, name: str, *_: Motion, **values: Text | str) -> None:
        chapter.beat(self, name, **values)

    return type("Calm", (chapter,), {"beat": beat})
