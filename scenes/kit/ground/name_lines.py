"""Names that must share little room: in how many lines, and whether they fit at all.  Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scenes.kit.ground import lettering

Lines = tuple[str, ...]


def undivided(text: str, size: float, room: float, bold: bool = False) -> bool:
    """Tell whether every word of ``text`` fits the room without a hyphen."""
    widths = (lettering.width(word, size, bold) for word in text.split(" "))
    wide = any(lettering.is_wide(character) for character in text)
    return wide or max(widths) <= room


def fitted(
    texts: Sequence[str], size: float, room: float, most: int, bold: bool = False
) -> tuple[Lines, ...] | None:
    """Return each text in at most ``most`` lines as wide as ``room``; None if one is longer."""
    if room <= size or not all(undivided(text, size, room, bold) for text in texts):
        return None
    wrapped = tuple(lettering.wrap(text, size, room, bold) for text in texts)
    return wrapped if max(map(len, wrapped)) <= most else None


def wrapped(
    texts: Iterable[str], size: float, room: float, bold: bool = False
) -> tuple[tuple[Lines, ...], int]:
    """Return each text in as few lines as wide as ``room`` can have, and how many the longest has.

    Words that are too long for a line are divided; so every text fits.

    >>> wrapped(["sugar", "brown sugar"], 34, 100)
    ((('sugar',), ('brown', 'sugar')), 2)
    """
    broken = tuple(lettering.wrap(text, size, room, bold) for text in texts)
    return broken, max(map(len, broken), default=1)


def widest(texts: Sequence[str], size: float, bold: bool = False) -> float:
    """Return the width of the widest text."""
    return max((lettering.width(text, size, bold) for text in texts), default=0.0)


def size_for(texts: Iterable[str], most: float, room: float) -> float:
    """Return the largest size, up to ``most`` and still to be read, at which bold texts fit."""
    width = widest(list(texts), 1.0, bold=True)
    return max(lettering.SMALLEST, min(most, room / width)) if width else most


def spread(wanted: Sequence[float], least: float, low: float, high: float) -> tuple[float, ...]:
    """Return the rising places nearest to ``wanted`` that are ``least`` apart, within low and high.

    >>> spread((100, 110, 200), 36, 0, 300)
    (87.0, 123.0, 200.0)
    """
    runs = [[float(place), 1.0] for place in wanted]  # the middle of a run and its length
    n = 0
    while n < len(runs):
        middle, count = runs[n]
        half = least * (count - 1) / 2
        runs[n][0] = middle = max(low + half, min(high - half, middle))
        if n and middle - half < runs[n - 1][0] + least * (runs[n - 1][1] - 1) / 2 + least - 1e-9:
            before, length = runs[n - 1]
            runs[n - 1 : n + 1] = [
                [(before * length + middle * count) / (length + count), length + count]
            ]
            n -= 1
        else:
            n += 1
    return tuple(
        middle + least * (place - (count - 1) / 2)
        for middle, count in runs
        for place in range(int(count))
    )
