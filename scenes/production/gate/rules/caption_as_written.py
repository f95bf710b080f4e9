"""The caption that stands in its band is the line that the sidecar files give for that time.

And that line is the one that the chapter's .toml has for it, in both languages, with what the beat
gave for its placeholders.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenes.production.gate.finding import Finding
from scenes.production.gate.moment import Moment
from scenes.production.gate.performance import Performance

FIX = "let the stage say the line; a Caption is made by beat() alone"


def check(performance: Performance) -> Iterator[Finding]:
    """Find captions that are not what is said then, and lines that are not what is written."""
    for moment in performance.moments:
        shown = [text for text in moment.texts if "/Caption" in text.role]
        if shown and _plain("".join(text.text for text in shown)) not in _said(performance, moment):
            what = f'the caption reads "{" ".join(text.text for text in shown)}"'
            yield Finding(moment.beat, moment.seconds, what, shown[0].box, shown[0].name)
    lines = {(saying.beat, saying.kind): saying for saying in performance.sayings}
    for beat in performance.timeline:
        for n, cue in enumerate(beat.cues, 1):
            line = lines.get((beat.name, f"line {n}"))
            for language, text in cue.text.items():
                if line is None or text != line.told(language):
                    yield Finding(beat.name, cue.start, f'the line "{text}" is not line {n}')


def _said(performance: Performance, moment: Moment) -> set[str]:
    """Return the lines of that time: two of them at the moment when one follows the other."""
    cues = [cue for beat in performance.timeline for cue in beat.cues]
    now = [cue for cue in cues if cue.start <= moment.seconds <= cue.end]
    return {_plain(cue.text[performance.language]) for cue in now}


def _plain(text: str) -> str:
    return "".join(text.split())
