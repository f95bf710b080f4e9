"""A caption stands for one to seven seconds, and the next follows at once or two frames later."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from scenes.kit.stage.script import LONGEST, SHORTEST
from scenes.kit.stage.timeline import Cue
from scenes.production.gate.finding import Finding
from scenes.production.gate.performance import Performance

FIX = "divide what happens into more lines (NEXT_LINE), or make its motions shorter"
FRAME = 1 / 30
GAP = 2 * FRAME
ROUNDING = FRAME / 2  # every motion takes whole frames


def check(performance: Performance) -> Iterator[Finding]:
    """Find captions that stand too short or too long, overlap, or flicker at a gap."""
    cues = [(beat.name, cue) for beat in performance.timeline for cue in beat.cues]
    for beat, cue in cues:
        stands = cue.end - cue.start
        if not SHORTEST - ROUNDING <= stands <= LONGEST + ROUNDING:
            what = f"{_said(cue)} stands for {stands:.2f} s, not {SHORTEST:g} to {LONGEST:g} s"
            yield Finding(beat, cue.start, what)
    for (_, before), (beat, cue) in pairwise(cues):
        gap = cue.start - before.end
        if gap < -1e-6:
            yield Finding(beat, cue.start, f"{_said(cue)} begins before the one before it ends")
        elif 1e-6 < gap < GAP - 1e-6:
            yield Finding(beat, cue.start, f"{_said(cue)} follows after a gap of one frame")


def _said(cue: Cue) -> str:
    return f'the caption "{next(iter(cue.text.values()))}"'
