"""A crew on other machines: the workers of a Dask scheduler.

They need no shared disk.  What a worker needs travels with its task, and what it has drawn travels
back into the cache of this machine.
"""

from __future__ import annotations

import logging
import threading
import warnings
from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from scenes.production.cache import Cache
from scenes.production.crew import Task
from scenes.production.farmhand import Brought, Parcel, Refusal, objection, work_away
from scenes.production.luggage import Luggage
from scenes.production.machines import this_machine
from scenes.production.outcome import FarmError
from scenes.production.progress import Meter
from scenes.production.settings import Settings

PATIENCE = 5.0  # seconds in which a scheduler and a worker answer
WITHOUT_WORKERS = 60.0  # seconds after which a farm that has lost all workers is given up
HOW = "dask worker {address} --nthreads 1"


@dataclass
class Farm:
    """The workers of the scheduler at an address."""

    address: str
    workers: int = 0
    _open: set[Future[Any]] = field(default_factory=set)

    @contextmanager
    def at_work(self, meter: Meter) -> Iterator[None]:
        """Call on the workers; whatever happens, nothing is left on the farm."""
        self._meter, self._machine = meter, this_machine()
        with _client(self.address) as client, ThreadPoolExecutor(1) as self._porter:
            self._muster(client)
            self._executor: Executor = client.get_executor()
            with self._watched(client):
                try:
                    yield
                finally:
                    self._executor.shutdown(wait=False)  # Dask then calls all of it off

    def submit(self, task: Task, settings: Settings, what: Any) -> Future[Any]:
        """Send it to the next worker that is free."""
        parcel = Parcel(task, Luggage.of(settings), what, self._machine)
        away, here = self._executor.submit(work_away, parcel), Future[Any]()
        self._open.add(here)

        def unpack(_: Future[Any]) -> None:
            with suppress(RuntimeError):  # when all is called off the porter has gone
                # a thread of our own: that of the client has to go on listening
                self._porter.submit(self._unpack, settings, away, here)

        away.add_done_callback(unpack)
        return here

    def _unpack(self, settings: Settings, away: Future[Any], here: Future[Any]) -> None:
        """Put what came into the cache, then say that the work is done."""
        try:
            came = self._opened(settings, away)
        except BaseException as error:
            self._settle(here, error)
        else:
            self._settle(here, came)

    def _opened(self, settings: Settings, away: Future[Any]) -> Any:
        brought = _result(self.address, away)
        if isinstance(brought, Refusal):
            raise FarmError(f"{self.address}: a worker that has come {brought.message}")
        cache = Cache(settings.cache)
        for name, data in brought.entries.items():
            cache.put(cache.folder / name, data)
        for filmed in brought.told:
            self._meter(filmed)
        return brought.came

    def _settle(self, here: Future[Any], outcome: Any) -> None:
        """Tell whoever waits, once."""
        if here in self._open:
            self._open.discard(here)
            if isinstance(outcome, BaseException):
                here.set_exception(outcome)
            else:
                here.set_result(outcome)

    def _muster(self, client: Any) -> None:
        """Count the workers; each must be able to draw the very same pictures."""
        with suppress(TimeoutError):
            client.wait_for_workers(1, timeout=PATIENCE)
        answers = client.run(objection, self._machine, on_error="return")
        for worker, answer in answers.items():
            if isinstance(answer, Refusal):
                raise FarmError(f"farm worker {worker} {answer.message}")
            if isinstance(answer, BaseException):
                raise FarmError(
                    f"farm worker {worker} cannot work for this project "
                    f"({type(answer).__name__}: {answer}). Set the project up there, and start the "
                    "worker with the dask of its .venv."
                )
        self.workers = len(answers)
        if not answers:
            raise FarmError(
                f"{self.address}: this farm has no workers. Start one or more in the project's "
                f"folder, on any machine: .venv/bin/{HOW.format(address=self.address)}"
            )

    @contextmanager
    def _watched(self, client: Any) -> Iterator[None]:
        """Wait for no farm that has lost its scheduler or all of its workers."""
        over = threading.Event()

        def watch() -> None:
            alone = 0.0
            while not over.wait(PATIENCE):
                alone = 0.0 if _is_manned(client) else alone + PATIENCE
                if alone >= WITHOUT_WORKERS:
                    for here in tuple(self._open):
                        self._settle(here, _lost(self.address))

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        try:
            yield
        finally:
            over.set()
            self._open.clear()


@contextmanager
def _client(address: str) -> Iterator[Any]:
    """Offer a connection to a scheduler."""
    try:
        import distributed
    except ImportError as error:
        raise FarmError(
            "--farm needs Dask, which is not installed: .venv/bin/pip install -e '.[farm]'"
        ) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # we say what matters ourselves
    warnings.filterwarnings("ignore", module="distributed")
    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise FarmError(
            f"{address}: no Dask scheduler answers there. Start one (.venv/bin/dask scheduler), or "
            "check the address: --farm tcp://host:8786"
        ) from error
    try:
        yield client
    finally:
        with suppress(Exception):  # a scheduler that is gone cannot be told
            client.close(timeout=PATIENCE)


def _result(address: str, away: Future[Any]) -> Brought | Refusal:
    """Return what came back, or say what became of the farm."""
    from distributed import KilledWorker

    try:
        brought = away.result()
    except KilledWorker as error:
        raise BrokenProcessPool(str(error)) from error  # as if it had been a process of ours
    except CancelledError as error:
        raise _lost(address) from error
    if brought is None:
        raise _lost(address)
    assert isinstance(brought, Brought | Refusal)
    return brought


def _is_manned(client: Any) -> bool:
    try:
        return bool(client.nthreads())
    except Exception:
        return False


def _lost(address: str) -> FarmError:
    return FarmError(
        f"{address}: the farm was lost: its scheduler, or all of its workers, are gone. Run the "
        "same command again when they are back: finished parts are kept."
    )
