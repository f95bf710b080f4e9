"""Every character of every text, in both languages, is in the shipped font."""

from __future__ import annotations

from collections.abc import Iterator

from scenes.kit.ground import lettering
from scenes.production.gate.finding import Finding
from scenes.production.gate.performance import Performance
from scenes.production.gate.words import lent, lent_by_layer, literal, written

FIX = "use another character, or add this one to the font: see assets/README.md"


def check(performance: Performance) -> Iterator[Finding]:
    """Find characters that would come out as a blank box, or in another font."""
    starts = {beat.name: beat.start for beat in performance.timeline}
    for each in written(performance.script):
        for text in each.text.values():
            for what in _missing(literal(text), text):
                yield Finding(each.beat, starts.get(each.beat, 0.0), what)
    for name in (*lent(performance.ledger.book), *lent_by_layer(performance.layer)):
        for text in name.values():
            for what in _missing(text, text):
                yield Finding("", 0.0, what)
    for moment in performance.moments:
        for seen in moment.texts:
            for what in _missing(seen.text, seen.text):
                yield Finding(moment.beat, moment.seconds, what, seen.box, seen.name)


def _missing(typed: str, text: str) -> Iterator[str]:
    for character in dict.fromkeys(typed):
        if character != "\n" and not lettering.has_character(character):
            yield f'the font has no "{character}" (U+{ord(character):04X}), as in "{text}"'
