"""The recap: the desk becomes the last of three panels, and all three are mixed at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from manim import Animation, AnimationGroup, Create, FadeIn, FadeOut, VGroup, VMobject

from scenes.acts.feature_fusion.mixing_desk import MixingDesk
from scenes.acts.feature_fusion.triptych import NODE, Panel, node
from scenes.acts.feature_fusion.triptych_geometry import PanelPlace, inside, panel_place, small
from scenes.kit.bar.bottle import Bottle
from scenes.kit.bar.mixture_icon import mixture_icon
from scenes.kit.ground.motion import DRAW, SHORT, STAGGER, TRAVEL, wave
from scenes.kit.images.painting import Glide
from scenes.kit.stage.chapter import NEXT_LINE

GLASS = 0.62, 1.0  # width and height
BOTTLE, RISE = 158.0, 10.0
WEB = 0.9


class Recap:
    """Three panels; the pictures of the third come from the desk."""

    def __init__(self, desk: MixingDesk, words: Mapping[str, str]) -> None:
        self.desk, self.channels, self.words = desk, desk.channels, words
        book = self.channels.book
        self.shares = np.array(book.shares, dtype=float)
        self.hues = [self.channels.theme.hue(each.hue) for each in book.ingredients]
        self.bar, self.network, self.convolution = self._bar(), self._network(), self._maps()

    def _bar(self) -> Panel:
        theme, book = self.channels.theme, self.channels.book
        place = panel_place(0, *self.shares.shape)
        bottles = [
            self._bottle(k, box.centre[0], box.bottom - RISE) for k, box in enumerate(place.have)
        ]
        glasses = [
            mixture_icon(theme, book, j, inside(box, *GLASS)) for j, box in enumerate(place.make)
        ]
        self.bottles, self.glasses = bottles, glasses
        return self._panel(place, "bar", bottles, glasses)

    def _bottle(self, k: int, x: float, floor: float) -> Bottle:
        each = self.channels.book.ingredients[k]
        return Bottle(
            self.channels.theme, self.hues[k], each.bottle, height=BOTTLE, x=x, floor=floor
        )

    def _network(self) -> Panel:
        theme = self.channels.theme
        place = panel_place(1, *self.shares.shape)
        inputs = [node(theme, small(box, NODE, NODE), self.hues[k]) for k, box in
                  enumerate(place.have)]  # fmt: skip
        outputs = [node(theme, small(box, NODE, NODE, down=0.0)) for box in place.make]
        return self._panel(place, "network", inputs, outputs)

    def _maps(self) -> Panel:
        channels = self.channels
        weights = channels.layer.turned_weights.astype(float)
        place = panel_place(2, *weights.shape)
        self.map_boxes = [inside(box, *channels.shape[::-1]) for box in place.have]
        self.fused_boxes = [inside(box, *channels.shape[::-1], down=0.0) for box in place.make]
        return Panel(
            channels.theme, place, self.words["convolution"], [], [], weights, channels.hues
        )

    def _panel(
        self, place: PanelPlace, word: str, have: Sequence[VMobject], make: Sequence[VMobject]
    ) -> Panel:
        return Panel(
            self.channels.theme, place, self.words[word], have, make, self.shares, self.hues
        )

    def dissolve(self) -> Animation:
        """Take the faders away."""
        desk = self.desk
        gone = [desk.cells.body, *desk.faders, desk.marks, desk.mark, desk.read, desk.label]
        return FadeOut(*gone, *desk.tags, run_time=SHORT)

    def hang(self) -> Iterator[Animation]:
        """Let the pictures of the desk hang in the last panel, and bring the other two."""
        desk, channels = self.desk, self.channels
        self.made = [channels.fused(j, box) for j, box in enumerate(self.fused_boxes)]
        self.made[desk.recipe] = desk.painting
        others = [each for each in self.made if each is not desk.painting]
        yield AnimationGroup(
            *(Glide(each, box) for each, box in zip(desk.mix.maps, self.map_boxes, strict=True)),
            Glide(desk.painting, self.fused_boxes[desk.recipe]),
            FadeIn(self.convolution.ground, self.convolution.word, run_time=TRAVEL),
        )
        rest = VGroup(*others)
        panels = [self._without_web(each) for each in (self.network, self.bar)]
        yield wave([FadeIn(each, run_time=DRAW) for each in (rest, *panels)], lag=3 * STAGGER)

    @staticmethod
    def _without_web(panel: Panel) -> VGroup:
        return VGroup(panel.ground, panel.word, *panel.have, *panel.make)

    def mix_all(self) -> Animation:
        """Draw the lines of all panels together, recipe after recipe."""
        panels = (self.bar, self.network, self.convolution)
        most = max(len(panel.webs) for panel in panels)
        together = [
            AnimationGroup(
                *(Create(panel.webs[j], run_time=WEB) for panel in panels if j < len(panel.webs))
            )
            for j in range(most)
        ]
        return wave(together, lag=WEB / 2)

    def tell(self) -> Iterator[Animation | str]:
        """Hang the three panels, and mix in all of them."""
        yield self.dissolve()
        yield from self.hang()
        yield NEXT_LINE
        yield self.mix_all()
