"""Where the sentence stands: a phrase under each part of a product, none over another.  Pure."""

from __future__ import annotations

from collections.abc import Sequence

from scenes.kit import frame, lettering
from scenes.kit.sizes import LABEL

BASELINE, GAP = 800.0, 64.0


def middles(
    wanted: Sequence[float], phrases: Sequence[Sequence[str]], size: float = LABEL
) -> tuple[float, ...]:
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
