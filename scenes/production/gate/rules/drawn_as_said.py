"""Every line of text is drawn as the words that it says it is."""

from __future__ import annotations

from collections.abc import Iterator

from scenes.production.gate.finding import Finding
from scenes.production.gate.performance import Performance

FIX = "replace a text by another (ReplacementTransform); do not bend it into other words"


def check(performance: Performance) -> Iterator[Finding]:
    """Find texts whose outlines are other than their characters."""
    for moment in performance.moments:
        for text in moment.texts:
            if not text.whole:
                what = f'what is drawn is not "{text.text}"'
                yield Finding(moment.beat, moment.seconds, what, text.box, text.name)
