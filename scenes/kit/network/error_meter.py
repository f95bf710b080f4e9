"""The error of a run: a bar that shrinks, its number, and the step that it belongs to."""

from __future__ import annotations

import numpy as np
from manim import VGroup

from scenes.kit.bar.liquid import corners, draw
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import for_the_eye, rectangle
from scenes.kit.ground.sizes import LABEL, SHAPE_LARGE
from scenes.kit.ground.text import Label, Number
from scenes.kit.ground.theme import Theme
from scenes.kit.stage.claims import Claim

BASELINE, BAR_TOP, BAR_HEIGHT = 62.0, 96.0, 44.0  # from the top of its box
SPACE, ROUND = 22.0, 8.0
PLACES = 2  # of the number
STEP_ROOM = "000"  # the widest step


class ErrorMeter(VGroup):
    """``losses[t]`` as a bar, the first one filling the box, and as a number.

    Parameters
    ----------
    box : Box
        Pixels.
    losses : (T + 1,) array
        The loss before the first step and after each; the claims are of ``loss`` and ``steps``.
    error, step : str
        What its two numbers are called.
    """

    def __init__(self, theme: Theme, box: Box, losses: np.ndarray, error: str, step: str) -> None:
        self.theme, self.losses = theme, losses
        self.room = Box(box.x, box.y + BAR_TOP, box.width, BAR_HEIGHT)
        baseline, end = box.y + BASELINE, box.right
        self.title = Label(error, LABEL, theme.ink, x=box.x, baseline=baseline)
        x = box.x + lettering.width(error, LABEL) + SPACE
        self.number = Number(
            float(losses[0]), SHAPE_LARGE, theme.focus, x=x, baseline=baseline, bold=True,
            places=PLACES,
        )  # fmt: skip
        self.step = Number(0, LABEL, theme.muted, x=end, baseline=baseline, anchor="right")
        before = end - lettering.width(STEP_ROOM, LABEL) - SPACE / 2
        self.step_name = Label(
            step, LABEL, theme.muted, x=before, baseline=baseline, anchor="right"
        )
        self.track = rectangle(self.room, fill=theme.panel, radius=ROUND)
        for_the_eye(self.track, "the room that the error had at first: the bar tells how much")
        self.bar = rectangle(self.room, fill=theme.focus, radius=ROUND)
        super().__init__(self.track, self.bar, self.title, self.number, self.step_name, self.step)
        self.show_step(0)

    def show_step(self, t: int) -> ErrorMeter:
        """Show the error after ``t`` steps."""
        loss, room = float(self.losses[t]), self.room
        width = room.width * loss / float(self.losses[0])
        shown = Box(room.x, room.y, width, room.height)
        draw(self.bar, *([corners(shown, ROUND, top=True)] if width >= 1 else []))
        self.number.claim = Claim("entry", (t,), "loss")
        self.number.set_value(loss)
        self.step.claim = Claim("entry", (t,), "steps")
        self.step.set_value(t)
        return self
