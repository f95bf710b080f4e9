"""One sum over all channels: the first window's row meets one kernel's column."""

from __future__ import annotations

from collections.abc import Iterator

from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    Succession,
    VGroup,
    VMobject,
)

from scenes.acts.convolution.channel_view import OF, ChannelView
from scenes.acts.convolution.channels_geometry import NAME_SPACE, SUMS
from scenes.acts.convolution.results import arrive
from scenes.kit.ground import lettering
from scenes.kit.ground.motion import DRAW, SHORT, TRAVEL, travel, wave
from scenes.kit.ground.shapes import Sign
from scenes.kit.ground.sizes import SMALL
from scenes.kit.ground.text import Label, Number
from scenes.kit.images.tile import Tile
from scenes.kit.product.beam import Beam
from scenes.kit.product.labelled_product import LabelledProduct
from scenes.kit.stage.claims import Claim
from scenes.kit.sums.step_chart import StepChart, grow
from scenes.kit.sums.term_line import TermLine

LAG, ALL = 0.025, 0.6  # of a flight: between two weights, between the first and the last
BAR, BAR_SHARE = 34.0, 0.7  # pixels; of what a term has


class ChannelSum:
    """All that takes part when the first window meets kernel ``o``."""

    def __init__(self, view: ChannelView, o: int) -> None:
        self.view, self.o, place = view, o, view.place
        self.steps = view.matmul.entry(0, o)
        hues = [view.hues[view.hue_of(step.k)] for step in self.steps]
        sums = view.matmul.partials[0].ravel().tolist()
        self.product, colours = LabelledProduct(view.matmul, OF), [hue.text for hue in hues]
        self.strip = TermLine(view.theme, place.strip, self.product, 0, o, colours)
        pitch = place.sheet.cell_width + place.sheet.gap
        bar = min(BAR, BAR_SHARE * pitch)
        self.chart = StepChart(view.theme, place.chart, place.strip.slots, colours, sums, bar)
        self.beam = Beam(view.theme, place.sheet, place.columns, place.result, 0, o)
        self.sums = VGroup(*(self._sum_of(c) for c in range(len(view.hues))), *self._signs())

        middle = SUMS - lettering.CAP_HEIGHT * SMALL / 2
        box = place.result.cell(0, 0)
        total = self.steps[-1].partial
        self.equals = Sign("=", SMALL, view.theme.ink, place.chart.right, middle)
        self.total = Number(
            total,
            SMALL,
            view.theme.focus,
            x=box.x,
            baseline=SUMS,
            bold=True,
            claim=Claim("result", (0, o), OF),
        )
        self.products = list(self.strip.products) if place.has_products else []
        self.explained = False

    def _sum_of(self, c: int) -> VGroup:
        """Return the part that one channel adds, with its name, under its bars."""
        view = self.view
        part = sum(step.product for step in self.steps if view.hue_of(step.k) == c)
        name, colour = view.channel_names[c].text, view.hues[c].text
        number = Number(
            part, SMALL, colour, bold=True, claim=Claim("entry", (0, self.o, c), "channel_sums")
        )
        wide = lettering.width(name, SMALL) + NAME_SPACE if view.place.has_names else 0.0
        whole = wide + lettering.width(number.text, SMALL, bold=True)
        x = view.place.part(c).centre[0] - whole / 2
        number.place(x + wide, SUMS)
        named = [Label(name, SMALL, colour, x=x, baseline=SUMS)] if view.place.has_names else []
        return VGroup(*named, number)

    def _signs(self) -> list[Sign]:
        middle = SUMS - lettering.CAP_HEIGHT * SMALL / 2
        parts = [self.view.place.part(c) for c in range(1, len(self.view.hues))]
        return [Sign("+", SMALL, self.view.theme.muted, part.x, middle) for part in parts]

    def roll(self, run_time: float = TRAVEL) -> Animation:
        """Return the kernel's weights on their way into one column."""
        tiles = [tile for part in self.view.kernels[self.o] for tile in part.all_tiles()]
        strands = self.view.columns[self.o].strands
        return LaggedStart(
            *(
                ReplacementTransform(_from_behind(tile), strand, run_time=run_time)
                for tile, strand in zip(tiles, strands, strict=True)
            ),
            lag_ratio=min(LAG, ALL / len(tiles)),
        )

    def stream(self, seconds: float) -> Animation:
        """Return all products in one stream, the sum growing bar by bar."""
        each = seconds / len(self.steps)
        return Succession(
            *(
                AnimationGroup(
                    *(FadeIn(product, run_time=each) for product in self.products[k : k + 1]),
                    grow(self.chart, self.product, (0, self.o), k),
                    run_time=each,
                )
                for k in range(len(self.steps))
            )
        )

    def explain(self) -> Iterator[Animation]:
        """Show what each channel adds, and that it makes the same sum."""
        self.explained = True
        yield wave([FadeIn(part, run_time=DRAW) for part in self.sums], lag=DRAW / 2)
        yield AnimationGroup(
            FadeIn(self.equals, run_time=DRAW), travel(self.chart.total.copy(), self.total, arc=0)
        )

    def finish(self, run_time: float = TRAVEL) -> Iterator[Animation]:
        """Drop the sum into its cell."""
        cell = self.view.result[0][self.o]
        yield from arrive(cell, self.chart.total, self.steps[-1].partial, run_time)

    def clear(self) -> list[Animation]:
        """Return the leaving of the products, the sums and the light."""
        explained = [self.sums, self.equals, self.total] if self.explained else []
        parts = (self.chart, VGroup(*self.products), self.beam, *explained)
        return [FadeOut(part, run_time=SHORT) for part in parts]


def _from_behind(tile: Tile) -> VMobject:
    """Return a copy of a tile's ground that leaves without covering its numeral."""
    ground: VMobject = tile[0].copy()
    return ground.set_z_index(-1)
