"""A glass filled by a recipe, and the same one as an icon."""

from scenes.kit.bar.filling import FillUp, emptied
from scenes.kit.bar.glass import Glass
from scenes.kit.bar.mixture_icon import layers_of
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        layers = layers_of(self.theme, self.book, 0)
        glass = Glass(self.theme, Box(700, 200, 260, 600), full_line=True, layers=layers)
        icon = Glass(self.theme, Box(1120, 600, 90, 200), icon=True, layers=layers)
        self.beat(
            "shown",
            appear(emptied(glass), icon),
            FillUp(glass, layers, 0, len(layers), run_time=2.0),
        )
