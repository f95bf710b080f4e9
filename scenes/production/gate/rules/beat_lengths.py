"""A beat is long enough to be a clip of its own, and short enough for one slide."""

from __future__ import annotations

from collections.abc import Iterator

from scenes.production.gate.finding import Finding
from scenes.production.gate.performance import Performance

FIX = "join it with its neighbour, let it dwell, or divide it into two beats"
SHORTEST, LONGEST = 2.0, 13.0  # seconds
ROUNDING = 1 / 60


def check(performance: Performance) -> Iterator[Finding]:
    """Find beats that are too short or too long."""
    for beat in performance.timeline:
        lasts = beat.end - beat.start
        if not SHORTEST - ROUNDING <= lasts <= LONGEST + ROUNDING:
            what = f"the beat lasts {lasts:.2f} s, not {SHORTEST:g} to {LONGEST:g} s"
            yield Finding(beat.name, beat.start, what)
