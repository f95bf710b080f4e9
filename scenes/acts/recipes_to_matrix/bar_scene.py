"""The bar: shelf, counter, order cards and their glasses, in the places of its layout."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from mathcore import RecipeBook
from scenes.acts.recipes_to_matrix.bar_geometry import bar_place, running_shares
from scenes.acts.recipes_to_matrix.share_labels import BarLabels, ShareLabels
from scenes.acts.recipes_to_matrix.share_tally import ShareTally
from scenes.kit.bar.glass import Glass, SignedBars
from scenes.kit.bar.lamp import Lamp
from scenes.kit.bar.mixture_icon import layers_of
from scenes.kit.bar.order_card import OrderCard
from scenes.kit.bar.plank import Plank
from scenes.kit.bar.shelf import Shelf
from scenes.kit.ground.frame import Box
from scenes.kit.ground.theme import Theme

LABEL_ROOM = 0.12  # above the highest bar and below the lowest, of what they span
LAMP_WIDE = Box(60, -200, 1800, 1180)
LAMP_HIGH = Box(560, -420, 1700, 1240)


class Bar:
    """The bar's ``shelf``, ``counter``, ``cards``, and the ``vessels[j]`` beside ``cards[j]``.

    The cards come in spread out, as they are read there; the first pour asks for a stage.
    """

    def __init__(self, theme: Theme, book: RecipeBook, language: str) -> None:
        self.theme, self.book = theme, book
        self.place = bar_place(book, language)
        self.lamp, self.high_lamp = Lamp(theme, LAMP_WIDE), Lamp(theme, LAMP_HIGH)
        self.shelf = Shelf(theme, book, self.place.wide)
        self.high_shelf = Shelf(theme, book, self.place.shelf)
        self.counter = Plank(theme, self.place.counter)
        self.cards = [OrderCard(theme, book, place, language) for place in self.place.spread]
        self.vessels = [self.vessel(box) for box in self.place.served]
        self.sums = running_shares(book)

    @property
    def others(self) -> Sequence[OrderCard]:
        """The cards after the first."""
        return self.cards[1:]

    def vessel(self, box: Box) -> Glass | SignedBars:
        """Return an empty glass, or signed bars with room for every running sum."""
        empty = [(hue, 0.0) for hue, _ in layers_of(self.theme, self.book, 0)]
        if not self.book.free_weights:
            return Glass(self.theme, box, icon=True, layers=empty)
        shown = [float(share) for share in (0, 1, *running_shares(self.book).flat)]
        margin = LABEL_ROOM * (max(shown) - min(shown))
        span = (min(shown) - margin, max(shown) + margin)
        return SignedBars(self.theme, box, slots=len(empty), span=span, waterfall=True, icon=True)

    def pours(self, j: int) -> list[int]:
        """Return the ingredients of mixture ``j``; of signed ones also those that weigh nothing."""
        return [
            k for k, share in enumerate(self.book.shares[:, j]) if share or self.book.free_weights
        ]

    @cached_property
    def stage_tally(self) -> ShareTally:
        """The running total beside the first glass; first asked for when that is on its stage."""
        return ShareTally(self.theme, self.vessels[0], self.place.brace, self.place.total)

    @cached_property
    def stage_labels(self) -> BarLabels | ShareLabels:
        """The shares beside the first glass, when it stands on its stage."""
        full = self.vessel(self.place.glass)
        full.set_layers(layers_of(self.theme, self.book, 0))
        if isinstance(full, SignedBars):
            return BarLabels(self.theme, self.book, 0, full)
        return ShareLabels(self.theme, self.book, 0, full, self.place.labels)
