"""A bottle pours into a glass; here the stream is half way through."""

from scenes.kit.bar.bottle import Bottle
from scenes.kit.bar.glass import Glass
from scenes.kit.bar.pouring import carry, pouring_pose
from scenes.kit.bar.stream import Stream
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.motions import Motions


class Example(Chapter):
    def construct(self) -> None:
        hue = self.theme.hue(2)
        glass = Glass(self.theme, Box(1000, 480, 200, 400), layers=[(hue, 0.3)])
        bottle = Bottle(self.theme, hue, "square", height=380, x=520, floor=880)
        self.beat(
            "shown",
            appear(glass, bottle),
            carry(bottle, pouring_pose(bottle, glass)),
            self.flow(Stream(hue), bottle, glass),
        )

    def flow(self, stream: Stream, bottle: Bottle, glass: Glass) -> Motions:
        """Yield the stream once the bottle is where it pours from."""
        yield appear(stream.fall(bottle, glass, head=1.0, tail=0.0))
