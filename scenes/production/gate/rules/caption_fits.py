"""A caption fits into two lines of its language, whichever language is in the picture."""

from __future__ import annotations

from collections.abc import Iterator

from scenes.kit.stage.script import LINE_LENGTH, ScriptError, caption_lines, length
from scenes.kit.stage.timeline import Cue
from scenes.production.gate.finding import Finding
from scenes.production.gate.performance import Performance

FIX = "say it in fewer words, or as two lines one after another"
LINES = 2


def check(performance: Performance) -> Iterator[Finding]:
    """Find captions that are too long for the band."""
    for beat in performance.timeline:
        for cue in beat.cues:
            for what in _faults(cue):
                yield Finding(beat.name, cue.start, what)


def _faults(cue: Cue) -> Iterator[str]:
    for language, text in cue.text.items():
        try:
            lines = caption_lines(text, language)
        except ScriptError as error:
            yield str(error)
            continue
        if len(lines) > LINES:
            yield f'the caption "{text}" has {len(lines)} lines'
        for line in lines:
            if length(line, language) > LINE_LENGTH[language]:
                room = f"{LINE_LENGTH[language]:g}"
                yield f'the line "{line}" has {length(line, language):g} characters, over {room}'
