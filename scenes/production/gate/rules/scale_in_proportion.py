"""The numbers of a scale stand in proportion, and a level stands where its number is on the scale.

Whether each is the mark that it claims to be, numeral_is_true says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from scenes.production.gate.finding import Finding
from scenes.production.gate.moment import Moment, SeenNumber
from scenes.production.gate.performance import Performance

FIX = "place each mark, and the level, with the one function that places an amount (row_of)"
NEAR = 2.0  # pixels
LEVELS = ("partial", "share_sum")

Line = tuple[float, float, bool]  # pixels of a unit, those of 0, and whether they go across


def check(performance: Performance) -> Iterator[Finding]:
    """Find marks and levels in a wrong place."""
    for moment in performance.moments:
        for marks in _scales(moment):
            line = _fitted(marks)
            if line is None:
                what = f"the marks {', '.join(mark.text for mark in marks)} are not in proportion"
                yield Finding(moment.beat, moment.seconds, what, marks[0].box, marks[0].name)
                continue
            for level in _levels(moment, marks):
                if not line[2] and not _is_drawn(moment, level, line[0] * _value(level) + line[1]):
                    what = f"no level stands at {level.text} of its scale"
                    yield Finding(moment.beat, moment.seconds, what, level.box, level.name)


def _scales(moment: Moment) -> Iterator[list[SeenNumber]]:
    """Go through the scales that have two marks or more, each from its lowest mark up."""
    scales: dict[object, list[SeenNumber]] = defaultdict(list)
    for number in moment.numbers:
        if number.claim and number.claim.quantity == "scale":
            scales[number.claim.of, number.claim.at[:-1], number.role].append(number)
    for marks in scales.values():
        if len(marks) > 1:
            yield sorted(marks, key=_value)


def _value(number: SeenNumber) -> float:
    return float(number.value)


def _fitted(marks: list[SeenNumber]) -> Line | None:
    """Return where amounts stand, from left to right or upwards; ``None`` if that is no line."""
    values = [_value(mark) for mark in marks]
    rows, columns = [mark.baseline for mark in marks], [mark.box.centre[0] for mark in marks]
    across = np.ptp(columns) > np.ptp(rows)
    places = columns if across else rows
    unit, zero = np.polyfit(values, places, 1)
    apart = np.abs(np.polyval((unit, zero), values) - places).max()
    rising = unit > 0 if across else unit < 0
    if not across:  # from the baselines of the numerals to the marks that they are centred on
        zero += float(np.mean([mark.box.centre[1] - mark.baseline for mark in marks]))
    return (float(unit), float(zero), bool(across)) if rising and apart <= NEAR else None


def _levels(moment: Moment, marks: list[SeenNumber]) -> Iterator[SeenNumber]:
    """Go through the numerals that read a level beside a scale."""
    for number in moment.numbers:
        reads = number.claim and number.claim.quantity in LEVELS and not number.counting
        if reads and marks[0].role.startswith(_holder(number)):
            yield number


def _holder(number: SeenNumber) -> str:
    return number.role.rpartition("/")[0] + "/"


def _is_drawn(moment: Moment, level: SeenNumber, row: float) -> bool:
    """Tell whether an edge or a stroke of what holds a numeral lies in a row of the frame."""
    edges = (
        edge
        for shape in moment.shapes
        if shape.role.startswith(_holder(level))
        for edge in (shape.box.y, shape.box.bottom)
    )
    return any(abs(edge - row) <= NEAR for edge in edges)
