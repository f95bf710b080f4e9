"""Every numeral is the entry that it claims to be, in the characters that mathcore gives for it.

So are those in lines, titles and labels, in both languages.  Floats, which come of a layer, are
compared as they are printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from numbers import Rational

from scenes.kit.stage.numeral import Numeral
from scenes.kit.stage.script import LANGUAGES
from scenes.production.gate.finding import Finding
from scenes.production.gate.moment import Moment, SeenNumber
from scenes.production.gate.numerals import expected, said
from scenes.production.gate.performance import Performance
from scenes.production.gate.sayings import Saying

FIX = "show the trace's own entry; never type or compute a number in a component"


def check(performance: Performance) -> Iterator[Finding]:
    """Find numerals that are not what they claim."""
    for moment in performance.moments:
        for number in moment.numbers:
            fault = _fault(performance, moment, number)
            if fault:
                yield Finding(moment.beat, moment.seconds, fault, number.box, number.name)
    starts = {beat.name: beat.start for beat in performance.timeline}
    for saying in performance.sayings:
        for fault in _said_wrong(performance, saying):
            yield Finding(saying.beat, starts.get(saying.beat, 0.0), f"{saying.kind}: {fault}")


def _fault(performance: Performance, moment: Moment, number: SeenNumber) -> str:
    if number.claim is None:
        return ""  # numeral_has_source says so
    if number.counting:
        return f"{number.text} is still counting" if moment.settled else ""
    try:
        value = performance.ledger.value(number.claim)
    except IndexError:
        return f"{number.text} claims to be {number.claim}, which does not exist"
    exact = isinstance(number.value, Rational) and isinstance(value, Rational)
    if exact and number.value != value:
        return f"{number.text} is shown as {number.claim}, which is {expected(number, value)}"
    if number.text != expected(number, value):
        return f"{number.text} stands for {number.claim}, printed {expected(number, value)}"
    return ""


def _said_wrong(performance: Performance, saying: Saying) -> Iterator[str]:
    """Say which numerals of a text are not what they claim."""
    for language in LANGUAGES:
        for part in saying.filled(language):
            if not isinstance(part.value, Numeral):
                continue
            try:
                value = performance.ledger.value(part.value.claim)
            except IndexError:
                yield f"{part.characters} claims to be {part.value.claim}, which does not exist"
                continue
            true = said(part.value, value, language)
            if part.characters.casefold() != true.casefold():
                yield f"{part.characters} stands for {part.value.claim}, which is {true}"
