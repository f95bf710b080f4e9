"""Where the sentence stands: a phrase under each part of a product, none over another.  Pure."""

from __future__ import annotations

from collections.abc import Sequence

from scenes.kit.ground import frame, lettering
from scenes.kit.ground.sizes import CELL, SMALLEST

BASELINE, GAP = 812.0, 96.0  # the gap holds an arrow

Phrases = Sequence[Sequence[str]]


def size_of(phrases: Phrases) -> float:
    """Return the size at which all phrases fit side by side."""
    whole = sum(max(lettering.width(text, 1.0, bold=True) for text in each) for each in phrases)
    room = frame.RIGHT - frame.LEFT - GAP * (len(phrases) - 1)
    return max(SMALLEST, min(CELL, room / whole))


def middles(wanted: Sequence[float], phrases: Phrases, size: float = CELL) -> tuple[float, ...]:
    """Return the middle of each place, near to those wanted, wide enough for all its phrases.

    The places keep ``GAP`` apart and inside the margins.

    >>> middles((200.0, 960.0), (("",), ("",)))
    (200.0, 960.0)
    """
    halves = [
        max(lettering.width(phrase, size, bold=True) for phrase in each) / 2 for each in phrases
    ]
    placed: list[float] = []
    for x, half in zip(wanted, halves, strict=True):
        low = placed[-1] + halves[len(placed) - 1] + half + GAP if placed else frame.LEFT + half
        placed.append(max(x, low))
    high = frame.RIGHT
    for n in reversed(range(len(placed))):
        placed[n] = min(placed[n], high - halves[n])
        high = placed[n] - halves[n] - GAP
    return tuple(placed)
