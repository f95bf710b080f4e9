"""No stroke, no edge of an area runs through a text, and nothing lies over it.

A text stands whole on one ground: in its cell, its card, its layer, or on the background.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenes.production.gate.finding import Finding
from scenes.production.gate.overlap import Known, Scenery
from scenes.production.gate.performance import Performance

FIX = "move the text, or what it meets, in the layout; or paint the text above it on one ground"
TOUCH = 1.5  # pixels by which a line may touch the ink


def check(performance: Performance) -> Iterator[Finding]:
    """Find texts that are crossed or covered."""
    known: Known = {}
    for moment in performance.moments:
        scenery = Scenery(moment, performance.theme)
        for text in moment.texts:
            for shape, does in scenery.faults(text, TOUCH, known):
                what = f'{shape.name} {does} "{text.text}"'
                yield Finding(moment.beat, moment.seconds, what, text.box, text.name)
