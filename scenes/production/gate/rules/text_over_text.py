"""No text runs over another text.

A copy that stands exactly on its source is one text to the eye.  What flies may pass over another
text, but not stay: three looks in a row, four a second, never find it on the same one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scenes.production.gate.finding import Finding
from scenes.production.gate.flights import IN_A_ROW, FlyingText, Look
from scenes.production.gate.moment import SeenText
from scenes.production.gate.overlap import overlapping
from scenes.production.gate.performance import Performance

FIX = "give both more room in the layout, or take the one away before the other comes"
TOUCH = 2.0  # pixels of overlap in both directions
SAME = 1.0
LASTING = 3.0  # pixels, in flight

Meetings = dict[tuple[int, int], tuple[FlyingText, FlyingText]]


def check(performance: Performance) -> Iterator[Finding]:
    """Find pairs of texts whose ink overlaps."""
    for moment in performance.moments:
        boxes = [text.box for text in moment.texts]
        for first, second in overlapping(boxes, TOUCH):
            one, other = moment.texts[first], moment.texts[second]
            if not _is_copy(one, other):
                what = f'"{one.text}" and "{other.text}" overlap'
                yield Finding(moment.beat, moment.seconds, what, one.box, one.name)
    yield from _in_flight(performance.flights)


def _in_flight(looks: Iterable[Look]) -> Iterator[Finding]:
    """Find pairs of texts that overlap in several looks in a row at one motion."""
    play, before = -1, dict[tuple[int, int], int]()
    for look in looks:
        if look.play != play:
            play, before = look.play, {}
        meeting = _meetings(look)
        before = {pair: before.get(pair, 0) + 1 for pair in meeting}
        for pair in [pair for pair, times in before.items() if times == IN_A_ROW]:
            text, other = meeting[pair]
            what = f'"{text.text}" and "{other.text}" fly over each other'
            yield Finding(look.beat, look.seconds, what, text.box, text.text)


def _meetings(look: Look) -> Meetings:
    """Return the pairs of texts that overlap in flight, by what they are."""
    boxes = [text.box for text in look.texts]
    pairs = [
        (look.texts[n], look.texts[m])
        for n, m in overlapping(boxes, LASTING)
        if look.texts[n].text != look.texts[m].text
    ]
    return {(one.thing, other.thing): (one, other) for one, other in pairs}


def _is_copy(one: SeenText, other: SeenText) -> bool:
    a, b = one.box, other.box
    near = max(abs(a.x - b.x), abs(a.y - b.y), abs(a.right - b.right), abs(a.bottom - b.bottom))
    return one.text == other.text and near < SAME
