"""A picture of few pixels, and the same one unrolled into a row."""

from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.images.pixel_geometry import picture_place, strip_place
from scenes.kit.images.pixel_grid import PixelGrid
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    layer_kind, default_layer = "classifier", "digits"

    def construct(self) -> None:
        size = self.layer.size
        levels = [float(pixel) / self.layer.brightest for pixel in self.layer.sample[0]]
        grid = PixelGrid(self.theme, picture_place(Box(760, 180, 400, 400), *size), levels)
        strip = strip_place(Box(160, 700, 1600, 60), *size)
        _, unrolling = grid.unroll(strip, columns=size[1], run_time=2.0)
        self.beat("shown", appear(grid), unrolling)
