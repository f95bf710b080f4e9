"""A bottle upright, tilted, and out of play; the dashes are the place of one that is elsewhere."""

from scenes.kit.bar.bottle import Bottle, ghost
from scenes.kit.ground.motion import appear
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        floor, height = 800, 500
        full, tilted, dimmed = (
            Bottle(self.theme, self.theme.hue(k), shape, height=height, x=x, floor=floor)
            for k, shape, x in ((1, "round", 360), (2, "square", 760), (3, "contour", 1160))
        )
        tilted.pose(tilt=-50, fill=0.5)
        place = ghost(self.theme, "round", height, 1560, floor)
        self.beat("shown", appear(full, tilted, dimmed.set_alive(False), place))
