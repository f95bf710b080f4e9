"""A matrix as it lies in memory; trays that were fetched are tinted, one at hand has an edge."""

from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.memory.storage_geometry import block
from scenes.kit.memory.stored_matrix import StoredMatrix
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    layer_kind, default_layer = "cache", "eight_by_eight"

    def construct(self) -> None:
        n, line = self.layer.n, self.layer.line
        places = block(Box(720, 250, 480, 480), n, line)
        matrix = StoredMatrix(self.theme, places, line, self.theme.hue(1))
        fetches = range(n * n // line)
        matrix.tint(fetches, {0, 5}, max(fetches))
        self.beat("shown", appear(matrix))
