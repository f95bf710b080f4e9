"""The sheet of a convolution: every window of the picture is a row."""

from scenes.kit.ground.motion import appear
from scenes.kit.images.im2col_sheet import Im2colSheet
from scenes.kit.product.grid_geometry import GridPlace
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    layer_kind, default_layer = "convolution", "glass_and_fruit"

    def construct(self) -> None:
        trace = self.layer.picture.trace
        rows, columns = trace.columns.shape
        place = GridPlace(400, 200, rows, columns, 110, 66, type_size=33)
        self.beat("shown", appear(Im2colSheet(self.theme, place, trace, of="window")))
