"""A row of the clock's table: a walk, what it fetches, and how long it takes a real machine."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from manim import Animation, VGroup, VMobject, linear

from scenes.acts.writing_gemm.bench_geometry import MATRICES
from scenes.acts.writing_gemm.clock_geometry import ClockPlace
from scenes.acts.writing_gemm.walk_chart import GAP, REASON, WalkRow, dress_parts, stack
from scenes.kit.ground.counting import places_of
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import TRAVEL, together, travel
from scenes.kit.ground.shapes import for_the_eye, rectangle
from scenes.kit.ground.sizes import CELL, LABEL
from scenes.kit.ground.text import Label, Number, cap_centred
from scenes.kit.ground.theme import Theme
from scenes.kit.memory.moving import OfTheTime
from scenes.kit.stage.claims import Claim

RADIUS = 4.0  # pixels


def row_name(theme: Theme, name: str, place: ClockPlace, x: float) -> Label:
    """Return the name of a row, at its left."""
    return Label(name, LABEL, theme.ink, x=x, baseline=cap_centred(place.middle, LABEL))


class CountedRow(VGroup):
    """A walk in the table: its name, the bar of its fetches, and all of them.

    Parameters
    ----------
    before : WalkRow
        The same in the chart, from where it comes.
    claim : Claim
        What the total is.
    x : float
        Pixels: where the name begins.
    """

    def __init__(
        self, theme: Theme, before: WalkRow, place: ClockPlace, claim: Claim, x: float
    ) -> None:
        self.before = before
        self.parts = VGroup(*(for_the_eye(VMobject(), REASON) for _ in MATRICES))
        dress_parts(theme, self.parts)
        counts = before.trace.counts[-1].tolist()
        end = stack(self.parts, place.counted, counts, before.most)
        self.total = Number(
            sum(counts),
            CELL,
            theme.ink,
            bold=True,
            x=end + GAP,
            baseline=cap_centred(place.middle, CELL),
            claim=claim,
        )
        self.name_label = row_name(theme, before.name_label.text, place, x)
        super().__init__(self.name_label, self.parts, self.total)

    def arrive(self) -> Animation:
        """Return its coming from the chart."""
        before = self.before
        pairs = (
            (before.name_label, self.name_label),
            (before.parts, self.parts),
            (before.total, self.total),
        )
        return together(*(travel(old, new, TRAVEL, 0.0) for old, new in pairs))


class ClockBar(VGroup):
    """The seconds of one walk: a bar as long as they are many, and their number.

    Parameters
    ----------
    seconds, most : Fraction
        Its own, and those of the longest bar.
    claim : Claim
        What the number is.
    """

    def __init__(
        self, theme: Theme, place: ClockPlace, seconds: Fraction, most: Fraction, claim: Claim
    ) -> None:
        self.place, self.seconds, self.most = place.timed, seconds, most
        self.bar = for_the_eye(VMobject(), REASON)
        self.bar.set_fill(theme.muted, opacity=1).set_stroke(width=0)
        self.number = Number(
            seconds,
            CELL,
            theme.ink,
            bold=True,
            x=self.place.x,
            baseline=cap_centred(place.middle, CELL),
            claim=claim,
        )
        super().__init__(self.bar, self.number)
        self.show_at(Fraction(0))

    def show_at(self, time: Fraction) -> ClockBar:
        """Show how far the clock has come: it stops where the walk is over."""
        now = min(time, self.seconds)
        wide = self.place.width * float(now / self.most)
        box = Box(self.place.x, self.place.y, wide, self.place.height)
        drawn = rectangle(box, radius=min(RADIUS, wide / 2)).points
        self.bar.set_points(drawn if wide else np.zeros((0, 3)))
        self.number.at = (self.place.x + wide + GAP, self.number.at[1])
        if now == self.seconds:
            self.number.set_value(self.seconds)
        else:
            self.number.set_value(now, places_of(self.seconds))
        return self


class Timing(OfTheTime):
    """All clocks run at once, and each stops when its walk is over."""

    def __init__(self, bars: Sequence[ClockBar], **kwargs: Any) -> None:
        super().__init__(VGroup(*bars), rate_func=linear, **kwargs)
        self.bars = list(bars)

    def interpolate_mobject(self, alpha: float) -> None:
        """Show the time that has passed, as a part of the longest."""
        part = Fraction(self.rate_func(alpha)).limit_denominator(1000)
        for bar in self.bars:
            bar.show_at(bar.most * part)
