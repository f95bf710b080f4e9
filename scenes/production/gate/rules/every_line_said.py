"""Every beat that is written is told, in order, with all its lines.

Slow once, then briskly, then the rest in one sweep: a beat may be left out where an example has but
one ingredient, mixture or property, and a line where it has two: nothing is left to show in it.
With the layer that it was made for a chapter tells everything; with another it may leave out some.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from scenes.production.gate.finding import Finding
from scenes.production.gate.performance import Performance

FIX = "give the beat its NEXT_LINE for each further line, or take the line out of the .toml"


def check(performance: Performance) -> Iterator[Finding]:
    """Find beats out of order, beats that are never told, and lines that are never said."""
    beats = performance.script.beats
    told = [beat.name for beat in performance.timeline]
    if told != [name for name in beats if name in told]:
        yield Finding(told[0], 0.0, f"the beats come as {', '.join(told)}")
    fewest = _fewest(performance)
    for name in beats:
        if name not in told and fewest > 1:
            yield Finding(name, 0.0, "the beat is written but never told")
    for beat in performance.timeline:
        lines = len(beats[beat.name].lines)
        if len(beat.cues) > lines or (len(beat.cues) < lines and fewest > 2):
            what = f"{len(beat.cues)} of its {lines} lines are said"
            yield Finding(beat.name, beat.start, what)


def _fewest(performance: Performance) -> float:
    """Return how many there are of what there is least of."""
    if performance.layer is not None:
        return inf if performance.usual else 1
    trace = performance.ledger.trace
    return float(min(*trace.left.shape, *trace.right.shape))
