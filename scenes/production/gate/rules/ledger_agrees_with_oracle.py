"""What the ledger says of a numeral is what the oracle finds by other means: value and characters.

The ledger is filled and printed by mathcore, as the scene is; the oracle shares no line with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import Any

from scenes.kit.stage.claims import Claim
from scenes.kit.stage.numeral import Numeral
from scenes.kit.stage.script import LANGUAGES
from scenes.production.gate.finding import Finding
from scenes.production.gate.numerals import expected, said
from scenes.production.gate.oracle.asking import Oracle
from scenes.production.gate.oracle.characters import agree, characters, spellings
from scenes.production.gate.performance import Performance

FIX = "one of them is wrong, mathcore or gate/oracle: reckon it by hand, and mend that one"

Printer = Callable[[Fraction | float], str]


def check(performance: Performance) -> Iterator[Finding]:
    """Find numerals that the ledger and the oracle would not print alike."""
    hearing = Hearing(performance)
    for moment in performance.moments:
        for number in moment.numbers:
            if number.claim is not None and not number.counting:
                manner = {"percent": number.percent, "places": number.places}
                manner |= {"signed": number.signed, "enclosed": number.enclosed}
                fault = hearing.of(number.claim, partial(expected, number), **manner)
                if fault:
                    yield Finding(moment.beat, moment.seconds, fault, number.box, number.name)
    starts = {beat.name: beat.start for beat in performance.timeline}
    for saying in performance.sayings:
        for part in (part for language in LANGUAGES for part in saying.filled(language)):
            fault = hearing.of_numeral(part.value) if isinstance(part.value, Numeral) else ""
            if fault:
                yield Finding(saying.beat, starts.get(saying.beat, 0.0), fault)


class Hearing:
    """Hears both on a claim; the same question is asked once."""

    def __init__(self, performance: Performance) -> None:
        self.ledger = performance.ledger
        self.oracle = Oracle(self.ledger.book.path, self.ledger.path, performance.script.path)
        self.heard: dict[object, str] = {}

    def of_numeral(self, numeral: Numeral) -> str:
        """Return in what they differ on a numeral in a line: words and units are the line's."""
        bare = replace(numeral, unit=None, words=False)
        manner = {"percent": bare.percent, "places": bare.places}
        return self.of(bare.claim, lambda value: said(bare, value, LANGUAGES[0]), **manner)

    def of(self, claim: Claim, printed: Printer, **manner: Any) -> str:
        """Return in what they differ; ``printed`` are the characters that mathcore gives."""
        key = claim, tuple(sorted(manner.items()))
        if key not in self.heard:
            self.heard[key] = self._difference(claim, printed, manner)
        return self.heard[key]

    def _difference(self, claim: Claim, printed: Printer, manner: dict[str, Any]) -> str:
        try:
            told = self.ledger.value(claim)
        except IndexError:
            return ""  # numeral_is_true says so
        try:
            found = self.oracle.value(claim.quantity, claim.at, claim.of)
        except Exception as error:  # whatever it cannot read is not proven
            return f"{claim} is {printed(told)}, and the oracle cannot tell: {error}"
        if agree(told, found) and printed(told) in spellings(found, **manner):
            return ""
        return (
            f"{claim} is {printed(told)} by the ledger, {characters(found, **manner)} by the oracle"
        )
