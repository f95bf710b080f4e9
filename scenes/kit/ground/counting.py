"""Numerals that count together from one value to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from manim import Animation, VGroup, linear

from mathcore.numerals import most_places
from scenes.kit.ground.text import Number
from scenes.kit.stage.claims import Claim


@dataclass(frozen=True)
class Counted:
    """A numeral, where it starts, where it ends, and what it is then."""

    number: Number
    before: float | Fraction
    after: float | Fraction
    claim: Claim


class Count(Animation):
    """All numerals count at once; only at the end each is printed as what it claims to be."""

    def __init__(self, counted: Sequence[Counted], **kwargs: Any) -> None:
        kwargs.setdefault("rate_func", linear)
        super().__init__(VGroup(*(each.number for each in counted)), **kwargs)
        self.counted = list(counted)

    def interpolate_mobject(self, alpha: float) -> None:
        """Show every numeral on its way, with a fixed number of places so that none dances."""
        done = self.rate_func(alpha)
        part = Fraction(done).limit_denominator(1000)
        for each in self.counted:
            each.number.claim = each.claim
            if done >= 1 or each.before == each.after:
                each.number.set_value(each.after)
            else:
                now = each.before + (each.after - each.before) * part
                each.number.set_value(now, places_of(each.before, each.after))


def places_of(*values: float | Fraction) -> int:
    """Return how many places hold every one of the values."""
    return most_places(*values)
