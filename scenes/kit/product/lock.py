"""A lock: what a cell has in place of a number that nobody may look at."""

from __future__ import annotations

from math import cos, pi, sin

from manim import VGroup

from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import for_the_eye, path, rectangle
from scenes.kit.ground.theme import Theme

BODY = 0.56  # of the height: the body, the rest is the shackle
WIDE, SHACKLE = 0.78, 0.5  # of the height: how wide the body is, and the shackle
STROKE, ROUND, HOLE = 0.1, 0.1, 0.16  # of the height
STEPS = 12


class Lock(VGroup):
    """A closed padlock, ``height`` pixels high, around (x, y).

    Parameters
    ----------
    x, y : float
        Pixels: its middle.
    height : float
        Pixels.
    """

    def __init__(self, theme: Theme, *, x: float, y: float, height: float) -> None:
        top, bottom = y - height / 2, y + height / 2
        body = Box(x - WIDE * height / 2, bottom - BODY * height, WIDE * height, BODY * height)
        radius, stroke = SHACKLE * height / 2, STROKE * height
        bend = top + radius + stroke / 2
        angles = (pi * n / STEPS for n in range(STEPS + 1))
        arc = [(x - radius * cos(angle), bend - radius * sin(angle)) for angle in angles]
        self.shackle = path([(x - radius, body.y), *arc, (x + radius, body.y)], theme.muted, stroke)
        self.body = rectangle(body, fill=theme.muted, radius=ROUND * height)
        side = HOLE * height
        hole = Box(x - side / 2, body.centre[1] - side / 2, side, side)
        self.hole = rectangle(hole, fill=theme.panel, radius=side / 2)
        for_the_eye(self.hole, "a detail of a lock: its body and its shackle tell it")
        super().__init__(self.shackle, self.body, self.hole)
