"""The warm light of the bar, behind everything."""

from scenes.kit.bar.lamp import Lamp
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        self.beat("shown", appear(Lamp(self.theme, Box(160, 60, 1600, 900))))
