"""A board from one edge of the frame to the other."""

from scenes.kit.bar.plank import Plank
from scenes.kit.ground.frame import WIDTH, Box
from scenes.kit.ground.motion import appear
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        self.beat("shown", appear(Plank(self.theme, Box(0, 600, WIDTH, 16))))
