"""``cache``: what is kept for the next run, and how to be rid of it."""

from __future__ import annotations

import cloup

from scenes.production.cache import eviction
from scenes.production.cache.terminal import say, tell
from scenes.production.commands import options
from scenes.production.commands.numbers import Decimal
from scenes.production.workers.outcome import FAILED


@cloup.command("cache")
@cloup.option("--clear", is_flag=True, help="Throw all of it away.")
@cloup.option(
    "--shrink",
    type=Decimal(0),
    metavar="GB",
    help="Throw away what was used least recently, until no more is left than this; what was used "
    "in the last hours stays.",
)
def cache_command(clear: bool, shrink: float | None) -> None:
    """Show what is kept of earlier runs, or throw it away."""
    folder, limit = options.CACHE, eviction.limit()
    if clear:
        _clear()
    elif shrink is not None:
        gone = eviction.prune(folder, round(shrink * eviction.GIGABYTE))
        tell(f"{_size(gone)} thrown away.")
    entries = eviction.kept(folder)
    tell(f"{len(entries)} entries, {_size(sum(each.size for each in entries))}, in {folder}")
    tell(
        f"Limit: {_size(limit)}. After every run what was used least recently goes until that is "
        f"met; {eviction.LIMIT_NAME}=10 in the environment makes it 10 GB."
    )


def _clear() -> None:
    gone = eviction.clear(options.CACHE)
    if gone is None:
        say(
            f"{options.CACHE}: a run is at work with it. Wait until it is done, or stop it, and "
            "run the same command again."
        )
        raise SystemExit(FAILED)
    tell(f"{_size(gone)} thrown away.")


def _size(count: int) -> str:
    units = ((10**9, "GB"), (10**6, "MB"), (10**3, "kB"))
    size, unit = next((each for each in units if count >= each[0]), units[-1])
    return f"{count / size:.1f} {unit}"
