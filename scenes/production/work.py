"""Chapters side by side: one process each, nothing left behind when stopped."""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from typing import Any

from tqdm import tqdm

from scenes.production.outcome import STOPPED, Outcome
from scenes.production.progress import Advance, Report
from scenes.production.settings import Settings

Make = Callable[[Settings, str, Report], Outcome]

_messages: Any = None
_busy = False


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _make(settings: Settings, name: str, report: Report) -> Outcome:
    # Manim takes a second to load, which --help and the process that only waits can do without
    from scenes.production.making import make_chapter

    return make_chapter(settings, name, report)


def make_chapters(
    settings: Settings, names: Sequence[str], jobs: int, report: Report, make: Make = _make
) -> Iterator[Outcome]:
    """Yield every chapter as soon as it is delivered, or has failed."""
    if min(jobs, len(names)) == 1:
        yield from (make(settings, name, report) for name in names)
    else:
        yield from _side_by_side(settings, names, min(jobs, len(names)), report, make)


def _side_by_side(
    settings: Settings, names: Sequence[str], jobs: int, report: Report, make: Make
) -> Iterator[Outcome]:
    # a fresh interpreter per worker: Manim's settings are global
    context = multiprocessing.get_context("spawn")
    messages = context.Queue()
    pool = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(messages,))
    with _listening(messages, report), _stopping(pool):
        with _deaf_to_interrupts():
            futures = [pool.submit(_work, make, settings, name) for name in names]
        for future in as_completed(futures):
            yield future.result()


@contextmanager
def _listening(messages: Any, report: Report) -> Iterator[None]:
    """Pass on what the workers report, as it comes."""
    finished = threading.Event()

    def listen() -> None:
        while not finished.is_set():
            try:
                report(messages.get(timeout=0.1))
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
        for worker in multiprocessing.active_children():
            worker.terminate()
        for worker in multiprocessing.active_children():
            worker.join()
        pool.shutdown(cancel_futures=True)
        raise


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Start processes that leave Ctrl-C to this one, which then stops them in good order."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _begin(messages: Any) -> None:
    """Prepare a worker."""
    global _messages
    _messages = messages
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _stop)
    # Manim's bars would make a lock between processes, which a stopped worker cannot give back
    tqdm.set_lock(threading.RLock())
    threading.Thread(target=_die_with_parent, daemon=True).start()


def _stop(_signal: int, _frame: object) -> None:
    if _busy:
        raise KeyboardInterrupt
    os._exit(STOPPED)


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(STOPPED)


def _work(make: Make, settings: Settings, name: str) -> Outcome:
    global _busy
    _busy = True
    try:
        return make(settings, name, _send)
    except KeyboardInterrupt:
        os._exit(STOPPED)  # the half files are gone by now
    finally:
        _busy = False


def _send(advance: Advance) -> None:
    _messages.put(advance)
