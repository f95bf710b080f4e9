"""Unrolling: a window becomes a row, the kernel a column, and they meet."""

from __future__ import annotations

from collections.abc import Iterator

from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
)

from scenes.acts.convolution.factors import meet
from scenes.acts.convolution.results import arrive
from scenes.acts.convolution.unrolled import Unrolled
from scenes.acts.convolution.window_sum import WindowSum
from scenes.kit.ground.motion import DRAW, SHORT, TRAVEL, travel
from scenes.kit.product.beam import Beam
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.sums.term_line import TermLine

LAG, MEETING = 0.06, 1.4


class Unrolling:
    """What is on stage while window ``p`` is a row: its light, its terms, its brackets."""

    def __init__(self, flat: Unrolled, p: int) -> None:
        self.flat, self.view, self.p = flat, flat.view, p
        self.beam: Beam = flat.beam(p)
        self.strip: TermLine = flat.strip(p)
        self.output_label = flat.output_label(p)
        self.brackets = flat.sheet.row_brackets(p)

    def play(self, last: WindowSum) -> Iterator[Animation | str]:
        """Unroll the window, then the kernel and the output; then row meets column."""
        view, flat = self.view, self.flat
        yield AnimationGroup(
            last.clear(),
            view.look_at(self.p, TRAVEL, tied=False),
            view.output[last.p].to("filled"),
        )
        yield AnimationGroup(fly_row(flat, self.p, TRAVEL, LAG), FadeIn(self.brackets))
        yield NEXT_LINE
        yield AnimationGroup(
            self._roll_kernel(),
            travel(view.kernel_label, flat.kernel_label()),
            FadeIn(flat.column_brackets),
        )
        yield AnimationGroup(
            self._roll_output(),
            travel(view.output_label, self.output_label),
            FadeIn(flat.result_brackets),
        )
        yield NEXT_LINE
        yield from self._meet()

    def _roll_kernel(self) -> Animation:
        """Return the kernel's weights on their way to a column, the last first."""
        pairs = list(zip(self.view.kernel.all_tiles(), self.flat.column, strict=True))
        return LaggedStart(*(travel(a, b, arc=0.2) for a, b in pairs), lag_ratio=LAG / TRAVEL)

    def _roll_output(self) -> Animation:
        """Return the output's cells on their way to a column, each with what it holds."""
        for old, new in zip(self.view.output, self.flat.result, strict=True):
            if old.number is not None:
                new.fill(old.number.value, "filled")
        pairs = zip(self.view.output, self.flat.result, strict=True)
        return LaggedStart(*(travel(a, b, arc=0.2) for a, b in pairs), lag_ratio=LAG / TRAVEL)

    def _meet(self) -> Iterator[Animation]:
        """Light row and column; let their entries meet, and their sum become the cell."""
        row, column, strip = self.flat.sheet.rows[self.p], self.flat.column, self.strip
        cell = self.flat.result[self.p]
        old = [cell.let_go()] if cell.number is not None else []
        gone = [FadeOut(number) for number in old]
        yield AnimationGroup(FadeIn(self.beam), cell.to("focus"), *gone, run_time=DRAW)
        each = MEETING / (len(row) + 3)
        meetings = [
            meet(strip, k, (a.number.copy(), b.number.copy()), 4 * each, shown=strip.place.factors)
            for k, (a, b) in enumerate(zip(row, column, strict=True))
        ]
        yield LaggedStart(*meetings, lag_ratio=0.25)
        yield LaggedStart(
            *(FadeIn(part, run_time=SHORT) for part in (*strip.products, *strip.signs)),
            FadeIn(strip.equals, strip.total, run_time=SHORT),
            lag_ratio=0.1,
        )
        yield from arrive(cell, strip.total, strip.steps[-1].partial, TRAVEL)

    def clear(self) -> Animation:
        """Return the leaving of the light and the terms; the cell has been made."""
        return AnimationGroup(
            FadeOut(self.beam, run_time=SHORT),
            FadeOut(self.strip.computed, run_time=SHORT),
            self.flat.result[self.p].to("filled"),
        )


def fly_row(flat: Unrolled, p: int, run_time: float, lag: float) -> Animation:
    """Return copies of the pixels under window ``p`` on their way into row ``p``."""
    places = flat.view.trace.windows.places[p].tolist()
    tiles = [flat.view.picture.tile(*place).copy() for place in places]
    flights = [
        travel(tile, target, run_time, arc=0.2)
        for tile, target in zip(tiles, flat.sheet.rows[p], strict=True)
    ]
    return LaggedStart(*flights, lag_ratio=lag / run_time)
