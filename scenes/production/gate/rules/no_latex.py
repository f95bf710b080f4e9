"""Nothing in the picture was set by LaTeX: who has none installed can render it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scenes.production.gate.finding import Finding
from scenes.production.gate.moment import SeenShape, SeenText
from scenes.production.gate.performance import Performance

FIX = "use a Label or a Number of the kit, or MathTypst"
# the classes of Manim that LaTeX sets, and what they are made of
LATEX = re.compile(r"/(Tex|MathTex|SingleStringMathTex|MathTexPart|Title|BulletedList)(?=/|$)")


def check(performance: Performance) -> Iterator[Finding]:
    """Find what LaTeX has drawn."""
    for moment in performance.moments:
        drawn: list[SeenShape | SeenText] = [*moment.shapes, *moment.texts]
        for seen in drawn:
            found = LATEX.search(seen.role)
            if found:
                what = f"{found[1]} was set by LaTeX"
                yield Finding(moment.beat, moment.seconds, what, seen.box, found[1])
