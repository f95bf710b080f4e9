"""The floor: encoding every frame with the delivered settings, on all cores, and nothing else.

Each frame of each play is turned to the encoder's colours and encoded, also where a picture stands
still; no part of it is written twice.  The pictures are drawn beforehand and wait in memory; plays
are dealt out to as many processes as there are cores, and the time of a play is taken while the
others are as busy.  The floor is the time of all plays divided by the number of processes: what
it takes if none ever waits for another.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from scenes.production.bench.shots import Shot, show_plays
from scenes.production.cache.store import Cache
from scenes.production.encoding.segments import SegmentEncoder
from scenes.production.planning.settings import Settings

IN_MEMORY = Path("/dev/shm")  # a folder that no disk slows down, where there is one
MOST = 2 * 10**9  # bytes of pictures that wait at a time


@dataclass(frozen=True)
class Waiting:
    """A play whose pictures wait in a file."""

    pictures: Path
    stands: tuple[int, ...]
    dense: bool
    settings: Settings


def floor(settings: Settings, chapters: Sequence[str], workers: int) -> float:
    """Return how many seconds the encoding alone takes."""
    place = str(IN_MEMORY) if IN_MEMORY.is_dir() else None
    context = multiprocessing.get_context("spawn")
    with (
        TemporaryDirectory(prefix="mixing-bench-", dir=place) as name,
        ProcessPoolExecutor(workers, context) as pool,
    ):
        batch = _Batch(settings, Path(name), pool)
        for chapter in chapters:
            show_plays(settings, chapter, lambda play: True, lambda play, shot: batch.add(shot))
        batch.encode()
        return batch.seconds / workers


class _Batch:
    """The plays that wait."""

    def __init__(self, settings: Settings, folder: Path, pool: ProcessPoolExecutor) -> None:
        self._settings, self._folder, self._pool = settings, folder, pool
        self._plays: list[Waiting] = []
        self.seconds = 0.0

    def add(self, shot: Shot) -> None:
        """Put a play by; when there are many, encode them."""
        path = self._folder / f"{len(self._plays)}.npy"
        np.save(path, np.stack(shot.pictures))
        self._plays.append(Waiting(path, tuple(shot.stands), shot.dense, self._settings))
        if sum(play.pictures.stat().st_size for play in self._plays) > MOST:
            self.encode()

    def encode(self) -> None:
        """Encode all plays, the longest first, and let go of them."""
        longest_first = sorted(self._plays, key=lambda play: -sum(play.stands))
        self.seconds += sum(self._pool.map(_encode, longest_first))
        for play in self._plays:
            play.pictures.unlink()
        self._plays = []


def _encode(play: Waiting) -> float:
    """Encode a play, in a worker; return the seconds that it took."""
    pictures, carriers = np.load(play.pictures), play.settings.carriers
    if play.dense:
        carriers = tuple(carrier.for_dense_pictures() for carrier in carriers)
    with TemporaryDirectory(dir=play.pictures.parent) as folder:
        cache = Cache(Path(folder))
        began = time.perf_counter()
        encoder = SegmentEncoder(cache, Path(folder) / "0", carriers, play.settings.quality)
        for number in _every_frame(play.stands):
            encoder.write_frame(pictures[number])
        encoder.finish()
        return time.perf_counter() - began


def _every_frame(stands: Sequence[int]) -> Iterator[int]:
    """Yield the number of the picture of every frame.

    >>> list(_every_frame([1, 3]))
    [0, 1, 1, 1]
    """
    for number, frames in enumerate(stands):
        yield from [number] * frames
