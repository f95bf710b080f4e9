"""Scores have become shares: a bar for each class."""

from mathcore.layer_file.classifier import PERCENT_PLACES
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.network.softmax_bars import Grow, SoftmaxBars
from scenes.kit.network.softmax_bars_geometry import shares_place
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Claim


class Example(Chapter):
    layer_kind, default_layer = "classifier", "digits"

    def construct(self) -> None:
        shares = self.layer.probabilities
        middles = [330 + 140 * j for j in range(len(shares))]
        bars = SoftmaxBars(
            self.theme,
            shares_place(Box(240, 240, 1440, 480), middles, width=90),
            shares,
            self.layer.percentages,
            [Claim("entry", (j,), "percentages") for j in range(len(shares))],
            places=PERCENT_PLACES,
            best=int(shares.argmax()),
        )
        self.beat("shown", appear(bars, bars.percents), Grow(bars, run_time=1.0))
