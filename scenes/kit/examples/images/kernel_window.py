"""The window of a kernel on a picture slides by one pixel; lines tie it to what it makes."""

from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.ground.shapes import rectangle
from scenes.kit.images.feature_map import picture
from scenes.kit.images.kernel_window import KernelWindow
from scenes.kit.product.grid_geometry import GridPlace
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Claim


class Example(Chapter):
    layer_kind, default_layer = "convolution", "glass_and_fruit"

    def construct(self) -> None:
        pixels = self.layer.picture.image[0]
        rows, columns = pixels.shape
        place = GridPlace(360, 250, rows, columns, 110, 90)
        grid = picture(self.theme, place, pixels, lambda y, x: Claim("entry", (y, x), "picture"))
        made = Box(1380, 430, 110, 90)
        cell = rectangle(made, fill=self.theme.panel, edge=self.theme.focus, edge_width=4, radius=8)
        first, second = (
            KernelWindow(self.theme, grid.box((0, x), (2, x + 2)), made) for x in range(2)
        )
        self.beat("shown", appear(grid, cell, first), second.come(first, run_time=0.7))
