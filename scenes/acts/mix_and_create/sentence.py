"""The sentence: what goes in, what mixes it, what comes out; then what these are in a network."""

from __future__ import annotations

from collections.abc import Sequence

from manim import UP, Animation, AnimationGroup, FadeIn, FadeOut, LaggedStart, VGroup

from scenes.acts.mix_and_create.sentence_geometry import BASELINE, middles, size_of
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import units
from scenes.kit.ground.motion import TRAVEL
from scenes.kit.ground.shapes import Sign
from scenes.kit.ground.text import Label
from scenes.kit.ground.theme import Theme
from scenes.kit.product.product_geometry import ProductPlace

LIFT = 30.0  # pixels that a phrase rises when it comes


class Sentence(VGroup):
    """A phrase under each of the three parts of a product, with an arrow from one to the next.

    ``first`` are the phrases of the example, ``then`` those of a network, in the same places.
    """

    def __init__(
        self, theme: Theme, place: ProductPlace, first: Sequence[str], then: Sequence[str]
    ) -> None:
        wanted = [grid.box.centre[0] for grid in (place.row, place.matrix, place.result)]
        pairs = list(zip(first, then, strict=True))
        size = size_of(pairs)
        places = middles(wanted, pairs, size)
        colours = theme.ink, theme.ink, theme.focus
        self.first, self.then = (
            [
                Label(text, size, colour, x=x, baseline=BASELINE, anchor="center", bold=True)
                for text, colour, x in zip(phrases, colours, places, strict=True)
            ]
            for phrases in (first, then)
        )
        halves = [
            max(lettering.width(text, size, bold=True) for text in pair) / 2 for pair in pairs
        ]
        row = BASELINE - lettering.CAP_HEIGHT * size / 2
        between = [(places[n] + halves[n] + places[n + 1] - halves[n + 1]) / 2 for n in range(2)]
        self.arrows = VGroup(*(Sign("→", size, theme.muted, x, row) for x in between))
        super().__init__(*self.first, self.arrows)

    def say(self) -> Animation:
        """Say the first phrases, one after another."""
        parts = [self.first[0], self.arrows[0], self.first[1], self.arrows[1], self.first[2]]
        return LaggedStart(*(FadeIn(part, run_time=TRAVEL) for part in parts), lag_ratio=0.35)

    def translate(self) -> Animation:
        """Put the words of a network in the place of the example's."""
        up = units(LIFT) * UP
        return AnimationGroup(
            *(FadeOut(old, shift=up, run_time=TRAVEL / 2) for old in self.first),
            LaggedStart(
                *(FadeIn(new, shift=up, run_time=TRAVEL) for new in self.then), lag_ratio=0.2
            ),
        )
