"""Deal the plays of all chapters out to the workers, so that none waits long for another.  Pure.

Each stretch of plays is a share of what is left: whole chapters first, smaller ones at the end.
A stretch costs a run through the chapter up to its end, so none is very small.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from scenes.production.planning.plan import ChapterPlan, Play

SMALLEST = 120  # drawn frames: about what it costs to run through a chapter
TOLERANCE = 1.35  # a rest this much larger than a share is not cut


@dataclass(frozen=True)
class Stretch:
    """Plays of a chapter, by their numbers, that are to be drawn in one run through it.

    ``base`` is that of the plan: who draws them must have the same.
    """

    chapter: str
    plays: Mapping[int, Play]
    base: str

    @property
    def cost(self) -> int:
        """About how much work it is, in drawn frames."""
        return sum(play.cost for play in self.plays.values())


class Dealer:
    """What is still to be drawn, chapter by chapter."""

    def __init__(self) -> None:
        self._left: dict[str, list[tuple[int, Play]]] = {}
        self._bases: dict[str, str] = {}

    def add(self, plan: ChapterPlan, missing: Collection[int]) -> None:
        """Take in the plays of a chapter that are missing."""
        self._left[plan.chapter] = [(number, plan.plays[number]) for number in sorted(missing)]
        self._bases[plan.chapter] = plan.base

    def drop(self, chapter: str) -> None:
        """Leave out a chapter in which something went wrong."""
        self._left.pop(chapter, None)

    def __bool__(self) -> bool:
        """Tell whether there is anything left to deal."""
        return any(self._left.values())

    def cost(self, chapter: str) -> int:
        """Return how much of a chapter is left to deal."""
        return sum(play.cost for _, play in self._left.get(chapter, ()))

    def take(self, workers: int, more: int = 0) -> Stretch:
        """Return the next stretch, from the chapter with the most left.

        ``more`` is the cost of what is not known yet but will come.
        """
        chapter = max(self._left, key=self.cost)
        left, share = self._left[chapter], self._share(workers, more)
        count, cost = 0, 0
        while count < len(left) and cost + left[count][1].cost / 2 <= share:
            cost += left[count][1].cost
            count += 1
        if self.cost(chapter) <= share * TOLERANCE or self.cost(chapter) - cost < SMALLEST:
            count = len(left)
        taken, self._left[chapter] = left[: max(count, 1)], left[max(count, 1) :]
        return Stretch(chapter, dict(taken), self._bases[chapter])

    def _share(self, workers: int, more: int) -> float:
        rest = more + sum(map(self.cost, self._left))
        return max(SMALLEST, rest / workers)
