"""Shares with a negative part: as bars beside each other, and as a waterfall."""

from scenes.kit.bar.mixture_icon import layers_of
from scenes.kit.bar.signed_bars import SignedBars
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    example = "signed"

    def construct(self) -> None:
        entries = layers_of(self.theme, self.book, 2)
        bars, waterfall = (
            SignedBars(
                self.theme, Box(x, 240, 460, 540), entries=entries, span=(-1, 2), waterfall=falls
            )
            for x, falls in ((400, False), (1060, True))
        )
        self.beat("shown", appear(bars, waterfall))
