"""Dyeing: a painting takes other colours, tone by tone."""

from __future__ import annotations

from typing import Any

from manim import Animation

from scenes.kit.ground.theme import Hue, mix
from scenes.kit.images.painting import Painting
from scenes.kit.images.tones import tones


class Dye(Animation):
    """The tones of a painting go over into those of a hue."""

    def __init__(self, painting: Painting, hue: Hue, **kwargs: Any) -> None:
        super().__init__(painting, **{"run_time": 0.5, **kwargs})
        self.painting = painting
        self.after = tones(painting.theme, hue, len(painting.shapes)), hue.text

    def begin(self) -> None:
        """Remember the colours before."""
        self.before = self.painting.palette
        self.edge = self.painting.edge_colour
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        """Show the colours on their way."""
        share = self.rate_func(alpha)
        pairs = zip(self.before, self.after[0], strict=True)
        colours = [mix(old, new, share) for old, new in pairs]
        self.painting.dye(colours, mix(self.edge, self.after[1], share))
