"""What is said of a lecture pack once it is made."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from rich.table import Table

from scenes.production.cache.paths import shown
from scenes.production.cache.terminal import Terminal
from scenes.production.lecture.pack import Pack


def print_pack(pack: Pack, archive: Path | None) -> None:
    """List what is in the pack with its size, and say what to do with it."""
    console = Terminal(soft_wrap=True, highlight=False)
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(shown(pack.folder))
    table.add_column("files", justify="right")
    table.add_column("size", justify="right")
    for top, names in groupby(sorted(pack.files, key=_top), _top):
        paths = [pack.folder / name for name in names]
        table.add_row(top, str(len(paths)), _spoken(sum(map(_size, paths))))
    console.print(table)
    minutes = pack.seconds / 60
    console.print(
        f"{len(pack.files)} files, {_spoken(pack.size)}; the film takes "
        f"{pack.film_size / 1e6 / minutes:.1f} MB per minute."
    )
    for path in pack.kept:
        console.print(f"You had changed a file of that name: yours is now {shown(path)}")
    if archive:
        console.print(f"Packed: {shown(archive)}, {_spoken(_size(archive))}")
    console.print(
        f"Open {shown(pack.folder)}/index.html; copy the folder to where you teach. Its README.txt "
        "says what to put where."
    )


def _top(name: str) -> str:
    first, slash, _ = name.partition("/")
    return first + slash


def _size(path: Path) -> int:
    return path.stat().st_size


def _spoken(size: int) -> str:
    """Return a size as people say it.

    >>> _spoken(61_234_567), _spoken(5432)
    ('61.2 MB', '5 kB')
    """
    return f"{size / 1e6:.1f} MB" if size >= 100_000 else f"{size / 1e3:.0f} kB"
