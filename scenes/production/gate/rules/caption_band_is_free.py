"""Nothing but the caption stands in the caption's band."""

from __future__ import annotations

from collections.abc import Iterator

from scenes.kit.ground.frame import CAPTION_TOP
from scenes.production.gate.finding import Finding
from scenes.production.gate.moment import SeenShape, SeenText
from scenes.production.gate.overlap import half_stroke
from scenes.production.gate.performance import Performance

FIX = "keep it above frame.CAPTION_TOP"


def check(performance: Performance) -> Iterator[Finding]:
    """Find what reaches into the band; a light that fills the frame may."""
    for moment in performance.moments:
        seen: list[SeenText | SeenShape] = [
            *(t for t in moment.texts if "/Caption" not in t.role and t.box.bottom > CAPTION_TOP),
            *(
                shape
                for shape in moment.shapes
                if shape.bleeds != "everywhere"
                and shape.box.bottom + half_stroke(shape) > CAPTION_TOP
            ),
        ]
        for each in seen:
            what = f"{each.name} reaches into the caption's band"
            yield Finding(moment.beat, moment.seconds, what, each.box, each.name)
