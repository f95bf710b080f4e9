"""The film lasts seven and a half minutes, give or take one.

Until all its chapters exist, it may last as long as those that do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scenes.production.gate.finding import Finding
from scenes.production.gate.rules import chapter_length

FILM = True  # asked about the whole film: the seconds of each of its chapters
FIX = "shorten the longest chapter, or give the shortest one time"
CHAPTERS, SHORTEST, LONGEST = 9, 390.0, 510.0  # seconds


def check(lengths: Mapping[str, float]) -> Iterator[Finding]:
    """Find a film that is too short or too long."""
    count, lasts = len(lengths), sum(lengths.values())
    least = count * chapter_length.SHORTEST if count < CHAPTERS else SHORTEST
    most = count * chapter_length.LONGEST if count < CHAPTERS else LONGEST
    if not least <= lasts <= most:
        yield Finding("", lasts, f"the film lasts {lasts:.0f} s, not {least:g} to {most:g} s")
