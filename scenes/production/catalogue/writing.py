"""Writing the pictures of the catalogue, several examples side by side.

Knows nothing of Manim, which the process that only waits can do without.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from scenes.production.cache.files import replacing
from scenes.production.catalogue.examples import examples
from scenes.production.catalogue.looks import Look, looks_of
from scenes.production.planning.settings import CACHE
from scenes.production.workers.processes import side_by_side
from scenes.production.workers.progress import Advance, Report


def write_pictures(folder: Path, jobs: int, report: Report) -> Iterator[Path]:
    """Write the pictures of all examples into a folder, drawing those that are not kept."""
    work = [looks_of(example, CACHE) for example in examples()]
    write = partial(_write, folder, len(work))
    for paths in side_by_side(list(enumerate(work, 1)), jobs, report, write):
        yield from paths


def _write(
    folder: Path, count: int, work: tuple[int, Sequence[Look]], report: Report
) -> tuple[Path, ...]:
    from scenes.production.catalogue.pictures import picture

    number, looks = work
    paths = []
    for look in looks:
        data = picture(look)
        with replacing(folder / look.file) as half:
            half.write_bytes(data)
        paths.append(folder / look.file)
    report(Advance("examples", number, count))
    return tuple(paths)
