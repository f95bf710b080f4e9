"""How many of one thing became how many of another, in large figures."""

from scenes.kit.ground.motion import appear
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Claim
from scenes.kit.sums.tally import Tally


class Example(Chapter):
    layer_kind, default_layer = "convolution", "glass_and_fruit"

    def construct(self) -> None:
        counts = self.ledger().source("counts")
        told = [
            (int(counts[n]), Claim("entry", (n,), "counts"), self.label(unit))
            for n, unit in enumerate(("pixels", "entries"))
        ]
        self.beat("shown", appear(Tally(self.theme, told, centre=960, baseline=540)))
