"""What is kept in the cache is what is drawn under its key, to the last byte."""

from __future__ import annotations

from collections.abc import Iterator

from scenes.production.gate.finding import Finding
from scenes.production.gate.freshness import Freshness

FILES = True
FIX = "./render.sh cache --clear, and tell us what was done before"


def check(freshness: Freshness) -> Iterator[Finding]:
    """Find kept segments that come out otherwise when they are drawn again."""
    for place, same in freshness.segments:
        if not same:
            what = f"the kept pictures {place.key} are not what is drawn under that key"
            yield Finding(place.beat, place.seconds, what, name=place.key)
