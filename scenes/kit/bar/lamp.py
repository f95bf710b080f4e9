"""The warm light of the bar, far behind everything."""

from __future__ import annotations

from manim import Ellipse, VGroup

from scenes.kit.ground.frame import Box, to_point, units
from scenes.kit.ground.theme import Theme

RINGS = 22
DEPTH = -20


class Lamp(VGroup):
    """A glow that fills ``box``: opaque ellipses, each a shade nearer to the lamp's colour.

    They are not translucent, because eight bits round so faint a light to another hue.
    """

    ornament = "the light of the bar"
    bleeds = "everywhere"  # out of the safe area, on purpose

    def __init__(self, theme: Theme, box: Box) -> None:
        super().__init__()
        for ring in range(RINGS, 0, -1):
            size = (ring / RINGS) ** 0.8
            shade = theme.tint(theme.lamp, theme.lamp_share * (1 - (ring - 1) / RINGS))
            glow = Ellipse(width=units(box.width * size), height=units(box.height * size))
            glow.set_fill(shade, 1).set_stroke(width=0)
            self.add(glow.move_to(to_point(*box.centre)))
        self.set_z_index(DEPTH)
