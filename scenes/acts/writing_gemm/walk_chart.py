"""A chart of walks: for each a bar of its fetches, matrix by matrix, and their total."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import VGroup, VMobject

from mathcore import CacheTrace
from scenes.acts.writing_gemm.bench_geometry import CHART, MATRICES
from scenes.acts.writing_gemm.matrices import hue_of
from scenes.kit.ground.frame import Box, stroke
from scenes.kit.ground.shapes import for_the_eye, rectangle
from scenes.kit.ground.sizes import CELL, LABEL
from scenes.kit.ground.text import Label, cap_centred
from scenes.kit.ground.theme import Theme
from scenes.kit.memory.live_count import LiveCount

PITCH, BAR, NAMES, WIDEST, GAP, EDGE = 84.0, 40.0, 128.0, 380.0, 18.0, 2.0  # pixels
HEAD = 34.0  # from the top to the baseline of what is counted
TINT = 0.5
REASON = "a bar, whose length is the number beside it"


class WalkRow(VGroup):
    """One walk: its name, its fetches of A, B and C as parts of a bar, and all of them.

    Parameters
    ----------
    name : str
        As it is written.
    source : str
        The name of the walk in the ledger.
    trace : CacheTrace
        What it fetches.
    row : int
        Its place in the chart, from the top.
    most : int
        The total whose bar is the longest.
    """

    def __init__(
        self, theme: Theme, name: str, source: str, trace: CacheTrace, row: int, most: int
    ) -> None:
        self.theme, self.trace, self.most, self.source = theme, trace, most, source
        y = CHART.y + HEAD + GAP + row * PITCH
        self.place = Box(CHART.x + NAMES, y, WIDEST, BAR)
        baseline = cap_centred(self.place.centre[1], LABEL)
        self.name_label = Label(name, LABEL, theme.ink, x=CHART.x, baseline=baseline)
        self.parts = VGroup(*(for_the_eye(VMobject(), REASON) for _ in MATRICES))
        dress_parts(theme, self.parts)
        self.total = LiveCount(
            trace.counts.sum(axis=1),
            f"total_{source}",
            size=CELL,
            colour=theme.ink,
            bold=True,
            x=self.place.x,
            baseline=cap_centred(self.place.centre[1], CELL),
        )
        super().__init__(self.name_label, self.parts, self.total)
        self.show_at(0)

    def show_at(self, accesses: int) -> WalkRow:
        """Let the bar be as long as the fetches are many."""
        end = stack(self.parts, self.place, self.trace.counts[accesses].tolist(), self.most)
        self.total.show_at(accesses)
        self.total.place(end + GAP, self.total.at[1])
        return self


def dress_parts(theme: Theme, parts: VGroup) -> None:
    """Give the parts of a bar the hues of the matrices."""
    for part, matrix in zip(parts, MATRICES, strict=True):
        hue = hue_of(theme, matrix)
        part.set_fill(theme.tint(hue.fill, TINT), opacity=1)
        part.set_stroke(hue.text, stroke(EDGE), opacity=1)


def stack(parts: VGroup, place: Box, counts: Sequence[int], most: int) -> float:
    """Draw the parts of a bar one after another, and return where they end."""
    x = place.x
    for part, count in zip(parts, counts, strict=True):
        wide = place.width * count / most
        part.set_points(_drawn(place, x, wide) if count else np.zeros((0, 3)))
        x += wide
    return x


def _drawn(place: Box, x: float, wide: float) -> np.ndarray:
    inset = EDGE / 2 if wide > 2 * EDGE else 0.0
    box = Box(x + inset, place.y, max(wide - 2 * inset, EDGE / 2), place.height)
    points: np.ndarray = rectangle(box, radius=min(4.0, box.width / 2)).points
    return points


def chart_head(theme: Theme, text: str) -> Label:
    """Return what stands above the chart: what is counted."""
    return Label(text, LABEL, theme.muted, x=CHART.x, baseline=CHART.y + HEAD)
