"""Both languages say the same: nothing is empty, and the same placeholders are filled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mathcore import DEFAULT_WORDS
from scenes.kit.stage.phrases import COUNTED
from scenes.kit.stage.script import LANGUAGES, Text
from scenes.production.gate.finding import Finding
from scenes.production.gate.performance import Performance
from scenes.production.gate.words import placeholders_in, written

FIX = "write it in en and zh alike"
# what one language may leave out: an example's words follow grammar, and a Chinese count wants a
# measure word that only the example could know
GRAMMAR = re.compile("|".join([*DEFAULT_WORDS, *COUNTED.values(), r"\w+_count"]), re.IGNORECASE)


def check(performance: Performance) -> Iterator[Finding]:
    """Find what one language lacks, and numbers in place of placeholders."""
    starts = {beat.name: beat.start for beat in performance.timeline}
    for each in written(performance.script):
        for fault in _faults(each.text):
            yield Finding(each.beat, starts.get(each.beat, 0.0), f"{each.kind}: {fault}")


def _faults(text: Text) -> Iterator[str]:
    absent = [language for language in LANGUAGES if not text.get(language, "").strip()]
    yield from (f"nothing in {language}" for language in absent)
    for language, said in text.items():
        if said != said.strip():
            yield f"{language} begins or ends with a space"
    if not absent:
        english, chinese = (placeholders_in(text[language]) for language in LANGUAGES)
        for name in sorted(english ^ chinese):
            if not GRAMMAR.fullmatch(name):
                lacking = "zh" if name in english else "en"
                yield f"{lacking} lacks {{{name}}}"
