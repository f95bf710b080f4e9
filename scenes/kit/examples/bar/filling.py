"""A glass is emptied, then its layers rise one after another."""

from scenes.kit.bar.filling import FillUp, emptied
from scenes.kit.bar.glass import Glass
from scenes.kit.bar.mixture_icon import layers_of
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        layers = layers_of(self.theme, self.book, 1)
        glass = emptied(Glass(self.theme, Box(830, 200, 260, 600), layers=layers))
        self.beat("shown", appear(glass), FillUp(glass, layers, 0, 2, run_time=1.5))
