"""A glass that grows or shrinks on its way to another place, its walls always right."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import Animation, smooth

from scenes.kit.bar.glass import Glass, SignedBars
from scenes.kit.ground.frame import Box


class Refit(Animation):
    """A glass goes to another box along a shallow arc, ``lift`` pixels above the straight way."""

    def __init__(
        self, vessel: Glass | SignedBars, to: Box, *, icon: bool = True, marked: bool = False,
        lift: float = 0.0, **kwargs: Any,
    ) -> None:  # fmt: skip
        kwargs = {"run_time": 0.7, "rate_func": smooth, **kwargs}
        super().__init__(vessel, **kwargs)
        self.vessel = vessel
        self.to, self.lift = to, lift
        self.looks = {"icon": icon, "full_line": marked}

    def begin(self) -> None:
        """Remember where the glass sets out, and take the looks of its new place."""
        self.start = self.vessel.box
        for name, value in self.looks.items():
            setattr(self.vessel, name, value)
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        """Fill the box that is ``alpha`` of the way between the two."""
        done = self.rate_func(alpha)
        start, to = self.start, self.to
        ends = zip(
            (start.x, start.y, start.width, start.height),
            (to.x, to.y, to.width, to.height),
            strict=True,
        )
        x, y, width, height = (a + (b - a) * done for a, b in ends)
        self.vessel.fit(Box(x, y - self.lift * np.sin(np.pi * done), width, height))
