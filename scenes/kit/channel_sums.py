"""Sums over all channels: one row, one column, one cell; and a column for every kernel."""

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

from scenes.kit import lettering
from scenes.kit.beam import Beam
from scenes.kit.channel_view import OF, ChannelView
from scenes.kit.claims import Claim
from scenes.kit.layout.channels import SUMS
from scenes.kit.motion import DRAW, SHORT, TRAVEL, travel, wave
from scenes.kit.shapes import Sign
from scenes.kit.sizes import SMALL
from scenes.kit.stage import NEXT_LINE
from scenes.kit.step_chart import Grow, StepChart
from scenes.kit.term_strip import TermStrip
from scenes.kit.text import Label, Number
from scenes.kit.tile import Tile

LAG, BAR = 0.025, 34.0
STREAM, BRISK = 2.4, 1.2  # seconds: all products of the first sum, of the second
ROW_TIME = 0.4
NAME_SPACE = 12.0


class ChannelSum:
    """All that takes part when the first window meets kernel ``o``."""

    def __init__(self, view: ChannelView, o: int) -> None:
        self.view, self.o, place = view, o, view.place
        self.steps = view.matmul.entry(0, o)
        hues = [view.hues[view.hue_of(step.k)] for step in self.steps]
        sums = view.matmul.partials[0].ravel().tolist()
        self.strip = TermStrip(
            view.theme, place.strip, self.steps, [hue.text for hue in hues], (0, o), OF
        )
        self.chart = StepChart(
            view.theme, place.chart, place.strip.slots, [hue.fill for hue in hues], sums, BAR
        )
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
        self.explained = False

    def _sum_of(self, c: int) -> VGroup:
        """Return the part that one channel adds, with its name, under its bars."""
        view = self.view
        part = sum(step.product for step in self.steps if view.hue_of(step.k) == c)
        name, colour = view.channel_names[c].text, view.hues[c].text
        number = Number(
            part, SMALL, colour, bold=True, claim=Claim("entry", (0, self.o, c), "channel_sums")
        )
        wide = lettering.width(name, SMALL) + NAME_SPACE
        whole = wide + lettering.width(number.text, SMALL, bold=True)
        x = view.place.part(c).centre[0] - whole / 2
        number.place(x + wide, SUMS)
        return VGroup(Label(name, SMALL, colour, x=x, baseline=SUMS), number)

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
            lag_ratio=LAG,
        )

    def stream(self, seconds: float) -> Animation:
        """Return all products in one stream, the sum growing bar by bar."""
        each = seconds / len(self.steps)
        return Succession(
            *(
                AnimationGroup(
                    FadeIn(self.strip.products[k], run_time=each),
                    Grow(self.chart, self.steps, k, Claim("partial", (0, self.o, k), OF)),
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
        arrived = cell.numeral(self.steps[-1].partial)
        yield ReplacementTransform(self.chart.total.copy(), arrived, run_time=run_time)
        cell.take(arrived)

    def clear(self) -> list[Animation]:
        """Return the leaving of the products, the sums and the light."""
        explained = [self.sums, self.equals, self.total] if self.explained else []
        parts = (self.chart, VGroup(*self.strip.products), self.beam, *explained)
        return [FadeOut(part, run_time=SHORT) for part in parts]


def _from_behind(tile: Tile) -> VMobject:
    """Return a copy of a tile's ground that leaves without covering its numeral."""
    ground: VMobject = tile[0].copy()
    return ground.set_z_index(-1)


def fly(view: ChannelView, p: int, run_time: float) -> Animation:
    """Return the pixels under the window, of all channels, on their way into row ``p``."""
    places = view.trace.windows.places[p].tolist()
    tiles = [each.tile(*place) for each in view.maps for place in places]
    flights = [
        travel(tile.copy(), target, run_time, arc=0.15)
        for tile, target in zip(tiles, view.sheet.rows[p], strict=True)
    ]
    return LaggedStart(*flights, lag_ratio=LAG)


def show(view: ChannelView) -> Iterator[Animation]:
    """Let the channels and the kernels appear; all kernels but the first step back."""
    first, *others = view.kernels
    for each in others:
        for part in each:
            for tile in part.all_tiles():
                tile.become(tile.dimmed())
    parts = [*view.maps, *view.channel_names, *view.kernel_names[:1], *first]
    rest = [part for each in others for part in each]
    yield AnimationGroup(*(FadeIn(part, run_time=DRAW) for part in (*parts, *rest)))


def reach_through(first: ChannelSum) -> Iterator[Animation | str]:
    """Let a window of all channels become one row, and be summed by one kernel."""
    view = first.view
    windows = view.windows(0)
    view.seen = windows
    yield AnimationGroup(*(FadeIn(each, run_time=DRAW) for each in windows))
    yield AnimationGroup(fly(view, 0, TRAVEL), FadeIn(view.row_brackets))
    yield NEXT_LINE
    yield AnimationGroup(first.roll(), FadeIn(view.heads[first.o]))
    cell = view.result[0][first.o]
    yield AnimationGroup(FadeIn(first.beam), FadeIn(cell), FadeIn(first.chart.zero), run_time=DRAW)
    yield cell.to("focus")
    yield first.stream(STREAM)
    yield NEXT_LINE
    yield from first.explain()
    yield from first.finish()


def second_kernel(before: ChannelSum, after: ChannelSum) -> Iterator[Animation | str]:
    """Let the second kernel become a second column, and make the second sum of the first row."""
    view = before.view
    tiles = [tile for part in view.kernels[after.o] for tile in part.all_tiles()]
    cell = view.result[0][after.o]
    yield AnimationGroup(
        *before.clear(),
        view.result[0][before.o].to("filled"),
        *(tile.rest() for tile in tiles),
        FadeIn(view.kernel_names[after.o]),
    )
    yield AnimationGroup(after.roll(), FadeIn(view.heads[after.o]), FadeIn(view.column_brackets))
    yield AnimationGroup(FadeIn(after.beam), FadeIn(cell), FadeIn(after.chart.zero), run_time=DRAW)
    yield cell.to("focus")
    yield after.stream(BRISK)
    yield from after.finish(TRAVEL / 2)


def every_row(before: ChannelSum) -> Iterator[Animation | str]:
    """Let the other windows become rows, fill all results, and fold every column."""
    view = before.view
    yield NEXT_LINE
    yield AnimationGroup(
        *before.clear(),
        view.result[0][before.o].to("filled"),
        travel(view.row_brackets, view.sheet.brackets, arc=0),
        FadeIn(view.result_brackets),
    )
    for p in range(1, len(view.sheet.rows)):
        yield move_windows(view, p, ROW_TIME / 2)
        cells = [FadeIn(cell, run_time=SHORT) for cell in view.result[p]]
        yield AnimationGroup(fly(view, p, ROW_TIME), *cells)
    yield from fill_rows(view)
    yield NEXT_LINE
    yield from fold_columns(view)


def move_windows(view: ChannelView, p: int, run_time: float) -> Animation:
    """Return the windows of all channels on their way to position ``p``."""
    before, view.seen = view.seen, view.windows(p)
    return AnimationGroup(
        *(new.come(old, run_time) for old, new in zip(before, view.seen, strict=True))
    )


def fill_rows(view: ChannelView) -> Iterator[Animation]:
    """Fill the results of all rows after the first in a wave."""
    waiting = [
        (cell, view.matmul.result[p, o].item())
        for p, row in enumerate(view.result)
        for o, cell in enumerate(row)
        if cell.number is None
    ]
    numbers = [cell.copy_in("filled", total).number for cell, total in waiting]
    yield LaggedStart(
        *(
            AnimationGroup(cell.to("filled"), FadeIn(number, run_time=SHORT))
            for (cell, _), number in zip(waiting, numbers, strict=True)
        ),
        lag_ratio=0.4,
    )
    for (cell, _), number in zip(waiting, numbers, strict=True):
        cell.take(number)


def fold_columns(view: ChannelView) -> Iterator[Animation]:
    """Fold every column of the results into an output channel of its kernel's name."""
    flights = []
    for o, head in enumerate(view.heads):
        column = [row[o] for row in view.result]
        flights += [
            travel(cell, target, arc=0.2)
            for cell, target in zip(column, view.outputs(o), strict=True)
        ]
        flights.append(travel(head.copy(), view.output_name(o), arc=0.2))
    yield AnimationGroup(
        LaggedStart(*flights, lag_ratio=LAG * 2), FadeOut(view.result_brackets, run_time=SHORT)
    )
    yield FadeIn(view.shape(), run_time=DRAW)
