"""How much the cache may hold: what was used least recently goes first, and nothing in use.

Every entry's time is that of its last use.  The files of one play go together, because it is drawn
as a whole.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from mathcore.digits import read_decimal
from scenes.kit.stage.choices import ChoiceError
from scenes.production.cache.locks import shared, take
from scenes.production.cache.partial_files import whole_files
from scenes.production.cache.store import SUM

GIGABYTE = 10**9
LIMIT = 5 * GIGABYTE
LIMIT_NAME = "SCENE_CACHE_GB"
LATELY = 6 * 3600.0  # seconds; longer than a run takes from using an entry to its end


class LimitError(ChoiceError):
    """A limit that is no number of gigabytes."""


@dataclass(frozen=True)
class Kept:
    """Files of the cache that stand or go together."""

    paths: tuple[Path, ...]
    size: int
    used: float


def limit() -> int:
    """Return how many bytes the cache may hold."""
    told = os.environ.get(LIMIT_NAME)
    if told is None:
        return LIMIT
    try:
        gigabytes = read_decimal(told)
    except ValueError as fault:
        raise LimitError(f'{LIMIT_NAME} is "{told}": {fault}') from None
    if gigabytes is None or gigabytes < 0:
        raise LimitError(f'{LIMIT_NAME} is "{told}"; it is a number of gigabytes, such as 5 or 0.5')
    return round(gigabytes * GIGABYTE)


def kept(folder: Path) -> list[Kept]:
    """Return everything that is kept, what was used least recently first."""
    paths = sorted(whole_files(folder))
    groups = groupby(paths, lambda path: path.parent / path.name.partition(".")[0])
    return sorted((_kept(tuple(group)) for _, group in groups), key=lambda each: each.used)


def prune(folder: Path, most: int, lately: float = LATELY) -> int:
    """Throw away what was used least recently until no more than ``most`` bytes are left.

    What was used in the last ``lately`` seconds stays even so: a run at work may need it.  Returns
    how many bytes went.
    """
    everything = kept(folder)
    over = sum(each.size for each in everything) - most
    gone = 0
    for each in everything:
        if gone >= over:
            break
        # it is looked at again: it may have been used since
        if _kept(each.paths).used < time.time() - lately:
            _remove(each)
            gone += each.size
    return gone


def clear(folder: Path) -> int | None:
    """Throw everything away and return how many bytes that was; None if a run is at work."""
    folder.mkdir(parents=True, exist_ok=True)
    hold = take(folder)
    if hold is None:
        return None
    with hold:
        everything = kept(folder)
        for each in everything:
            _remove(each)
        return sum(each.size for each in everything)


@contextmanager
def in_use(folder: Path) -> Iterator[None]:
    """Let nobody clear the cache while the block lasts."""
    with shared(folder):
        yield


def _kept(paths: tuple[Path, ...]) -> Kept:
    size, used = 0, 0.0
    for path in paths:
        with suppress(FileNotFoundError):  # another run has thrown it away
            status = path.stat()
            size, used = size + status.st_size, max(used, status.st_mtime)
    return Kept(paths, size, used)


def _remove(entry: Kept) -> None:
    # first what says that an entry is whole
    for path in sorted(entry.paths, key=lambda path: path.suffix != SUM):
        path.unlink(missing_ok=True)
