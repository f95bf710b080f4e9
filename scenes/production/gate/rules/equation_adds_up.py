"""A line of terms has every term once, in order, and adds up as it is printed.

So have the factors above it: each pair is of one term, and the pairs come in the order of terms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from scenes.production.gate.finding import Finding
from scenes.production.gate.moment import Moment, SeenNumber
from scenes.production.gate.numerals import bounds
from scenes.production.gate.performance import Performance

FIX = "take the terms and the total from one trace.entry(i, j)"

Place = tuple[str, int, int, int]  # the source, the entry, the baseline
Lines = dict[Place, list[SeenNumber]]


def check(performance: Performance) -> Iterator[Finding]:
    """Find lines of terms with a wrong, missing, doubled or misplaced term, or factor."""
    for moment in performance.moments:
        for fault, number in _misplaced_factors(moment):
            yield Finding(moment.beat, moment.seconds, fault, number.box, number.name)
        lines = _lines(moment, "product")
        totals = _lines(moment, "result")
        for place in lines:
            inner = performance.ledger.inner(place[0])
            terms = _whole(lines, place, inner)
            for fault in _faults(terms, totals.get(place), inner):
                yield Finding(moment.beat, moment.seconds, fault, terms[0].box, terms[0].name)


def _lines(moment: Moment, quantity: str) -> Lines:
    """Return the numerals of a quantity by entry and baseline, from left to right."""
    lines: Lines = defaultdict(list)
    for number in sorted(moment.numbers, key=lambda number: number.box.x):
        if number.claim and number.claim.quantity == quantity and not number.counting:
            i, j = number.claim.at[:2]
            lines[number.claim.of, i, j, round(number.baseline)].append(number)
    return lines


def _misplaced_factors(moment: Moment) -> Iterator[tuple[str, SeenNumber]]:
    """Go through factors that meet another term's, or whose pair stands in another's place."""
    pairs: dict[int, list[SeenNumber]] = defaultdict(list)
    for number in moment.numbers:
        if number.claim and "/Factors/" in number.role and not number.counting:
            pairs[number.group].append(number)
    lines: dict[Place, list[tuple[float, int, SeenNumber]]] = defaultdict(list)
    for pair in pairs.values():
        found = {number.claim.quantity: number for number in pair if number.claim}
        if len(pair) != 2 or set(found) != {"value", "share"}:
            continue
        left, right = found["value"], found["share"]
        assert left.claim is not None
        assert right.claim is not None
        (i, k), (other, j) = left.claim.at, right.claim.at
        if k != other or left.claim.of != right.claim.of:
            yield f"{left.claim} meets {right.claim}", right
        else:
            place = left.claim.of, i, j, round(left.baseline)
            lines[place].append((left.box.x, k, left))
    for line in lines.values():
        for (_, k, _), (_, after, left) in pairwise(sorted(line, key=lambda each: each[0])):
            if k >= after:
                yield f"the factors of term {after} stand behind those of term {k}", left


def _whole(lines: Lines, place: Place, inner: int) -> list[SeenNumber]:
    """Return a line of terms, with those in lines above it where together they are the sum."""
    above = sorted(each for each in lines if each[:3] == place[:3] and each[3] <= place[3])
    together = [term for each in above for term in lines[each]]
    return together if _order(together) == list(range(inner)) else lines[place]


def _order(terms: list[SeenNumber]) -> list[int]:
    return [term.claim.at[2] for term in terms if term.claim]


def _faults(terms: list[SeenNumber], totals: list[SeenNumber] | None, inner: int) -> Iterator[str]:
    order = _order(terms)
    printed = " + ".join(term.text for term in terms)
    if order != sorted(set(order)):
        yield f"the terms {printed} are out of order or doubled: k = {order}"
    if totals is None:
        return
    if len(order) != inner:
        yield f"{printed} = {totals[0].text} has {len(order)} terms instead of {inner}"
    lowest, highest = (sum(ends, Fraction(0)) for ends in zip(*map(bounds, terms), strict=True))
    low, high = bounds(totals[0])
    if len(totals) != 1 or lowest > high or highest < low:
        yield f"{printed} is not {totals[0].text}"
