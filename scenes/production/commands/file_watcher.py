"""Notice what is saved, and do the work again when a burst of saves has ended.

The files are looked at several times a second; that works on every system and every kind of disk,
and a few hundred of them take no time worth saying.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mathcore.listing import is_leftover

WATCHED = ("scenes", "mathcore", "assets")
PAUSE = 0.3  # seconds between two looks; a burst is over when one of them finds nothing new

State = Mapping[Path, tuple[int, int]]
Look = Callable[[], State]


@dataclass(frozen=True)
class Watcher:
    """Looks, and calls ``work`` with the files that were saved.

    Parameters
    ----------
    look
        Returns the state of every file that matters.
    work
        Told which files were saved; none, the first time.
    rest
        Waits for a moment.
    """

    look: Look
    work: Callable[[Sequence[Path]], None]
    rest: Callable[[], None] = lambda: time.sleep(PAUSE)

    def watch(self) -> None:
        """Work now, and after every burst of saves, until stopped.

        What is saved during the work is noticed when it is done.
        """
        state = self.look()
        self.work(())
        while True:
            before, state = state, self._after_a_burst(state)
            self.work(saved(before, state))

    def _after_a_burst(self, before: State) -> State:
        """Return the state of the files when something was saved and nothing is any more."""
        last = before
        while True:
            state = self.look()
            if state == last and state != before:
                return state
            last = state
            self.rest()


def saved(before: State, after: State) -> list[Path]:
    """Return the files that are new, other than before, or gone."""
    return sorted(
        path for path in before.keys() | after.keys() if before.get(path) != after.get(path)
    )


def state_of(folders: Iterable[Path], files: Iterable[Path]) -> State:
    """Return when each file was written last, and its size."""
    found = {}
    for path in (*_in(folders), *files):
        try:
            stat = path.stat()
        except OSError:
            continue  # an editor is just putting another in its place
        found[path] = stat.st_mtime_ns, stat.st_size
    return found


def _in(folders: Iterable[Path]) -> Iterator[Path]:
    """Yield every file but what programs leave for themselves."""
    for folder in folders:
        for place, inner, names in os.walk(folder):
            inner[:] = [name for name in inner if not is_leftover(name)]
            yield from (Path(place, name) for name in names if not is_leftover(name))
