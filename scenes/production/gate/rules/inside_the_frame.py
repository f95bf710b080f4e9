"""Everything stands inside the safe area: texts strictly, outlines but for the width of a stroke.

What bleeds by design says so: ``bleeds`` on the class of a component.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenes.kit.ground.frame import CAPTION_TOP, FLOOR, HEIGHT, LEFT, RIGHT, TOP, Box
from scenes.production.gate.finding import Finding
from scenes.production.gate.overlap import half_stroke
from scenes.production.gate.performance import Performance

FIX = "let the layout keep it between the margins: frame.LEFT, RIGHT, TOP and FLOOR"
TOUCH = 1.0  # pixels of rounding
BEARING = 0.06  # of its size that a letter reaches beyond where it begins, as a j does
OVERHANG = 12.0  # that a shape may reach beyond the margins: the outside of a beam, of a halo
SAFE = Box(LEFT, TOP, RIGHT - LEFT, FLOOR - TOP)
BAND = Box(LEFT, CAPTION_TOP, RIGHT - LEFT, HEIGHT - CAPTION_TOP)


def check(performance: Performance) -> Iterator[Finding]:
    """Find what stands outside."""
    for moment in performance.moments:
        for text in moment.texts:
            room = BAND if "/Caption" in text.role else SAFE
            beyond = _beyond(text.box, room, TOUCH + BEARING * text.size)
            if beyond:
                what = f'"{text.text}" is {beyond} of the safe area'
                yield Finding(moment.beat, moment.seconds, what, text.box, text.name)
        for shape in moment.shapes:
            box = shape.box.grown(half_stroke(shape))
            beyond = _beyond(box, SAFE, OVERHANG + half_stroke(shape))
            if beyond and not shape.bleeds:
                what = f"{shape.name} is {beyond} of the safe area"
                yield Finding(moment.beat, moment.seconds, what, shape.box, shape.name)


def _beyond(box: Box, room: Box, allowed: float) -> str:
    """Say by how much a box stands out of a room, on its worst side."""
    out = {
        "left": room.x - box.x,
        "right": box.right - room.right,
        "above": room.y - box.y,
        "below": box.bottom - room.bottom,
    }
    side, most = max(out.items(), key=lambda item: item[1])
    return f"{most:.0f} px {side}" if most > allowed else ""
