"""No caption has to be read faster than people read, in either language."""

from __future__ import annotations

from collections.abc import Iterator

from scenes.kit.stage.script import length
from scenes.production.gate.finding import Finding
from scenes.production.gate.performance import Performance

FIX = "let the beat wait until its line is read, or say less"
FASTEST = {"en": 17.0, "zh": 8.0}  # characters a second; what is aimed at is in kit/stage/script.py


def check(performance: Performance) -> Iterator[Finding]:
    """Find captions that are gone before they are read."""
    for beat in performance.timeline:
        for cue in beat.cues:
            for language, text in cue.text.items():
                pace = length(text, language) / max(cue.end - cue.start, 1e-3)
                if pace > FASTEST[language]:
                    limit = f"over {FASTEST[language]:g}"
                    what = f'the caption "{text}" runs at {pace:.1f} characters a second, {limit}'
                    yield Finding(beat.name, cue.start, what)
