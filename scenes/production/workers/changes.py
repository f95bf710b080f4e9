"""What was drawn anew in this run: beats by name, and how many plays."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from scenes.production.cache.store import Cache
from scenes.production.planning.plan import ChapterPlan
from scenes.production.planning.settings import Settings

NAMED = 3  # beats; of more than these the number is enough


@dataclass(frozen=True)
class News:
    """How many plays of a chapter were drawn anew, beat by beat.

    >>> str(News("row_by_column", 74, {"first_cell": 5, "next_cells": 1}))
    'row_by_column: 6 of 74 plays drawn, in first_cell, next_cells'
    >>> str(News("row_by_column", 74, {}))
    'row_by_column: nothing to draw'
    """

    chapter: str
    plays: int
    drawn: dict[str, int]

    def __str__(self) -> str:
        """Say it in a line."""
        count, beats = sum(self.drawn.values()), ", ".join(self.drawn)
        if not count:
            return f"{self.chapter}: nothing to draw"
        if count == self.plays:
            return f"{self.chapter}: all {count} plays drawn"
        where = beats if len(self.drawn) <= NAMED else f"{len(self.drawn)} beats"
        return f"{self.chapter}: {count} of {self.plays} plays drawn, in {where}"


def news(settings: Settings, plan: ChapterPlan, moment: float) -> News:
    """Return what has been drawn since a moment, whoever drew it."""
    cache = Cache(settings.cache)
    drawn = Counter(
        beat.name
        for beat in plan.beats
        for play in beat.plays
        if cache.made(settings.carriers[0].segment(cache.stem(play.key))) >= moment
    )
    return News(plan.chapter, len(plan.plays), dict(drawn))
