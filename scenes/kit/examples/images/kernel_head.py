"""The head above a kernel: its size, and what it is."""

from scenes.kit.ground.motion import appear
from scenes.kit.ground.sizes import SHAPE_LARGE
from scenes.kit.images.kernel_head import KernelHead
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    layer_kind, default_layer = "picture", "coffee"

    def construct(self) -> None:
        word = self.label("kernel")
        head = KernelHead(self.theme, (1, 1), word, SHAPE_LARGE, x=960, baseline=560)
        self.beat("shown", appear(head))
