"""Rows through all channels, a column for every kernel, and an output channel for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from manim import Animation, AnimationGroup, FadeIn, FadeOut, LaggedStart

from scenes.acts.convolution.channel_sum import LAG, ChannelSum
from scenes.acts.convolution.channel_view import ChannelView
from scenes.acts.convolution.results import fill_in
from scenes.kit.ground.motion import DRAW, SHORT, TRAVEL, travel
from scenes.kit.stage.chapter import NEXT_LINE

STREAM, BRISK = 1.9, 1.0  # seconds: all products of the first sum, of the second
ROW_TIME, ALL_ROWS, FILL = 0.4, 1.0, 0.7  # seconds: a row, all rows at most, all results
FALL = 0.6  # radians: the pixels fall first, clear of the kernels


def fly(view: ChannelView, p: int, run_time: float, lag: float = LAG) -> Animation:
    """Return the pixels under the window, of all channels, on their way into row ``p``."""
    places = view.trace.windows.places[p].tolist()
    tiles = [each.tile(*place) for each in view.maps for place in places]
    flights = [
        travel(tile.copy(), target, run_time, arc=FALL)
        for tile, target in zip(tiles, view.sheet.rows[p], strict=True)
    ]
    return LaggedStart(*flights, lag_ratio=lag)


def show(view: ChannelView) -> Iterator[Animation]:
    """Let the channels and the kernels appear; all kernels but the first step back.

    Where there is room for one at a time, the others are yet to come.
    """
    first, *others = view.kernels[:1] if view.place.upper.in_turn else view.kernels
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
    if len(view.maps) > 1:
        yield NEXT_LINE
        yield from first.explain()
    yield from first.finish()


def more_kernels(sums: Sequence[ChannelSum]) -> Iterator[Animation | str]:
    """Let every kernel become a column, then every window a row."""
    last = sums[0]
    for after in sums[1:2]:
        yield from next_kernel(last, after)
        last = after
    yield from further_kernels(sums)
    yield from every_row(last)


def next_kernel(before: ChannelSum, after: ChannelSum) -> Iterator[Animation | str]:
    """Let the next kernel become the next column, and make the next sum of the first row."""
    view = before.view
    cell = view.result[0][after.o]
    yield AnimationGroup(
        *before.clear(),
        view.result[0][before.o].to("filled"),
        *come_forward(view, before.o, after.o),
    )
    brackets = [] if before.o else [FadeIn(view.column_brackets)]
    yield AnimationGroup(after.roll(), FadeIn(view.heads[after.o]), *brackets)
    yield AnimationGroup(FadeIn(after.beam), FadeIn(cell), FadeIn(after.chart.zero), run_time=DRAW)
    yield cell.to("focus")
    yield after.stream(BRISK)
    yield from after.finish(TRAVEL / 2)


def further_kernels(sums: Sequence[ChannelSum]) -> Iterator[Animation]:
    """Let the kernels after the second become columns, each in one go; their sums are yet to come.

    There may be none.
    """
    for before, after in pairwise(sums[1:]):
        view = before.view
        head, cell = view.heads[after.o], view.result[0][after.o]
        yield AnimationGroup(*come_forward(view, before.o, after.o), run_time=DRAW)
        yield AnimationGroup(after.roll(TRAVEL / 2), FadeIn(head), FadeIn(cell), run_time=TRAVEL)


def come_forward(view: ChannelView, old: int, new: int) -> list[Animation]:
    """Return the coming of kernel ``new``: out of the background, or in the place of the old."""
    name = FadeIn(view.kernel_names[new], run_time=DRAW)
    if view.place.upper.in_turn:
        past = (*view.kernels[old], view.kernel_names[old])
        gone = [FadeOut(part, run_time=SHORT) for part in past]
        return [*gone, name, *(FadeIn(part) for part in view.kernels[new])]
    return [name, *(tile.rest() for part in view.kernels[new] for tile in part.all_tiles())]


def every_row(before: ChannelSum) -> Iterator[Animation | str]:
    """Let the other windows become rows, fill all results, and fold every column.

    The first of them comes briskly, the rest in a sweep.
    """
    view = before.view
    yield NEXT_LINE
    yield AnimationGroup(
        *before.clear(),
        view.result[0][before.o].to("filled"),
        travel(view.row_brackets, view.sheet.brackets, arc=0),
        FadeIn(view.result_brackets),
        *([] if before.o else [FadeIn(view.column_brackets)]),
    )
    others = len(view.sheet.rows) - 1
    for p in range(1, others + 1):
        pace, lag = (ROW_TIME, LAG) if p == 1 else (min(ROW_TIME / 2, ALL_ROWS / others), 0.0)
        yield move_windows(view, p, pace / 2)
        cells = [FadeIn(cell, run_time=min(SHORT, pace)) for cell in view.result[p]]
        yield AnimationGroup(fly(view, p, pace, lag), *cells)
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
    """Fill the results that are yet to come in a wave."""
    totals = view.matmul.result.ravel().tolist()
    cells = [cell for row in view.result for cell in row]
    waiting = [k for k, cell in enumerate(cells) if cell.state != "filled"]
    if waiting:
        yield from fill_in([cells[k] for k in waiting], [totals[k] for k in waiting], FILL)


def fold_columns(view: ChannelView) -> Iterator[Animation]:
    """Fold every column of the results into an output channel of its kernel's name."""
    flights: list[Animation] = []
    for o, head in enumerate(view.heads):
        column = [row[o] for row in view.result]
        flights += [
            travel(cell, target, arc=0.2)
            for cell, target in zip(column, view.outputs(o), strict=True)
        ]
        flights.append(travel(head.copy(), view.output_name(o), arc=0.2))
    yield AnimationGroup(
        LaggedStart(*flights, lag_ratio=min(2 * LAG, 1 / len(flights))),
        FadeOut(view.result_brackets, run_time=SHORT),
    )
