"""Nothing flashes more than three times a second in more than a quarter of any window of the frame.

The window is 639×360 pixels at 1080p: about what is seen at a glance (WCAG 2.2, 2.3.1).
"""

from __future__ import annotations

from collections.abc import Iterator

from scenes.production.gate.finding import Finding
from scenes.production.gate.flashes import flashes
from scenes.production.gate.screening import Screening

PIXELS = True
FIX = "let it change at most three times a second, more gently, or in a smaller area"


def check(film: Screening) -> Iterator[Finding]:
    """Find flashes."""
    for flash in flashes(film.frames, film.fps):
        seconds = flash.frame / film.fps
        what = f"more than three {flash.kind} flashes within a second in one part of the frame"
        yield Finding(film.beat_at(seconds), seconds, what, flash.box)
