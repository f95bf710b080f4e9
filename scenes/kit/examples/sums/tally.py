"""How many of one thing became how many of another, in large figures."""

from scenes.kit.ground.motion import appear
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Claim
from scenes.kit.sums.tally import Tally


class Example(Chapter):
    layer_kind, default_layer = "convolution", "glass_and_fruit"

    def construct(self) -> None:
        trace = self.layer.picture.trace
        counts = {"pixels": trace.image[0].size, "entries": trace.columns.size}
        told = [
            (count, Claim("entry", (n,), "counts"), self.label(unit))
            for n, (unit, count) in enumerate(counts.items())
        ]
        self.beat("shown", appear(Tally(self.theme, told, centre=960, baseline=540)))
