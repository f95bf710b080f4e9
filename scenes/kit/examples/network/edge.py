"""Edges of a network: positive, negative, and one that is not meant now."""

from scenes.kit.ground.motion import appear
from scenes.kit.network.edge import Edge
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        edges = [
            Edge(
                self.theme, self.theme.hue(k), ((480, 120 + 200 * k), (1440, 220 + 200 * k)),
                weight, heaviest=1.0, lit=lit,
            )
            for k, weight, lit in ((1, 0.8, True), (2, -0.4, True), (3, 0.8, False))
        ]  # fmt: skip
        self.beat("shown", appear(*edges))
