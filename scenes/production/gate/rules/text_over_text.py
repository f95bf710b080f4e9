"""No text runs over another text.

A copy that stands exactly on its source is one text to the eye.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenes.production.gate.finding import Finding
from scenes.production.gate.moment import SeenText
from scenes.production.gate.overlap import overlapping
from scenes.production.gate.performance import Performance

FIX = "give both more room in the layout, or take the one away before the other comes"
TOUCH = 2.0  # pixels of overlap in both directions
SAME = 1.0


def check(performance: Performance) -> Iterator[Finding]:
    """Find pairs of texts whose ink overlaps."""
    for moment in performance.moments:
        boxes = [text.box for text in moment.texts]
        for first, second in overlapping(boxes, TOUCH):
            one, other = moment.texts[first], moment.texts[second]
            if not _is_copy(one, other):
                what = f'"{one.text}" and "{other.text}" overlap'
                yield Finding(moment.beat, moment.seconds, what, one.box, one.name)


def _is_copy(one: SeenText, other: SeenText) -> bool:
    a, b = one.box, other.box
    near = max(abs(a.x - b.x), abs(a.y - b.y), abs(a.right - b.right), abs(a.bottom - b.bottom))
    return one.text == other.text and near < SAME
