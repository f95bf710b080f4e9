"""Numbers go from a matrix to a shelf, row after row."""

from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.memory.moving import Relocating
from scenes.kit.memory.storage_geometry import block, plank
from scenes.kit.memory.stored_matrix import StoredMatrix
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    layer_kind, default_layer = "cache", "eight_by_eight"

    def construct(self) -> None:
        n, line = self.layer.n, self.layer.line
        rows = block(Box(720, 200, 480, 480), n, n)
        matrix = StoredMatrix(self.theme, rows, line, self.theme.hue(1))
        shelf = plank(Box(160, 760, 1600, 80), n * n, line)
        self.beat("shown", appear(matrix), Relocating(matrix, shelf, n, run_time=1.5))
