"""Rows through all channels, a column for every kernel, and an output channel for each."""

from __future__ import annotations

from collections.abc import Iterator

from manim import Animation, AnimationGroup, FadeIn, FadeOut, LaggedStart

from scenes.acts.convolution.channel_sum import LAG, ChannelSum
from scenes.acts.convolution.channel_view import ChannelView
from scenes.kit.ground.motion import DRAW, SHORT, TRAVEL, travel
from scenes.kit.stage.chapter import NEXT_LINE

STREAM, BRISK = 1.9, 1.0  # seconds: all products of the first sum, of the second
ROW_TIME = 0.4
FALL = 0.6  # radians: the pixels fall first, clear of the kernels


def fly(view: ChannelView, p: int, run_time: float) -> Animation:
    """Return the pixels under the window, of all channels, on their way into row ``p``."""
    places = view.trace.windows.places[p].tolist()
    tiles = [each.tile(*place) for each in view.maps for place in places]
    flights = [
        travel(tile.copy(), target, run_time, arc=FALL)
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
    numbers = [cell.copy_in("filled", total).written for cell, total in waiting]
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
