"""Every numeral is the entry that it claims to be, in the characters that mathcore gives for it.

Floats, which come of a layer, are compared as they are printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from numbers import Rational

from scenes.production.gate.finding import Finding
from scenes.production.gate.moment import Moment, SeenNumber
from scenes.production.gate.numerals import expected
from scenes.production.gate.performance import Performance

FIX = "show the trace's own entry; never type or compute a number in a component"


def check(performance: Performance) -> Iterator[Finding]:
    """Find numerals that are not what they claim."""
    for moment in performance.moments:
        for number in moment.numbers:
            fault = _fault(performance, moment, number)
            if fault:
                yield Finding(moment.beat, moment.seconds, fault, number.box, number.name)


def _fault(performance: Performance, moment: Moment, number: SeenNumber) -> str:
    if number.claim is None:
        return ""  # numeral_has_source says so
    if number.counting:
        return f"{number.text} is still counting" if moment.settled else ""
    try:
        value = performance.ledger.value(number.claim)
    except IndexError:
        return f"{number.text} claims to be {number.claim}, which does not exist"
    if value is None:
        value = number.value
    exact = isinstance(number.value, Rational) and isinstance(value, Rational)
    if exact and number.value != value:
        return f"{number.text} is shown as {number.claim}, which is {expected(number, value)}"
    if number.text != expected(number, value):
        return f"{number.text} stands for {number.claim}, printed {expected(number, value)}"
    return ""
