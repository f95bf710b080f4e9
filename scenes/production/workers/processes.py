"""Work side by side: one process each, nothing left behind when stopped."""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from functools import partial
from multiprocessing.process import BaseProcess
from typing import Any

from tqdm import tqdm

from scenes.production.drawing.manim_settings import ignore_settings_files
from scenes.production.workers.outcome import STOPPED
from scenes.production.workers.signals import signal_main_thread, uninterrupted

Tell = Callable[[Any], None]

PATIENCE = 5.0  # seconds in which a worker puts its things in order
AGAIN = 0.02  # seconds until a stop that got lost is tried again: a destructor is done by then

_messages: Any = None
_busy = False


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def side_by_side(
    things: Sequence[Any], jobs: int, tell: Tell, make: Callable[[Any, Tell], Any]
) -> Iterator[Any]:
    """Yield what ``make`` returns for each thing, as soon as it is there."""
    workers = min(jobs, len(things))
    if workers == 1:
        yield from (make(thing, tell) for thing in things)
        return
    with pool(workers, tell) as executor:
        futures = [executor.submit(partial(run, partial(make, thing))) for thing in things]
        for future in as_completed(futures):
            yield future.result()


@contextmanager
def pool(workers: int, tell: Tell) -> Iterator[Executor]:
    """Offer processes that tell ``tell`` what they tell."""
    # a fresh interpreter per worker: Manim's settings are global
    context = multiprocessing.get_context("spawn")
    messages = context.Queue()
    executor = ProcessPoolExecutor(workers, context, initializer=_begin, initargs=(messages,))
    with _listening(messages, tell), _stopping(executor):
        with uninterrupted(), _deaf_to_interrupts():
            for _ in range(workers):  # all are started now, while signals are not heard
                executor.submit(os.getpid)
        yield executor


def run(work: Callable[[Tell], Any]) -> Any:
    """Do some work, in a worker; if told to stop, leave no half file and go."""
    global _busy
    try:
        _busy = True
        return work(_messages.put)
    except KeyboardInterrupt:
        os._exit(STOPPED)  # the half files are gone by now
    finally:
        _busy = False


@contextmanager
def _listening(messages: Any, tell: Tell) -> Iterator[None]:
    """Pass on what the workers tell, as it comes."""
    finished = threading.Event()

    def listen() -> None:
        while not finished.is_set():
            try:
                tell(messages.get(timeout=0.1))
            except queue.Empty:
                continue

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    try:
        yield
    finally:
        finished.set()
        listener.join()


@contextmanager
def _stopping(pool: ProcessPoolExecutor) -> Iterator[None]:
    """Let no worker outlive its work, whatever happens."""
    try:
        yield
        pool.shutdown()
    except BaseException:
        with uninterrupted():  # who is told twice to stop has no reason to leave anybody behind
            _end(multiprocessing.active_children())
            pool.shutdown(cancel_futures=True)
        raise


def _end(workers: Sequence[BaseProcess]) -> None:
    for worker in workers:
        worker.terminate()
    for worker in workers:
        worker.join(2 * PATIENCE)
        if worker.is_alive():
            worker.kill()
            worker.join()


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Start processes that leave Ctrl-C to this one, which then stops them in good order.

    What is blocked here is blocked in them from their first moment; this process hears of it
    afterwards.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(messages: Any) -> None:
    """Prepare a worker."""
    global _messages
    _messages = messages
    ignore_settings_files()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _stop)
    sys.unraisablehook = _take_up
    # Manim's bars would make a lock between processes, which a stopped worker cannot give back
    tqdm.set_lock(threading.RLock())
    threading.Thread(target=_die_with_parent, daemon=True).start()


def _stop(_signal: int, _frame: object) -> None:
    if _busy:
        # an exception can get lost in code that ignores all of them; being told to stop must not
        last = threading.Timer(PATIENCE, os._exit, (STOPPED,))
        last.daemon = True
        last.start()
        raise KeyboardInterrupt
    os._exit(STOPPED)


def _take_up(lost: sys.UnraisableHookArgs) -> None:
    """Stop once more if being told to was lost in a destructor, where exceptions are ignored."""
    if lost.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(lost)
        return
    again = threading.Timer(AGAIN, signal_main_thread, (signal.SIGTERM,))
    again.daemon = True
    again.start()


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(STOPPED)
