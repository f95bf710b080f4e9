"""What stands for the names beside the two products: bottles, and the glass that they fill."""

from __future__ import annotations

from manim import VGroup, VMobject

from scenes.acts.attention.asked import Asked
from scenes.kit.bar.bottle import Bottle
from scenes.kit.bar.glass import Glass
from scenes.kit.bar.liquid import Entry
from scenes.kit.bar.silhouettes import height_beside
from scenes.kit.ground.frame import Box
from scenes.kit.ground.theme import Theme


class RecipeLikenesses:
    """Of the values and the recipe: a bottle for an inner index, its glass for the column."""

    signed = False

    def __init__(self, theme: Theme, asked: Asked) -> None:
        self.theme, self.asked = theme, asked

    def inner(
        self, k: int, *, height: float, x: float, floor: float, icon: bool = True,
        alive: bool = True,
    ) -> VMobject:  # fmt: skip
        """Return bottle ``k``."""
        return bottle_of(
            self.theme, self.asked, k, height=height, x=x, floor=floor, icon=icon, alive=alive
        )

    def inner_height(self, k: int, tallest: float) -> float:
        """Return how high bottle ``k`` is beside the tallest silhouette."""
        return height_beside(self.asked.ingredients[k].bottle, tallest)

    def column(self, j: int, box: Box) -> VGroup:
        """Return the glass as the recipe fills it."""
        return Glass(self.theme, box, icon=True, layers=layers_of(self.theme, self.asked))


class KeyLikenesses:
    """Of the query and the keys: a bottle for a column; for what is summed there is none."""

    signed = False

    def __init__(self, theme: Theme, asked: Asked) -> None:
        self.theme, self.asked = theme, asked

    def inner(
        self, k: int, *, height: float, x: float, floor: float, icon: bool = True,
        alive: bool = True,
    ) -> VMobject:  # fmt: skip
        """Return nothing."""
        return VGroup()

    def inner_height(self, k: int, tallest: float) -> float:
        """Return no height."""
        return 0.0

    def column(self, j: int, box: Box) -> VGroup:
        """Return bottle ``j``."""
        name, (x, _) = self.asked.ingredients[j].bottle, box.centre
        height = height_beside(name, box.height)
        return bottle_of(
            self.theme, self.asked, j, height=height, x=x, floor=box.bottom, icon=True, alive=True
        )


def bottle_of(
    theme: Theme, asked: Asked, k: int, *, height: float, x: float, floor: float, icon: bool,
    alive: bool,
) -> Bottle:  # fmt: skip
    """Return bottle ``k`` of the shelf that is asked."""
    thing = asked.ingredients[k]
    hue = theme.hue(thing.hue)
    return Bottle(theme, hue, thing.bottle, height=height, x=x, floor=floor, icon=icon, alive=alive)


def layers_of(theme: Theme, asked: Asked) -> list[Entry]:
    """Return what the recipe puts into a glass, the lowest layer first."""
    shares = asked.trace.recipe[:, 0]
    return [
        (theme.hue(thing.hue), float(share))
        for thing, share in zip(asked.ingredients, shares, strict=True)
    ]
