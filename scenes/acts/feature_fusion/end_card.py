"""The end card: back at the bar, and what the film is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from manim import Animation, AnimationGroup, FadeIn, FadeOut, VGroup

from scenes.acts.feature_fusion.end_card_geometry import (
    BOARD,
    BOTTLE,
    BOTTLES,
    glass_boxes,
    lines,
    middles,
)
from scenes.acts.feature_fusion.recap import Recap
from scenes.kit.bar.bottle import Bottle
from scenes.kit.bar.plank import Plank
from scenes.kit.bar.refit import Refit
from scenes.kit.ground import frame
from scenes.kit.ground.motion import SHORT, TRAVEL, travel
from scenes.kit.ground.text import Label


class EndCard:
    """The bottles and the glasses of the recap return to a board; the credits stand below."""

    def __init__(self, recap: Recap, told: Sequence[str]) -> None:
        self.recap, theme = recap, recap.channels.theme
        self.board = Plank(theme, BOARD)
        places = middles(BOTTLES, len(recap.bottles))
        self.bottles = [
            Bottle(theme, old.hue, old.silhouette, height=BOTTLE, x=x, floor=BOARD.y)
            for old, x in zip(recap.bottles, places, strict=True)
        ]
        baselines, size = lines(len(told))
        self.credits = VGroup(
            *(
                Label(text, size, theme.ink if n == 0 else theme.muted, x=frame.LEFT, baseline=y)
                for n, (text, y) in enumerate(zip(told, baselines, strict=True))
            )
        )

    def close(self) -> Iterator[Animation]:
        """Return to the bar, and show the credits."""
        recap = self.recap
        gone = [recap.bar.ground, recap.bar.word, *recap.bar.webs, recap.network,
                  recap.convolution, *recap.made, *recap.desk.mix.maps]  # fmt: skip
        yield FadeOut(*gone, run_time=SHORT)
        vessels = zip(recap.glasses, glass_boxes(len(recap.glasses)), strict=True)
        yield AnimationGroup(
            FadeIn(self.board, run_time=TRAVEL),
            *(travel(a, b) for a, b in zip(recap.bottles, self.bottles, strict=True)),
            *(Refit(vessel, box) for vessel, box in vessels),
            FadeIn(self.credits, run_time=TRAVEL),  # at once: there is much to read
        )
