"""An executor on other machines: the workers of a Dask scheduler.

They need no shared disk.  What a worker needs travels with its task, and what it has drawn travels
back into the cache of this machine.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from scenes.production.cache.store import Cache
from scenes.production.planning.compatibility import this_machine
from scenes.production.planning.plan import ChapterPlan
from scenes.production.planning.settings import Settings
from scenes.production.workers import dask_client
from scenes.production.workers.cluster_worker import Parcel, asked_for, work_away
from scenes.production.workers.dask_client import DISTRUST, PATIENCE, lost
from scenes.production.workers.outcome import FarmError
from scenes.production.workers.payload import PayloadError
from scenes.production.workers.pickle_guard import opening_our_own
from scenes.production.workers.plan_schema import read_plan
from scenes.production.workers.progress import Meter
from scenes.production.workers.result import CALLED_OFF, REFUSED, read_answer
from scenes.production.workers.scheduling import Stretch
from scenes.production.workers.tasks import Task
from scenes.production.workers.transport import PackedSettings

WITHOUT_WORKERS = 60.0  # seconds after which a farm that has lost all workers is given up


@dataclass
class Farm:
    """The workers of the scheduler at an address."""

    address: str
    workers: int = 0
    _open: dict[Future[Any], Any] = field(default_factory=dict)

    @contextmanager
    def at_work(self, meter: Meter) -> Iterator[None]:
        """Call on the workers; whatever happens, nothing is left on the farm."""
        self._meter, self._machine = meter, this_machine()
        with (
            dask_client.connected(self.address) as (self._client, self._refused),
            ThreadPoolExecutor(1) as self._porter,
        ):
            self.workers = dask_client.muster(self._client, self.address, self._machine)
            with self._watched():
                try:
                    yield
                finally:
                    with suppress(Exception):  # a scheduler that is gone has called all of it off
                        self._client.cancel(list(self._open.values()), force=True)
                    self._open.clear()

    def submit(self, task: Task, settings: Settings, what: Any) -> Future[Any]:
        """Send it to the next worker that is free."""
        parcel, here = Parcel(task, PackedSettings.of(settings), what, self._machine), Future[Any]()
        with opening_our_own():
            away = self._client.submit(work_away, parcel, pure=False)
        self._open[here] = away

        def unpack(_: Any) -> None:
            with suppress(RuntimeError):  # when all is called off the porter has gone
                # a thread of our own: that of the client has to go on listening
                self._porter.submit(self._unpack, settings, what, here)

        away.add_done_callback(unpack)
        return here

    def _unpack(self, settings: Settings, what: str | Stretch, here: Future[Any]) -> None:
        """Put what came into the cache, then say that the work is done."""
        away = self._open.get(here)
        if away is None:  # it was called off
            return
        try:
            self._settle(here, self._opened(settings, what, away))
        except PayloadError as error:
            worker = dask_client.worker_of(away, self.address)
            self._settle(here, FarmError(f"{worker} {error}. {DISTRUST}"))
        except BaseException as error:
            self._settle(here, error)

    def _opened(self, settings: Settings, what: str | Stretch, away: Any) -> Any:
        chapter = what if isinstance(what, str) else what.chapter
        wanted = asked_for(settings, what)
        reading = partial(self._plan, settings, chapter) if isinstance(what, str) else None
        came = dask_client.result_of(away, self.address)
        answer = read_answer(came, chapter, wanted, reading)
        if answer.kind == REFUSED:
            raise FarmError(f"{self.address}: a worker that has come {answer.message}")
        if answer.kind == CALLED_OFF:
            raise lost(self.address)
        cache = Cache(settings.cache)
        for name, data in answer.files.items():
            cache.put(_inside(cache, wanted[name]), data)
        for filmed in answer.told:
            self._meter(filmed)
        return answer.came

    def _plan(self, settings: Settings, chapter: str, table: Any) -> ChapterPlan:
        """Read a plan, and keep it under the name that we ourselves give it."""
        from scenes.production.drawing import running  # it loads Manim

        plan = read_plan(table, chapter, settings.quality.fps, running.base_name(settings, chapter))
        Cache(settings.cache).write_table(running.plan_name(settings, chapter), plan.table())
        return plan

    def _settle(self, here: Future[Any], outcome: Any) -> None:
        """Tell whoever waits, once."""
        if self._open.pop(here, None) is not None:
            if isinstance(outcome, BaseException):
                here.set_exception(outcome)
            else:
                here.set_result(outcome)

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Wait for no farm that has lost its scheduler or all workers, or that we do not hear."""
        over = threading.Event()

        def watch() -> None:
            alone = 0.0
            while not over.wait(PATIENCE):
                alone = 0.0 if dask_client.is_manned(self._client) else alone + PATIENCE
                if alone >= WITHOUT_WORKERS or self._refused:
                    error = self._distrusted() if self._refused else lost(self.address)
                    for here in tuple(self._open):
                        self._settle(here, error)

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        try:
            yield
        finally:
            over.set()

    def _distrusted(self) -> FarmError:
        reached = ", ".join(dict.fromkeys(self._refused[:3]))
        return FarmError(f"{self.address}: sent what would be run here ({reached}). {DISTRUST}")


def _inside(cache: Cache, path: Path) -> Path:
    """Return the path of an entry; a link must not lead it out of the cache."""
    if not path.resolve().is_relative_to(cache.folder.resolve()):
        raise FarmError(f"{path}: leads out of the cache, to {path.resolve()}; remove that link")
    return path
