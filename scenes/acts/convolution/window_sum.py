"""One window's sum: its products, term by term or in one sweep, and the cell they make."""

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
    Wait,
)

from scenes.acts.convolution.conv_view import ConvView
from scenes.acts.convolution.factors import meet
from scenes.acts.convolution.results import arrive
from scenes.kit.ground.motion import SHORT, TRAVEL
from scenes.kit.images.tile import Tile
from scenes.kit.images.tile_style import sign_colour
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.sums.step_chart import StepChart, grow
from scenes.kit.sums.term_line import TermLine

PRODUCT_TIME, RISE = 0.3, 0.4
BAR, BAR_SHARE = 70.0, 0.6  # pixels; of what a term has
WAVE = 1.2  # seconds: all terms of a window in one sweep
FIRST_WAVE, WINDOW = 1.5, 0.6
PACES = (0.5, 0.35)  # of the sums after the first
SLIDES = 1 + len(PACES)  # windows whose sums are seen, if there are more


class WindowSum:
    """All that takes part when output position ``p`` is made."""

    def __init__(self, view: ConvView, chart: StepChart, p: int) -> None:
        self.view, self.chart, self.p = view, chart, p
        self.steps = view.matmul.entry(p, 0)
        colours = [sign_colour(view.theme, step.product) for step in self.steps]
        self.strip = TermLine(view.theme, view.place.strip, view.product, p, 0, colours)
        self.lit: list[int] = []
        self.met: list[int] = []
        self.places = [tuple(place) for place in view.trace.windows.places[p].tolist()]

    def begin(self, run_time: float, before: WindowSum | None = None) -> Animation:
        """Return the coming of the window; what the one before left behind goes."""
        parts = [
            self.view.look_at(self.p, run_time),
            self.view.focus_on(self.p, run_time, None if before is None else before.p),
        ]
        if before is not None:
            parts.append(before.clear(run_time / 2))
        return AnimationGroup(*parts)

    def clear(self, run_time: float = SHORT) -> Animation:
        """Return the leaving of the terms and of the running sum."""
        gone = (self.strip.computed, self.chart)
        return AnimationGroup(*(FadeOut(part, run_time=run_time) for part in gone))

    def meet(self, k: int, run_time: float, *, shown: bool) -> Animation:
        """Return the two factors of term ``k`` on their way to each other."""
        y, x = self.places[k]
        pixel = self.view.picture.tile(y, x).number.copy()
        weight = self.view.kernel.all_tiles()[k].number.copy()
        return meet(self.strip, k, (pixel, weight), run_time, shown=shown)

    def product(self, k: int, run_time: float) -> Animation:
        """Return the coming of product ``k``, with the sign before it."""
        signs = self.strip.signs[k - 1 : k] if k else []
        return AnimationGroup(
            FadeIn(self.strip.products[k], scale=0.6, run_time=run_time),
            *(FadeIn(sign, run_time=run_time) for sign in signs),
        )

    def part(self, run_time: float) -> list[Animation]:
        """Return the going of the factors that have met, if they have no room to stay."""
        gone, self.met = self.met, []
        return [FadeOut(self.strip.factors[k], run_time=run_time) for k in gone]

    def grow(self, k: int, run_time: float) -> Animation:
        """Return the growth of the running sum by term ``k``."""
        return grow(self.chart, self.view.product, (self.p, 0), k, run_time=run_time)

    def light(self, k: int, run_time: float) -> Animation:
        """Return the two factors of term ``k`` coming into focus; the ones before go back."""
        back = self.rest(run_time)
        self.lit = [k]
        return AnimationGroup(*(tile.light(run_time) for tile in self._factors_of(k)), *back)

    def rest(self, run_time: float) -> list[Animation]:
        """Return the going back of the factors that are lit."""
        lit, self.lit = self.lit, []
        return [tile.rest(run_time) for k in lit for tile in self._factors_of(k)]

    def _factors_of(self, k: int) -> tuple[Tile, Tile]:
        return self.view.picture.tile(*self.places[k]), self.view.kernel.all_tiles()[k]

    def term(self, k: int, pace: float = 1.0) -> Iterator[Animation]:
        """Make term ``k``: the factors meet, and the sum moves on by their product."""
        yield self.light(k, SHORT * pace)
        yield AnimationGroup(self.meet(k, TRAVEL * pace, shown=True), *self.part(SHORT * pace))
        self.met = [k] if self.strip.place.crowded else []
        yield AnimationGroup(self.product(k, PRODUCT_TIME * pace), self.grow(k, RISE * pace))

    def terms(self, first: int, seconds: float) -> Animation:
        """Return all terms from ``first`` on in one wave, the sum growing bar by bar."""
        rest = range(first, len(self.steps))
        each, shown = seconds / (len(rest) + 2), self.strip.place.factors
        made = [AnimationGroup(self.product(k, each), self.grow(k, each)) for k in rest]
        return AnimationGroup(
            LaggedStart(*(self.meet(k, 2 * each, shown=shown) for k in rest), lag_ratio=0.5),
            Succession(Wait(run_time=2 * each), *made),
        )

    def finish(self, pace: float = 1.0) -> Iterator[Animation]:
        """Read the sum off, and drop it into its cell."""
        yield AnimationGroup(
            FadeIn(self.strip.equals, run_time=SHORT * pace),
            *self.part(SHORT * pace),
            ReplacementTransform(self.chart.total.copy(), self.strip.total, run_time=TRAVEL * pace),
        )
        cell = self.view.output[self.p]
        yield from arrive(cell, self.strip.total, self.steps[-1].partial, TRAVEL * pace)


def window_sums(view: ConvView) -> list[WindowSum]:
    """Return what makes the first outputs; they share the scale of their sums.

    One output is left to be made of a row, if there are several.
    """
    count = max(1, min(SLIDES, len(view.matmul.result) - 1))
    sums = view.matmul.partials[:count, 0].ravel().tolist()
    return [WindowSum(view, _chart(view, p, sums), p) for p in range(count)]


def row_after(sums: list[WindowSum]) -> int:
    """Return the window that becomes a row: the next one, or the only one that has been seen."""
    return len(sums) if len(sums) > 1 else 0


def _chart(view: ConvView, p: int, sums: list[int]) -> StepChart:
    products = view.matmul.products[p, 0].tolist()
    colours = [sign_colour(view.theme, product) for product in products]
    slots = view.place.strip.slots
    bar = min(BAR, BAR_SHARE * (slots[1] - slots[0])) if len(slots) > 1 else BAR
    return StepChart(view.theme, view.place.chart, slots, colours, sums, bar)


def slide(sums: list[WindowSum]) -> Iterator[Animation | str]:
    """Slide the window: the first sum slowly, the second briskly, the others in a sweep each."""
    first, *others = sums
    yield first.begin(WINDOW)
    yield FadeIn(first.chart.zero, run_time=SHORT)
    yield from first.term(0)
    yield NEXT_LINE
    several, many = (len(first.steps) > count for count in (1, 2))
    if several:
        yield from first.term(1, 0.6)
    yield AnimationGroup(*first.rest(SHORT), *([first.terms(2, FIRST_WAVE)] if many else []))
    yield from first.finish()
    yield NEXT_LINE
    before = first
    for other, pace in zip(others, PACES, strict=False):
        yield other.begin(WINDOW * pace, before)
        yield other.terms(0, WAVE * pace)
        yield from other.finish(pace)
        before = other
