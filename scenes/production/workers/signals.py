"""Being stopped only where nothing is half done."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

STOPPERS = (signal.SIGINT, signal.SIGTERM)

_patient = False


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Keep a signal to stop until the block is done.

    Between making a file and noting who has to remove it, Ctrl-C would leave it behind.
    """
    global _patient
    if _patient or threading.current_thread() is not threading.main_thread():
        yield  # signals come to the main thread only, and whoever is patient already tells of them
        return
    kept: list[int] = []
    before = {each: signal.signal(each, lambda number, _: kept.append(number)) for each in STOPPERS}
    _patient = True
    try:
        yield
    finally:
        _patient = False
        for each, handler in before.items():
            signal.signal(each, handler)
        for number in kept[:1]:
            signal.raise_signal(number)  # os.kill, on Windows, would end the process on the spot


def signal_main_thread(number: int) -> None:
    """Let a signal come to the main thread, from any other one."""
    if hasattr(signal, "pthread_kill"):  # it also ends what the main thread is waiting for
        signal.pthread_kill(threading.main_thread().ident or 0, number)
    else:
        signal.raise_signal(number)
