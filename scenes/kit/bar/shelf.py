"""The shelf: a plank, the bottles on it and their names below."""

from __future__ import annotations

from manim import VGroup

from scenes.kit.bar.bottle import Bottle, ghost
from scenes.kit.bar.plank import Plank
from scenes.kit.bar.pose import Pose
from scenes.kit.bar.shelf_geometry import ShelfPlace, Stock
from scenes.kit.bar.silhouettes import height_beside
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.sizes import LEADING
from scenes.kit.ground.text import paragraph
from scenes.kit.ground.theme import Hue, Theme


class Shelf(VGroup):
    """What we have: ``bottles[k]`` and, where names fit, ``names[k]``, on a ``plank``.

    Parameters
    ----------
    stock : Stock
        A recipe book, or whatever has ingredients: these stand on the shelf.
    place : ShelfPlace
        From :func:`wide_shelf`, :func:`high_shelf` or :func:`left_shelf`.
    """

    def __init__(self, theme: Theme, stock: Stock, place: ShelfPlace) -> None:
        self.theme, self.stock, self.place = theme, stock, place
        self.plank = Plank(theme, place.plank)
        self.bottles = GroupOf(*(self._bottle(k) for k in range(len(stock.ingredients))))
        self.names = VGroup(*(self._name(k) for k in range(len(place.names or ()))))
        super().__init__(self.plank, self.names, self.bottles)

    def hue(self, k: int) -> Hue:
        """Return the hue of ingredient ``k``."""
        return self.theme.hue(self.stock.ingredients[k].hue)

    def standing(self, k: int) -> Pose:
        """Return where bottle ``k`` stands."""
        height = height_beside(self.stock.ingredients[k].bottle, self.place.tallest)
        return Pose(self.place.xs[k], self.place.floor, height)

    def ghost(self, k: int) -> VGroup:
        """Return the outline that bottle ``k`` leaves while it is away."""
        pose = self.standing(k)
        silhouette = self.stock.ingredients[k].bottle
        return ghost(self.theme, silhouette, pose.height, pose.x, pose.floor).set_z_index(-1)

    def _bottle(self, k: int) -> Bottle:
        pose, ingredient = self.standing(k), self.stock.ingredients[k]
        return Bottle(
            self.theme,
            self.hue(k),
            ingredient.bottle,
            height=pose.height,
            x=pose.x,
            floor=pose.floor,
        )

    def _name(self, k: int) -> VGroup:
        place = self.place
        return paragraph(
            (place.names or ())[k], place.size, self.hue(k).text, x=place.xs[k],
            baseline=place.first_baseline, leading=LEADING,
        )  # fmt: skip
