"""A picture and its kernel, a numbered tile for every entry."""

from scenes.kit.ground.motion import appear
from scenes.kit.images.feature_map import kernel, picture
from scenes.kit.product.grid_geometry import GridPlace
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Claim


class Example(Chapter):
    layer_kind, default_layer = "convolution", "glass_and_fruit"

    def construct(self) -> None:
        pixels, weights = self.layer.picture.image[0], self.layer.picture.kernels[0, 0]
        rows, columns = pixels.shape
        high, wide = weights.shape
        grid = picture(
            self.theme, GridPlace(360, 250, rows, columns, 110, 90), pixels,
            lambda y, x: Claim("entry", (y, x), "picture"),
        )  # fmt: skip
        small = kernel(
            self.theme, GridPlace(1200, 370, high, wide, 110, 90), weights,
            lambda y, x: Claim("share", (y * wide + x, 0), "window"),
        )  # fmt: skip
        self.beat("shown", appear(grid, small))
