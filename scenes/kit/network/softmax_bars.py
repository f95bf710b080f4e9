"""Softmax: scores as bars of one whole, with their percentages under them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from manim import Animation, VGroup, VMobject, smooth

from scenes.kit.ground.shapes import for_the_eye, path, rectangle
from scenes.kit.ground.sizes import SMALL
from scenes.kit.ground.text import Number
from scenes.kit.ground.theme import Theme
from scenes.kit.network.softmax_bars_geometry import SharesPlace
from scenes.kit.stage.claims import Claim

FLOOR, RADIUS = 2.4, 6.0


class SoftmaxBars(VGroup):
    """A bar a share on one floor; ``best`` is in the focus, the others are muted.

    Parameters
    ----------
    place : SharesPlace
        From :func:`shares_place`, in pixels.
    shares : sequence of (n,) float
        From 0 to 1: how high each bar is.
    percents : sequence of (n,) Fraction
        The shares as they are printed: together they are 1.
    claims : sequence of (n,) Claim
        What each of the printed ones is.
    places : int
        How many decimals the percentages have.
    best : int
        Which one is meant.
    """

    def __init__(
        self,
        theme: Theme,
        place: SharesPlace,
        shares: Sequence[float],
        percents: Sequence[Fraction],
        claims: Sequence[Claim],
        *,
        places: int,
        best: int,
    ) -> None:
        self.theme, self.place, self.shares, self.best = theme, place, list(shares), best
        left, right, row = place.floor
        self.floor = path([(left, row), (right, row)], theme.muted, FLOOR)
        self.bars = VGroup(*map(self._bar, range(len(self.shares))))
        self.percents = VGroup(
            *(
                Number(
                    percent,
                    SMALL,
                    self.theme.focus if n == best else self.theme.muted,
                    percent=True,
                    places=places,
                    x=place.middles[n],
                    baseline=place.baseline,
                    anchor="center",
                    bold=n == best,
                    claim=claims[n],
                )
                for n, percent in enumerate(percents)
            )
        )
        super().__init__(self.floor, self.bars)
        self.grow_to(1.0)

    def grow_to(self, grown: float) -> SoftmaxBars:
        """Show the bars at a part of their height."""
        for n, bar in enumerate(self.bars):
            box = self.place.bar(n, self.shares[n] * grown)
            bar.set_points(rectangle(box, radius=min(RADIUS, box.height / 2)).points)
            for_the_eye(bar, "a share of next to nothing" if box.height < FLOOR else "")
        return self

    def _bar(self, n: int) -> VMobject:
        hue = self.theme.focus if n == self.best else self.theme.muted
        return VMobject(fill_color=hue, fill_opacity=1, stroke_width=0)


class Grow(Animation):
    """The bars rise from their floor together."""

    def __init__(self, bars: SoftmaxBars, **kwargs: Any) -> None:
        kwargs.setdefault("rate_func", smooth)
        super().__init__(bars, **kwargs)
        self.bars = bars

    def interpolate_mobject(self, alpha: float) -> None:
        """Show them at the height that they have reached."""
        self.bars.grow_to(self.rate_func(alpha))
