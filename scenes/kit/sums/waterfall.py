"""A waterfall: every product a bar that begins where the one before it ended.

Up and blue is for, down and orange is against; the end of the line is the whole sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from manim import Animation, VGroup, VMobject, linear

from scenes.kit.ground.frame import to_point
from scenes.kit.ground.shapes import for_the_eye, path, rectangle
from scenes.kit.ground.text import Number
from scenes.kit.ground.theme import Theme
from scenes.kit.stage.claims import Claim
from scenes.kit.sums.waterfall_geometry import WaterfallPlace

LEVEL, ZERO = 3.0, 2.4  # stroke widths
LEAST = 1.5  # pixels: a lower bar is nothing but the line


class Waterfall(VGroup):
    """The bars, the line that carries the sum, and the zero line; ``show`` tells how many bars.

    ``total`` is a numeral elsewhere that always reads the sum so far; ``claims[k]`` says what it
    is after bar ``k``.

    Parameters
    ----------
    place : WaterfallPlace
        K bars, in pixels: see :func:`waterfall_place`.
    sums : sequence of (K,) numbers, optional
        The running sums, exact, for ``total``.
    claims : sequence of (K,) Claim, optional
        What they are.
    total : Number, optional
        It is changed while the bars come.
    """

    def __init__(
        self,
        theme: Theme,
        place: WaterfallPlace,
        *,
        sums: Sequence[float | Fraction] = (),
        claims: Sequence[Claim] = (),
        total: Number | None = None,
    ) -> None:
        self.theme, self.place, self.total = theme, place, total
        self.sums, self.claims = list(sums), list(claims)
        row = place.row_of(0.0)
        self.zero = path([(place.box.x, row), (place.box.right, row)], theme.muted, ZERO)
        self.bars = VGroup(*map(self._bar, range(len(place.sums))))
        self.line = path([(place.box.x, row), (place.box.x, row)], theme.ink, LEVEL)
        super().__init__(self.zero, self.bars, self.line)
        self.show_bars(0.0)

    def show_bars(self, count: float) -> Waterfall:
        """Show the first ``count`` bars, the last of them in part, and their sum."""
        for k, bar in enumerate(self.bars):
            self._draw(k, bar, min(1.0, max(0.0, count - k)))
        points = self.place.level(count)
        if len(points) < 2:
            points = [points[0], points[0]]
        self.line.set_points_as_corners([np.array(to_point(*point)) for point in points])
        done = int(count + 1e-6)
        if self.total is not None and done:
            self.total.claim = self.claims[done - 1]
            self.total.set_value(self.sums[done - 1])
        return self

    def _bar(self, k: int) -> VMobject:
        up = self.place.sums[k] > self.place.before(k)
        hue = self.theme.plus if up else self.theme.minus
        return VMobject(fill_color=hue, fill_opacity=1, stroke_width=0)

    def _draw(self, k: int, bar: VMobject, grown: float) -> None:
        box = self.place.bar(k, grown)
        if box.height < LEAST:
            bar.clear_points()
            return
        bar.set_points(rectangle(box, radius=min(3.0, box.height / 3)).points)
        for_the_eye(bar, "a small product" if box.height < 6 else "")


class Cascade(Animation):
    """The bars come one after another, and the sum reads along."""

    def __init__(self, waterfall: Waterfall, start: float, end: float, **kwargs: Any) -> None:
        kwargs.setdefault("rate_func", linear)
        super().__init__(waterfall, **kwargs)
        self.waterfall, self.start_count, self.end_count = waterfall, start, end

    def interpolate_mobject(self, alpha: float) -> None:
        """Show as many bars as have come."""
        share = self.rate_func(alpha)
        self.waterfall.show_bars(self.start_count + (self.end_count - self.start_count) * share)
