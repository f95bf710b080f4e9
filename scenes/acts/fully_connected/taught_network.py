"""The product of an example as a network, and the run that learns its weights."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from manim import Animation

from mathcore import RecipeBook, learn_recipes
from scenes.acts.fully_connected.as_network import AsNetwork
from scenes.acts.fully_connected.learning_replay import LearningReplay
from scenes.acts.fully_connected.taught_network_geometry import learning_place
from scenes.kit.bar.book_likenesses import BookLikenesses
from scenes.kit.bar.book_product import book_product
from scenes.kit.ground.motion import vanish
from scenes.kit.ground.theme import Theme
from scenes.kit.network.error_meter import PLACES, ErrorMeter
from scenes.kit.network.network import Network
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.product_view import ProductView
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.numeral import Numeral


class TaughtNetwork:
    """All parts of it: ``product`` becomes ``network``; ``replay`` is how its weights are learned.

    ``label(name)`` gives the short texts ``error`` and ``step``.
    """

    def __init__(
        self, theme: Theme, book: RecipeBook, language: str, label: Callable[[str], str]
    ) -> None:
        product, likenesses = book_product(book), BookLikenesses(theme, book)
        run = learn_recipes(book.shares.astype(float))
        self.signed, self.weights = book.free_weights, book.shares.astype(float)
        self.product = ProductView(theme, product, language, likenesses)
        self.falk = FalkView(theme, product, language, rows=1, likenesses=likenesses)
        places = learning_place(self.falk.place)
        heaviest = float(np.abs(run.weights).max())
        self.meter_box = places.meter
        hues = product.hues(theme)
        self.network = Network(theme, hues, places.network, self.weights, heaviest, likenesses)
        last = run.settled(PLACES)
        shown = run.losses[: last + 1]
        self.meter = ErrorMeter(theme, places.meter, shown, label("error"), label("step"))
        self.replay = LearningReplay(run, self.falk.matrix, self.network, self.meter, last)
        self.opening = AsNetwork(self.product, self.falk, self.network)

    @property
    def tastings(self) -> Numeral:
        """How many tastings it learns from."""
        return Numeral(len(self.replay.run.inputs), Claim("entry", (0,), "tasted"))

    def leave(self) -> Iterator[Animation]:
        """Make room for what comes next."""
        falk = self.falk
        yield vanish(
            falk.matrix, falk.column_heads, falk.row_heads, self.replay, self.network, self.meter
        )
