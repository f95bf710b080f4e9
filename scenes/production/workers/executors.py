"""Who does the work: processes of this machine, this process itself, or a farm."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, Future
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from scenes.production.planning.settings import Settings
from scenes.production.workers.progress import Meter
from scenes.production.workers.tasks import Task


class TaskExecutor(Protocol):
    """Workers that are there for as long as the ``with`` of :meth:`at_work` lasts."""

    workers: int

    def at_work(self, meter: Meter) -> AbstractContextManager[None]:
        """Call the workers together; what they have drawn is told to ``meter``."""
        ...

    def submit(self, task: Task, settings: Settings, what: Any) -> Future[Any]:
        """Give out some work; it is called with a way to tell what has been drawn."""
        ...


class Alone:
    """Everything in this process, one after another."""

    workers = 1

    @contextmanager
    def at_work(self, meter: Meter) -> Iterator[None]:
        """Work for a while."""
        self._meter = meter
        yield

    def submit(self, task: Task, settings: Settings, what: Any) -> Future[Any]:
        """Do it now."""
        future: Future[Any] = Future()
        future.set_result(task(settings, what, self._meter))
        return future


@dataclass
class Processes:
    """Processes of this machine; they end with this one, whatever happens."""

    workers: int

    @contextmanager
    def at_work(self, meter: Meter) -> Iterator[None]:
        """Start the processes, and end them."""
        from scenes.production.workers.processes import pool

        with pool(self.workers, meter) as self._executor:
            yield

    def submit(self, task: Task, settings: Settings, what: Any) -> Future[Any]:
        """Give it to the next process that is free."""
        from scenes.production.workers.processes import run

        return self._executor.submit(run, partial(task, settings, what))

    _executor: Executor = None  # type: ignore[assignment]


def executor_for(jobs: int, farm: str | None = None) -> TaskExecutor:
    """Return so many workers of this machine, or those of the farm at an address."""
    if farm:
        from scenes.production.workers.cluster import Farm

        return Farm(farm)
    return Alone() if jobs == 1 else Processes(jobs)
