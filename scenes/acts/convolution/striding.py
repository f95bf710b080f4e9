"""Striding: windows over a padded picture, each a thin row, of which a stride keeps a few."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from manim import Animation, AnimationGroup, FadeIn, FadeOut, LaggedStart, VMobject

from scenes.acts.convolution.results import fill_in
from scenes.acts.convolution.stride_view import StrideView
from scenes.kit.ground.frame import to_point
from scenes.kit.ground.motion import DRAW, SHORT, TRAVEL, animate, travel, wave
from scenes.kit.images.kernel_window import KernelWindow
from scenes.kit.stage.chapter import NEXT_LINE

SWEEP, FILL, STEP = 1.0, 0.7, 0.4  # seconds: all windows; all results; a step of the stride
STEPS = 3  # of the stride, that are seen before it is asked how many there are


class Stepping(Animation):
    """The window steps from place to place: ``steps`` are the positions, pixel by pixel."""

    def __init__(
        self, view: StrideView, outline: VMobject, steps: Sequence[int], **kwargs: Any
    ) -> None:
        super().__init__(outline, rate_func=lambda t: t, **kwargs)
        self.boxes = [view.window_box(p) for p in steps]

    def interpolate_mobject(self, alpha: float) -> None:
        """Stand where the share of the time says."""
        n = min(len(self.boxes) - 1, int(self.rate_func(alpha) * len(self.boxes)))
        self.mobject.move_to(to_point(*self.boxes[n].centre))


def pad(view: StrideView) -> Iterator[Animation]:
    """Let the picture come, and the padding around it, if there is any."""
    yield AnimationGroup(*(FadeIn(each, run_time=DRAW) for each in view.pixels))
    if view.rim:
        yield wave([FadeIn(tile, run_time=DRAW) for tile in view.rim], lag=0.02)


def step_everywhere(view: StrideView) -> Iterator[Animation | str]:
    """Let the window go everywhere, and lay down a thin row at each place."""
    window = KernelWindow(view.theme, view.window_box(0))
    yield FadeIn(window.outline, run_time=SHORT)
    rows = [FadeIn(strip, run_time=SWEEP / len(view.strips)) for strip in view.strips]
    yield AnimationGroup(
        Stepping(view, window.outline, range(len(rows)), run_time=SWEEP),
        LaggedStart(*rows, lag_ratio=1.0, run_time=SWEEP),
    )
    yield FadeIn(view.tally[0], run_time=DRAW)
    view.walker = window.outline


def stride(view: StrideView) -> Iterator[Animation | str]:
    """Ask how many windows the stride reaches; keep their rows, and let each become readable."""
    kept, walker = view.kept(), view.walker
    seen = kept[:STEPS]
    yield Stepping(view, walker, seen, run_time=STEP * len(seen))
    yield NEXT_LINE
    yield FadeOut(walker, run_time=SHORT)
    gone = [strip for p, strip in enumerate(view.strips) if p not in kept]
    yield AnimationGroup(
        *(animate(strip).set_fill(view.theme.line) for strip in gone),
        *(animate(view.strips[p]).set_fill(view.theme.muted) for p in kept),
        *(FadeIn(part, run_time=DRAW) for part in view.tally[1:]),
    )
    flights = [
        travel(view.strips[p].copy(), view.plate(row), TRAVEL / 1.4, arc=0)
        for row, p in enumerate(kept)
    ]
    yield LaggedStart(*flights, lag_ratio=min(0.1, 1 / len(flights)))
    tiles = [tile for row in view.sheet.rows for tile in row]
    yield AnimationGroup(*(FadeIn(part, run_time=DRAW) for part in (*tiles, view.sheet.brackets)))


def multiply_strided(view: StrideView) -> Iterator[Animation | str]:
    """Multiply the few rows by the same column, and fold their results."""
    yield NEXT_LINE
    yield AnimationGroup(
        *(FadeIn(part, run_time=DRAW) for part in (*view.column, *view.result, *view.brackets[1:]))
    )
    totals = view.matmul.result[:, 0].tolist()
    yield from fill_in(view.result, totals, FILL)
    outputs = view.outputs()
    flights = [travel(a, b, arc=0.15) for a, b in zip(view.result, outputs, strict=True)]
    yield AnimationGroup(
        LaggedStart(*flights, lag_ratio=min(0.08, 1 / len(flights))),
        FadeIn(view.output_label),
        FadeOut(view.brackets[2]),
    )
    best = totals.index(max(totals))
    yield AnimationGroup(
        FadeIn(view.window(best), run_time=TRAVEL / 2),
        outputs[best].to("focus"),
    )
