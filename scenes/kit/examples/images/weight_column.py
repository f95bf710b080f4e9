"""A long column of weights without numerals: a strand for each, in the colour of its sign."""

from scenes.kit.ground.motion import appear
from scenes.kit.images.weight_column import WeightColumn
from scenes.kit.product.grid_geometry import GridPlace
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    layer_kind, default_layer = "convolution", "glass_and_fruit"

    def construct(self) -> None:
        stack = self.layer.stack
        weights = [float(weight) for weight in stack.kernels[0].flat]
        hues = [self.theme.hue(channel.hue) for channel in stack.channels]
        each = len(weights) // len(hues)
        place = GridPlace(860, 160, len(weights), 1, 200, 20, gap=6)
        channels = [hue for hue in hues for _ in range(each)]
        self.beat("shown", appear(WeightColumn(self.theme, place, 0, weights, channels)))
