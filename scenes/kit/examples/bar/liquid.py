"""Areas and strokes without a shape of their own, drawn from runs of pixels."""

import numpy as np

from scenes.kit.bar.liquid import corners, dashes, draw, filled, stroked
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        area, line = filled(self.theme.focus), stroked(self.theme.ink, 4)
        draw(area, corners(Box(420, 300, 420, 400), radius=60))
        ring = np.array([(1080, 300), (1500, 300), (1500, 700), (1080, 700)])
        draw(line, *dashes(ring, dash=24, gap=16), closed=False)
        self.beat("shown", appear(area, line))
