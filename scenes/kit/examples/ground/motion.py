"""Motions for anything: appear, travel, become, vanish, together and in a wave."""

from manim import VMobject

from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear, become, together, travel, vanish, wave
from scenes.kit.ground.shapes import rectangle
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        here, there, changing, leaving = (
            self.tile(k, x) for k, x in enumerate((300, 1400, 700, 1050))
        )
        self.beat(
            "shown",
            appear(here, changing, leaving, lag=0.3),
            together(travel(here, there), become(changing, self.tile(4, 700))),
            wave([vanish(leaving), appear(self.tile(6, 300))]),
        )

    def tile(self, k: int, x: float) -> VMobject:
        """Return a square in a hue."""
        return rectangle(Box(x, 420, 200, 200), fill=self.theme.hues[k].text, radius=20)
