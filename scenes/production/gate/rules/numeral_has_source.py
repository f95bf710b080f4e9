"""Every numeral says where it comes from: the example, a layer, a trace, or their wording.

On stage it is a Number with a claim, or stands in a text that the example, the layer or the chapter
has as a whole.  In a line it comes from a placeholder, which a Numeral with a claim has filled, or
a name; it is never typed.  Only notes are the speaker's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenes.kit.stage.numeral import Numeral
from scenes.kit.stage.script import LANGUAGES
from scenes.production.gate.finding import Finding
from scenes.production.gate.lending import Lending
from scenes.production.gate.moment import SeenNumber
from scenes.production.gate.numerals import numerals_in
from scenes.production.gate.performance import Performance
from scenes.production.gate.words import literal, written

FIX = "show it as a Number with a claim; let a line take it from a placeholder, as a Numeral"


def check(performance: Performance) -> Iterator[Finding]:
    """Find numerals that come from nowhere."""
    lending = Lending(performance)
    starts = {beat.name: beat.start for beat in performance.timeline}
    for beat, what in (*_typed(performance), *_filled(performance, lending)):
        yield Finding(beat, starts.get(beat, 0.0), what)
    for moment in performance.moments:
        for text in lending.unknown(moment):
            has_claim = isinstance(text, SeenNumber) and text.claim is not None
            if not has_claim and "/Caption" not in text.role:  # which is what is said
                what = f'"{text.text}" shows {", ".join(numerals_in(text.text))} without a source'
                yield Finding(moment.beat, moment.seconds, what, text.box, text.name)


def _typed(performance: Performance) -> Iterator[tuple[str, str]]:
    for each in written(performance.script):
        for language, text in each.text.items():
            digits = numerals_in(literal(text))
            if digits and each.kind != "notes":
                yield each.beat, f"{each.kind}: {language} has {', '.join(digits)} typed by hand"


def _filled(performance: Performance, lending: Lending) -> Iterator[tuple[str, str]]:
    for saying in performance.sayings:
        for language in LANGUAGES:
            for part in saying.filled(language):
                digits = numerals_in(part.characters)
                named = (
                    isinstance(part.value, Numeral) or part.characters in lending.names[language]
                )
                if digits and not named:
                    what = f'{{{part.name}}} is filled with "{part.characters}"'
                    yield saying.beat, f"{saying.kind}: {what}, which does not say what it is"
