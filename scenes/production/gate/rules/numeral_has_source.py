"""Every numeral says where it comes from: the example, a layer, a trace, or their wording."""

from __future__ import annotations

from collections.abc import Iterator

from scenes.production.gate.finding import Finding
from scenes.production.gate.moment import SeenNumber
from scenes.production.gate.numerals import numerals_in, own_words, sayable
from scenes.production.gate.performance import Performance

FIX = "show it as a Number with a claim, or let the caption take it from a placeholder"


def check(performance: Performance) -> Iterator[Finding]:
    """Find numerals that come from nowhere."""
    words = own_words(performance.ledger.book, performance.language, performance.layer)
    said = {token for printed in sayable(performance.ledger) for token in numerals_in(printed)}
    said |= set(numerals_in(words))
    for moment in performance.moments:
        for text in moment.texts:
            if isinstance(text, SeenNumber) and text.claim is not None:
                continue
            found = numerals_in(text.text)
            if "Caption" in text.role or "Heading" in text.role:
                found = [token for token in found if token not in said]
            elif text.text.rstrip("-") in words:
                found = []
            if found:
                what = f'"{text.text}" shows {", ".join(found)} without a source'
                yield Finding(moment.beat, moment.seconds, what, text.box, text.name)
