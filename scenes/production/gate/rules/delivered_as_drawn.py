"""What was delivered is what would be drawn now: no picture in it is of something older."""

from __future__ import annotations

from collections.abc import Iterator

from scenes.production.gate.finding import Finding
from scenes.production.gate.freshness import Freshness

FILES = True
FIX = "render it again; if that does not help, ./render.sh cache --clear, and tell us"
SAVING = 20.0  # levels of 255: what saving a picture costs a tile is at most 14 at 480 lines


def check(freshness: Freshness) -> Iterator[Finding]:
    """Find plays of a video that show something else."""
    stale = [place for place, distance in freshness.frames if distance > SAVING]
    stale += [place for place, same in freshness.packets if not same]
    for place in sorted(stale, key=lambda each: each.seconds):
        what = f"{freshness.video} does not show what would be drawn now"
        yield Finding(place.beat, place.seconds, what, name=freshness.video.name)
