"""A glass that is filled layer upon layer in one go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from manim import Animation, linear

from scenes.kit.bar.glass import Glass, SignedBars
from scenes.kit.bar.liquid import Entry


class FillUp(Animation):
    """The layers ``start`` to ``end`` of a glass rise one after another."""

    def __init__(
        self,
        vessel: Glass | SignedBars,
        layers: Sequence[Entry],
        start: int,
        end: int,
        **kwargs: Any,
    ) -> None:
        super().__init__(vessel, rate_func=linear, **kwargs)
        self.vessel = vessel
        self.layers, self.first, self.last = layers, start, end

    def interpolate_mobject(self, alpha: float) -> None:
        """Fill as far as it is after ``alpha`` of the time."""
        done = self.first + self.rate_func(alpha) * (self.last - self.first)
        shares = [
            share * float(np.clip(done - k, 0, 1)) for k, (_, share) in enumerate(self.layers)
        ]
        self.vessel.set_layers(
            [(hue, share) for (hue, _), share in zip(self.layers, shares, strict=True)]
        )


def emptied(vessel: Glass | SignedBars) -> Glass | SignedBars:
    """Empty a glass before it is filled again.

    Parameters
    ----------
    vessel : Glass or SignedBars
        It is changed, and returned; its hues stay.
    """
    return vessel.set_layers([(hue, 0.0) for hue, _ in vessel.layers])
