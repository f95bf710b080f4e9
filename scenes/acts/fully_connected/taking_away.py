"""Where the likeness ends: a glass only gains by pouring, a weight may be below zero."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from manim import FadeIn, FadeOut

from mathcore import RecipeBook, format_number
from scenes.acts.fully_connected.taught_network import TaughtNetwork
from scenes.kit.bar.glass import Glass
from scenes.kit.bar.signed_bars import SignedBars
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import DRAW, TRAVEL, appear, together, vanish
from scenes.kit.ground.text import Number, cap_centred
from scenes.kit.product.grid_geometry import least_width, numeral_size
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.motions import Motions

WIDE, HIGH = 200.0, 232.0  # pixels
GROWS = 0.5  # the drink comes out at this scale


class TakingAway:
    """The greatest weight of the first recipe is turned below zero: its edge is dashed."""

    def __init__(self, taught: TaughtNetwork, book: RecipeBook) -> None:
        self.taught, self.network = taught, taught.network
        recipe = taught.weights[:, 0]
        self.k = int(np.argmax(recipe if recipe.max() > 0 else np.abs(recipe)))
        self.weights = taught.weights.copy()
        self.weights[self.k, 0] *= -1
        parts = [
            [(hue, float(weight)) for hue, weight in zip(self.network.hues, column, strict=True)]
            for column in (recipe, self.weights[:, 0])
        ]
        every = [amount for column in parts for _, amount in column]
        box, theme, span = self._box(), self.network.theme, (min(0.0, *every), max(0.0, *every))
        self.bars = SignedBars(theme, box, entries=parts[1], span=span)
        self.drink = (
            SignedBars(theme, box, entries=parts[0], span=span)
            if taught.signed
            else Glass(theme, box, layers=parts[0])
        )
        self.number = self._number(-book.shares[self.k, 0])

    def _number(self, opposite: Fraction) -> Number:
        """Return the weight with its sign turned, exactly where its cell has room for that."""
        replay, theme = self.taught.replay, self.network.theme
        cell, printed = replay.matrix.cell(self.k, 0), format_number(opposite)
        exact = least_width([printed]) <= cell.box.width
        size = numeral_size([printed], cell.box.width, cell.box.height) if exact else replay.size
        x, y = cell.box.centre
        number = Number(
            opposite, min(size, cell.size), theme.ink, x=x, baseline=cap_centred(y, size),
            anchor="center", bold=True, places=None if exact else replay.places,
            claim=Claim("entry", (self.k, 0), "opposites"),
        )  # fmt: skip
        return number.set_z_index(1)

    def _box(self) -> Box:
        middle, down = self.taught.meter_box.centre
        return Box(middle - WIDE / 2, down - HIGH / 2, WIDE, HIGH)

    def take(self) -> Motions:
        """Show one drink larger than in its node, and turn one of its weights."""
        yield self.taught.opening.light(0, DRAW)
        yield FadeIn(self.drink, run_time=TRAVEL, scale=GROWS)
        yield NEXT_LINE
        gone = self.taught.replay.matrix.cell(self.k, 0).let_go()
        yield together(
            FadeOut(gone, run_time=DRAW),
            FadeIn(self.number, run_time=2 * DRAW),
            self.network.weigh(self.weights, 2 * DRAW),
            FadeOut(self.drink, run_time=DRAW),
        )
        yield appear(self.bars)

    def leave(self) -> Motions:
        """Make room for the run: all outputs are meant again."""
        yield vanish(self.bars, self.number)
        yield self.taught.opening.light_all()
