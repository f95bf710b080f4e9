"""The error of a run: a curve that falls, its number, and the step that it belongs to."""

from __future__ import annotations

import numpy as np
from manim import VGroup

from scenes.kit.bar.liquid import draw, filled, stroked
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.shapes import path, rectangle
from scenes.kit.ground.sizes import LABEL, SHAPE_LARGE
from scenes.kit.ground.text import Label, Number
from scenes.kit.ground.theme import Theme
from scenes.kit.stage.claims import Claim

BASELINE, CURVE_TOP = 62.0, 96.0  # from the top of its box
SPACE, LINE, ZERO, DOT = 22.0, 5.0, 2.4, 16.0
PLACES = 2  # of the number
ELLIPSIS = "…"  # where the number of the step stands


class ErrorMeter(VGroup):
    """``losses[t]`` as a curve that falls from the top of the box to 0, and as a number.

    Parameters
    ----------
    box : Box
        Pixels.
    losses : (T + 1,) array
        The loss before the first step and after each that is shown; the claims are of ``loss`` and
        ``steps``.
    error, step : str
        What its two numbers are called; the step's stands where ``step`` has an ellipsis.
    """

    def __init__(self, theme: Theme, box: Box, losses: np.ndarray, error: str, step: str) -> None:
        self.theme, self.losses = theme, losses
        high = box.height - CURVE_TOP
        self.room = Box(box.x, box.y + CURVE_TOP, box.width, high)
        baseline, end = box.y + BASELINE, box.right
        self.title = Label(error, LABEL, theme.ink, x=box.x, baseline=baseline)
        x = box.x + lettering.width(error, LABEL) + SPACE
        self.number = Number(
            float(losses[0]), SHAPE_LARGE, theme.focus, x=x, baseline=baseline, bold=True,
            places=PLACES,
        )  # fmt: skip
        before, _, after = step.partition(ELLIPSIS)
        self.step_name = GroupOf(*(Label(part, LABEL, theme.muted) for part in (before, after)))
        last = end - lettering.width(after, LABEL)
        self.step = Number(0, LABEL, theme.muted, x=last, baseline=baseline, anchor="right")
        self.step_name[1].place(last, baseline)
        first = last - lettering.width(f"{before}{len(losses) - 1}", LABEL)
        self.step_name[0].place(first, baseline)
        floor = self.room.bottom
        self.zero = path([(box.x, floor), (end, floor)], theme.muted, ZERO)
        self.curve, self.dot = stroked(theme.focus, LINE), filled(theme.focus)
        super().__init__(
            self.zero, self.curve, self.dot, self.title, self.number, self.step_name, self.step
        )
        self.show_step(0)

    def point(self, t: int) -> tuple[float, float]:
        """Return the pixel of the error after ``t`` steps."""
        room, last = self.room, max(1, len(self.losses) - 1)
        share = float(self.losses[t] / (self.losses[0] or 1.0))
        return room.x + room.width * t / last, room.bottom - share * room.height

    def show_step(self, t: int) -> ErrorMeter:
        """Show the error after ``t`` steps."""
        loss, so_far = float(self.losses[t]), [self.point(n) for n in range(t + 1)]
        draw(self.curve, np.array(so_far), closed=False)
        x, y = so_far[-1]
        dot = Box(x - DOT / 2, y - DOT / 2, DOT, DOT)
        self.dot.set_points(rectangle(dot, radius=DOT / 2).points)
        self.number.claim = Claim("entry", (t,), "loss")
        self.number.set_value(loss)
        self.step.claim = Claim("entry", (t,), "steps")
        self.step.set_value(t)
        return self
