"""A chapter of the film lasts 30 to 90 seconds.

Where an example leaves beats out, because it has nothing to show in them, the least is less in
proportion to the beats that are told.
"""

from __future__ import annotations

from collections.abc import Iterator

import scenes
from scenes.production.gate.finding import Finding
from scenes.production.gate.performance import Performance

FIX = "tell less, or divide the chapter; or let its stills stand longer"
SHORTEST, LONGEST = 30.0, 90.0  # seconds


def check(performance: Performance) -> Iterator[Finding]:
    """Find a chapter that is too short or too long; a scene outside the film may be either."""
    if performance.chapter not in scenes.FILM or not performance.timeline:
        return
    last = performance.timeline[-1]
    least = SHORTEST * len(performance.timeline) / len(performance.script.beats)
    if not least <= last.end <= LONGEST:
        what = f"the chapter lasts {last.end:.1f} s, not {least:g} to {LONGEST:g} s"
        yield Finding(last.name, last.end, what)
