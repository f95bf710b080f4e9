"""From chapters to files, on however many workers: plan all, deal the plays out, deliver.

The workers are any ``concurrent.futures.Executor``; what they finish comes into the cache, and this
process alone writes what is delivered.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from dataclasses import dataclass, field
from typing import Any

from scenes.production.cache.entries import entries_of
from scenes.production.cache.store import Cache
from scenes.production.delivery.videos import deliver_chapter
from scenes.production.encoding.packets import Footage
from scenes.production.planning.plan import ChapterPlan
from scenes.production.planning.settings import Settings
from scenes.production.workers.changes import news
from scenes.production.workers.executors import TaskExecutor
from scenes.production.workers.outcome import Outcome, Problem, explained
from scenes.production.workers.progress import Meter, Report
from scenes.production.workers.scheduling import Dealer, Stretch
from scenes.production.workers.tasks import Task, Tasks

ATTEMPTS = 3  # a worker that is lost, or an entry that is spoilt meanwhile, is made up for


def make_film(
    settings: Settings,
    names: Sequence[str],
    executor: TaskExecutor,
    report: Report,
    tasks: Tasks | None = None,
    footage: Footage | None = None,
) -> Iterator[Outcome]:
    """Yield every chapter as soon as it is delivered, or has failed."""
    left, footage = list(names), footage or Footage()
    for attempt in range(ATTEMPTS):
        studio = Pipeline(settings, executor, Meter(report), tasks or Tasks(), footage)
        try:
            for outcome in studio.make(left):
                left.remove(outcome.chapter)
                yield outcome
        except BrokenExecutor:
            if attempt == ATTEMPTS - 1:
                raise
        else:
            return


@dataclass
class Pipeline:
    """The work in hand."""

    settings: Settings
    executor: TaskExecutor
    meter: Meter
    tasks: Tasks
    footage: Footage
    dealer: Dealer = field(default_factory=Dealer)
    plans: dict[str, ChapterPlan] = field(default_factory=dict)
    rounds: dict[str, int] = field(default_factory=dict)
    at_work: dict[Future[Any], str | Stretch] = field(default_factory=dict)
    began: float = field(default_factory=time.time)

    def make(self, names: Sequence[str]) -> Iterator[Outcome]:
        """Plan all chapters, then draw what is missing; deliver each as soon as it is whole."""
        with self.executor.at_work(self.meter):
            for name in names:
                self._submit(name, self.tasks.plan)
            while self.at_work:
                done, _ = wait(self.at_work, return_when=FIRST_COMPLETED)
                ready = [self._take_in(self.at_work.pop(future), future) for future in done]
                self._deal()
                yield from (self._outcome(each) for each in ready if each is not None)

    def _submit(self, what: str | Stretch, task: Task) -> None:
        self.at_work[self.executor.submit(task, self.settings, what)] = what

    def _take_in(self, what: str | Stretch, future: Future[Any]) -> str | Outcome | None:
        """Take in what a worker did; return the chapter that is whole by it, or has failed."""
        chapter = what if isinstance(what, str) else what.chapter
        came = future.result()
        if isinstance(came, Problem):
            self.dealer.drop(chapter)
            was_known = self.rounds.get(chapter) == 0
            self.rounds[chapter] = 0
            return None if was_known else Outcome(chapter, problem=came)
        if isinstance(came, ChapterPlan):
            self.plans[chapter] = came
        return self._look_what_is_missing(chapter)

    def _look_what_is_missing(self, chapter: str) -> str | Outcome | None:
        if self.dealer.cost(chapter) or self._in_hand(chapter) or self.rounds.get(chapter) == 0:
            return None
        plan, cache = self.plans[chapter], Cache(self.settings.cache)
        missing = missing_plays(self.settings, plan, cache)
        if not missing:
            return chapter
        left = self.rounds[chapter] = self.rounds.get(chapter, ATTEMPTS) - 1
        if left == 0:
            return Outcome(chapter, problem=Problem(f"{chapter}: its segments do not stay whole"))
        self.dealer.add(plan, missing)
        self.meter.plan(chapter, sum(plan.plays[number].frames for number in missing))
        return None

    def _in_hand(self, chapter: str) -> bool:
        return any(
            isinstance(what, Stretch) and what.chapter == chapter for what in self.at_work.values()
        )

    def _deal(self) -> None:
        """Keep every worker busy, and one stretch ready."""
        unplanned = sum(isinstance(what, str) for what in self.at_work.values())
        while self.dealer and len(self.at_work) < self.executor.workers + 1:
            known = [plan.frames for plan in self.plans.values()]
            stretch = self.dealer.take(self.executor.workers, unplanned * sum(known) // len(known))
            self._submit(stretch, self.tasks.film)

    def _outcome(self, ready: str | Outcome) -> Outcome:
        if isinstance(ready, Outcome):
            return ready
        cache, plan = Cache(self.settings.cache), self.plans[ready]
        filmed = plan.filmed(cache.stem)
        try:
            cache.write_table(plan.base, {"filmed": ready})
            delivered = deliver_chapter(self.settings, filmed, self.footage)
            return Outcome(ready, filmed, delivered, news=news(self.settings, plan, self.began))
        except Exception as error:
            return Outcome(ready, problem=explained(ready, error))


def missing_plays(settings: Settings, plan: ChapterPlan, cache: Cache) -> list[int]:
    """Return the numbers of the plays that are not kept whole; what is spoilt is thrown away."""
    return [
        number
        for number, play in enumerate(plan.plays)
        if not all(map(cache.is_whole, entries_of(cache, settings.carriers, play)))
    ]
