"""The running total beside the glass: a brace as high as the drink, and its number."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
from manim import Animation, VGroup

from scenes.acts.recipes_to_matrix.bar_geometry import TotalPlace
from scenes.kit.bar.glass import Glass, SignedBars
from scenes.kit.bar.liquid import draw, stroked
from scenes.kit.bar.pouring import Count
from scenes.kit.ground.text import Number, cap_centred
from scenes.kit.ground.theme import Theme
from scenes.kit.stage.claims import Claim

TICK = 9.0  # half the length of the brace's ends
NUMBER_GAP = 20.0
NOTHING = Claim("share_sum", (-1, 0))  # before the first share


class ShareTally(VGroup):
    """How much is in the glass so far; ``follow`` brings it level with the glass."""

    def __init__(
        self, theme: Theme, vessel: Glass | SignedBars, x: float, place: TotalPlace
    ) -> None:
        self.vessel, self.x, self.place = vessel, x, place
        self.brace = stroked(theme.focus, 4)
        self.number = Number(
            Fraction(0),
            place.size,
            theme.focus,
            percent=True,
            bold=True,
            anchor="right",
            x=place.right,
            claim=NOTHING,
        )
        super().__init__(self.brace, self.number)
        self.follow()

    def follow(self) -> ShareTally:
        """Span from the bottom to the level; the number stands at half the height, or above."""
        low, high = self.vessel.row_of(0), self.vessel.level
        ends = [[(self.x - TICK, row), (self.x + TICK, row)] for row in (low, high)]
        draw(
            self.brace,
            np.array([(self.x, low), (self.x, high)]),
            *map(np.array, ends),
            closed=False,
        )
        lowest, size = self.vessel.box.bottom - 20, self.place.size
        beside = min(lowest, cap_centred((low + high) / 2, size))
        above = self.place.above
        self.number.place(self.place.right, beside if above is None else above)
        return self


class TallyUp(Animation):
    """The total counts on while the glass fills."""

    def __init__(
        self, tally: ShareTally, start: Fraction, end: Fraction, claim: Claim, **kwargs: Any
    ) -> None:
        super().__init__(tally, **kwargs)
        self.tally = tally
        tally.number.claim = claim
        self.count = Count(tally.number, start, end)

    def interpolate_mobject(self, alpha: float) -> None:
        """Show what is in the glass after ``alpha`` of the time."""
        self.count.interpolate_mobject(self.rate_func(alpha))
        self.tally.follow()
