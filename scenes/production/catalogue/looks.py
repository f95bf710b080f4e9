"""Which pictures the catalogue has: every example in every language and theme.

Knows nothing of Manim.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scenes.kit.ground.theme import THEMES
from scenes.kit.stage.script import LANGUAGES
from scenes.production.catalogue.examples import Example
from scenes.production.planning.settings import CACHE

PICTURES = "pictures"  # their folder beside the pages
SIZE = (960, 540)  # of a picture: half the frame, or a part of it that is no smaller


@dataclass(frozen=True)
class Look:
    """A picture of an example: in a language and a theme."""

    example: Example
    language: str
    theme: str
    cache: Path = CACHE

    @property
    def file(self) -> str:
        """What its file is called: ``bar-bottle.en.night.png``."""
        return f"{self.example.name.replace('/', '-')}.{self.language}.{self.theme}.png"


def looks_of(example: Example, cache: Path = CACHE) -> tuple[Look, ...]:
    """Return all pictures of an example."""
    return tuple(
        Look(example, language, theme, cache) for language in LANGUAGES for theme in THEMES
    )
