"""How much memory a process and all that it started use, looked at ten times a second.

From ``/proc``, so on Linux alone; elsewhere it is not measured.  What processes share, such as the
code of libraries, is counted once.
"""

from __future__ import annotations

import os
import threading
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
SECONDS = 0.1
PARENT = 1  # the place of the parent's number behind the name, in /proc/…/stat


@dataclass(frozen=True)
class Peak:
    """The most memory there was in use, in bytes: in one process, and in all together."""

    largest: int
    together: int


class Watch:
    """Looks at a process and its children from ``with`` to its end."""

    def __init__(self, process: int) -> None:
        self._process, self._over = process, threading.Event()
        self._largest = self._together = 0
        self._watcher = threading.Thread(target=self._look_on, daemon=True)

    def __enter__(self) -> Watch:
        """Begin to look."""
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Look no more."""
        self._over.set()
        self._watcher.join()

    @property
    def peak(self) -> Peak | None:
        """What was seen, or None where nothing can be."""
        return Peak(self._largest, self._together) if self._together else None

    def _look_on(self) -> None:
        while PROC.is_dir() and not self._over.wait(SECONDS):
            self._look()

    def _look(self) -> None:
        sizes = list(_sizes(self._process))
        if sizes:
            own = sum(resident - shared for resident, shared in sizes)
            self._together = max(self._together, own + max(shared for _, shared in sizes))
            self._largest = max(self._largest, *(resident for resident, _ in sizes), 0)


def _sizes(process: int) -> Iterator[tuple[int, int]]:
    """Yield what each process has in memory, and how much of that it may share, in bytes."""
    for each in family(process):
        try:
            _, resident, shared, *_ = (PROC / str(each) / "statm").read_text().split()
        except OSError:
            continue  # it has just ended
        page = os.sysconf("SC_PAGE_SIZE")
        yield int(resident) * page, int(shared) * page


def family(process: int) -> Iterator[int]:
    """Yield a process and all that come from it."""
    children = defaultdict(list)
    for stat in PROC.glob("[0-9]*/stat"):
        try:
            parent = stat.read_text().rpartition(")")[2].split()[PARENT]
        except (OSError, IndexError):
            continue
        children[int(parent)].append(int(stat.parent.name))
    waiting = [process]
    while waiting:
        each = waiting.pop()
        yield each
        waiting += children[each]
