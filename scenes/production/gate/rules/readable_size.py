"""Every text is large enough: a cap height of 2.2 % of the frame's, captions 40 px."""

from __future__ import annotations

from collections.abc import Iterator

from scenes.kit.ground.frame import HEIGHT
from scenes.kit.ground.lettering import CAP_HEIGHT
from scenes.kit.ground.sizes import CAPTION
from scenes.production.gate.finding import Finding
from scenes.production.gate.performance import Performance

FIX = "set it at sizes.SMALLEST or larger; where there is no room, show an icon instead"
LEAST = 0.022 * HEIGHT / CAP_HEIGHT
ROUNDING = 0.01


def check(performance: Performance) -> Iterator[Finding]:
    """Find texts that are too small."""
    for moment in performance.moments:
        for text in moment.texts:
            least = CAPTION if "/Caption" in text.role else LEAST
            if text.size < least - ROUNDING:
                what = f'"{text.text}" is drawn {text.size:.1f} px high instead of {least:.1f}'
                yield Finding(moment.beat, moment.seconds, what, text.box, text.name)
