"""What the cache keeps of a play: its segments, and a still if it is the last one of its beat."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scenes.production.cache.store import Cache
from scenes.production.encoding.formats import Carrier
from scenes.production.planning.plan import Play


def segments_of(cache: Cache, carriers: Sequence[Carrier], key: str) -> list[Path]:
    """Return the files that hold the pictures of a play."""
    return [carrier.segment(cache.stem(key)) for carrier in carriers]


def entries_of(cache: Cache, carriers: Sequence[Carrier], play: Play) -> list[Path]:
    """Return every file that is kept of a play."""
    still = [still_of(cache.stem(play.key))] if play.ending else []
    return [*segments_of(cache, carriers, play.key), *still]


def still_of(stem: Path) -> Path:
    """Return the path of the last picture of a play."""
    return stem.with_name(f"{stem.name}.png")
