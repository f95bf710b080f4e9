"""The same picture, four times: each grows out of the one before, and the lines stay."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from manim import Animation, AnimationGroup, FadeIn, FadeOut, VGroup

from scenes.acts.the_answer.costumes import Bar, Costume, Maps, Nodes, Words
from scenes.acts.the_answer.picture import Picture
from scenes.acts.the_answer.picture_geometry import FIRST, NAME_BELOW, SOURCE_BELOW, panel
from scenes.kit.ground.motion import DRAW, STAGGER, TRAVEL, wave
from scenes.kit.ground.sizes import LABEL, SMALL
from scenes.kit.ground.text import Label
from scenes.kit.ground.theme import Theme
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.motions import Motions

KINDS = ("bar", "network", "convolution", "attention")
BRISK = 1.25  # times as quick: lines that are drawn again
PACES = (0.8, 0.5, 0.4)  # seconds for the way of each that grows out of another


class FourTimes:
    """The ``first`` picture of the bar, and the ``row`` of all four, with their names.

    Parameters
    ----------
    names, sources : mapping of str to str
        What each picture is called, and where its recipe is from.
    """

    def __init__(
        self, theme: Theme, bar: Bar, names: Mapping[str, str], sources: Mapping[str, str]
    ) -> None:
        self.theme, book = theme, bar.book
        weights = np.array(book.shares, dtype=float)
        hues = [theme.hue(each.hue) for each in book.ingredients]
        words = Words(theme, hues, weights)
        costumes: list[Costume] = [Nodes(theme, hues), Maps(theme, hues), words]
        self.first = Picture(theme, FIRST, bar, weights, hues)
        others = [self.first.elsewhere(panel(n), each) for n, each in enumerate(costumes, 1)]
        self.row = [self.first.elsewhere(panel(0)), *others]
        self.names = [self._below(n, names[kind], NAME_BELOW) for n, kind in enumerate(KINDS)]
        self.sources = [self._below(n, sources[kind], SOURCE_BELOW) for n, kind in enumerate(KINDS)]

    def tell(self) -> Motions:
        """Draw the bar; let the others grow out of it; say what stays, and what does not."""
        first, (bar, *others) = self.first, self.row
        yield AnimationGroup(FadeIn(first.ground), *self._come(first.have))
        yield first.mix()
        yield AnimationGroup(*self._come(first.make))
        yield NEXT_LINE
        yield AnimationGroup(first.go_to(bar), FadeIn(self.names[0], run_time=TRAVEL))
        for n, pace in enumerate(PACES):
            yield from self.row[n].bring_forth(self.row[n + 1], self.names[n + 1], pace)
        yield NEXT_LINE
        drawn = [picture for picture in self.row if not picture.costume.asks]
        yield drawn[0].mix(*drawn[1:], speed=BRISK)
        yield NEXT_LINE
        yield others[-1].mix(speed=BRISK)
        yield wave([FadeIn(each, run_time=DRAW) for each in self.sources], lag=STAGGER)

    def fall_silent(self) -> Animation:
        """Take all names away."""
        return FadeOut(*self.names, *self.sources, run_time=DRAW)

    def leave(self, into: tuple[float, float, float]) -> Animation:
        """Let all but the bar run together in one point."""
        return AnimationGroup(*(each.run_together(into, TRAVEL) for each in self.row[1:]))

    def _come(self, things: VGroup) -> list[Animation]:
        return [wave([FadeIn(each, run_time=DRAW) for each in things])]

    def _below(self, n: int, text: str, down: float) -> Label:
        box, bold = panel(n), down == NAME_BELOW
        size, colour = (LABEL, self.theme.ink) if bold else (SMALL, self.theme.muted)
        return Label(
            text, size, colour, x=box.centre[0], baseline=box.bottom + down, anchor="center",
            bold=bold,
        )  # fmt: skip
