"""A fader of a mixing desk: a track, its zero, and a knob where the weight is."""

from __future__ import annotations

from manim import VGroup

from scenes.kit.ground.frame import Box, to_point
from scenes.kit.ground.shapes import for_the_eye, path, rectangle
from scenes.kit.ground.sizes import SMALL
from scenes.kit.ground.text import Number
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.stage.claims import Claim

TRACK, LEVEL, KNOB, TICK = 4.0, 10.0, 19.0, 16.0


class Fader(VGroup):
    """The weight of one channel, from ``-reach`` to ``reach`` along the middle of ``box``."""

    def __init__(self, theme: Theme, hue: Hue, box: Box, reach: int, weight: float) -> None:
        self.theme, self.hue, self.box, self.reach = theme, hue, box, reach
        y, zero = box.centre[1], self.place(0)
        self.track = VGroup(
            path([(box.x, y), (box.right, y)], theme.muted, TRACK),
            path([(zero, y - TICK), (zero, y + TICK)], theme.muted, TRACK),
        )
        self.bar = path([(zero, y), (zero, y)], hue.text, LEVEL, round_caps=False)
        self.knob = rectangle(
            Box(zero - KNOB, y - KNOB, 2 * KNOB, 2 * KNOB),
            fill=hue.fill,
            edge=theme.ink,
            edge_width=3,
            radius=KNOB,
        )
        for_the_eye(self.bar, "the level of a fader: its knob and its weight tell it")
        super().__init__(self.track, self.bar, self.knob)
        self.set_weight(weight)

    def place(self, weight: float) -> float:
        """Return the pixel column of a weight."""
        return self.box.x + (weight + self.reach) / (2 * self.reach) * self.box.width

    def set_weight(self, weight: float) -> Fader:
        """Move the knob."""
        x, zero, y = self.place(weight), self.place(0), self.box.centre[1]
        self.bar.set_points_as_corners([to_point(zero, y), to_point(x, y)])
        self.knob.move_to(to_point(x, y))
        return self

    def marks(self, baseline: float, of: str) -> VGroup:
        """Return the numbers along its scale; ``of`` names the source that has them."""
        return VGroup(
            *(
                Number(
                    value, SMALL, self.theme.muted, x=self.place(value), baseline=baseline,
                    anchor="center", claim=Claim("scale", (n,), of),
                )
                for n, value in enumerate((-self.reach, 0, self.reach))
            )
        )  # fmt: skip
