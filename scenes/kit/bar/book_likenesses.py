"""The likenesses of a recipe book: its bottles, and its mixtures in their glasses."""

from __future__ import annotations

from manim import VGroup

from mathcore import RecipeBook
from scenes.kit.bar.bottle import Bottle
from scenes.kit.bar.mixture_icon import mixture_icon
from scenes.kit.bar.silhouettes import height_beside
from scenes.kit.ground.frame import Box
from scenes.kit.ground.theme import Theme


class BookLikenesses:
    """Draws the ingredients and the mixtures of a book, for whoever shows its product."""

    def __init__(self, theme: Theme, book: RecipeBook) -> None:
        self.theme, self.book, self.signed = theme, book, book.free_weights

    def inner(
        self, k: int, *, height: float, x: float, floor: float, icon: bool = True,
        alive: bool = True,
    ) -> Bottle:  # fmt: skip
        """Return the bottle of ingredient ``k``."""
        ingredient = self.book.ingredients[k]
        return Bottle(
            self.theme, self.theme.hue(ingredient.hue), ingredient.bottle,
            height=height, x=x, floor=floor, icon=icon, alive=alive,
        )  # fmt: skip

    def inner_height(self, k: int, tallest: float) -> float:
        """Return how high bottle ``k`` is beside the tallest silhouette."""
        return height_beside(self.book.ingredients[k].bottle, tallest)

    def column(self, j: int, box: Box) -> VGroup:
        """Return mixture ``j`` in its glass, or as signed bars."""
        return mixture_icon(self.theme, self.book, j, box)
