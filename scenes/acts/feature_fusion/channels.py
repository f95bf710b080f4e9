"""The channels of a picture: its photograph, its feature maps in their hues, and their bottles."""

from __future__ import annotations

import numpy as np
from manim import VMobject

from mathcore import RecipeBook
from mathcore.layer_file.picture import Picture
from scenes.acts.feature_fusion.fusion_geometry import Shape
from scenes.kit.bar.bottle import Bottle
from scenes.kit.ground.frame import Box
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.name_lines import widest, wrapped
from scenes.kit.ground.sizes import LEADING, SMALL
from scenes.kit.ground.text import Label, paragraph
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.images.painting import Painting
from scenes.kit.images.painting_geometry import Span, palette_of, span_of, tones_of
from scenes.kit.images.tones import COUNT, hexes, made, tones
from scenes.kit.product.name_tag import NameTag

COLOURS = 32  # of the photograph
ICON, ICON_ROOM = 46.0, 38.0


class Channels:
    """What the pictures of a layer are drawn from: each map has the hue of a bottle."""

    def __init__(self, theme: Theme, book: RecipeBook, layer: Picture, language: str) -> None:
        self.theme, self.book, self.layer, self.language = theme, book, layer, language
        self.count, self.shape = len(layer.features), self._shape()
        self.hues = [theme.hue(k + 1) for k in range(self.count)]
        recipe = layer.turn.recipe
        self.turned = np.concatenate([layer.turned_maps[:1], layer.turned_maps[-1:]])
        self.spans = [span_of(each) for each in layer.fused]
        self.spans[recipe] = span_of(self.turned)

    def _shape(self) -> Shape:
        _, rows, columns = self.layer.maps.shape
        return rows, columns

    def photo(self, box: Box) -> Painting:
        """Return the photograph, without the rim that its maps lack."""
        image = self.layer.inside
        colours = np.stack([image] * 3, axis=-1) if image.ndim == 2 else image
        palette, drawn = palette_of(colours, COLOURS)
        return Painting(self.theme, box, drawn, hexes(palette), edge=self.theme.muted)

    def map(self, k: int, box: Box, *, hidden: bool = False) -> Painting:
        """Return feature map ``k`` in its hue."""
        values = self.layer.maps[k]
        return self._painting(values, span_of(values), self.hues[k], box, hidden)

    def fused(self, j: int, box: Box, *, hidden: bool = False) -> Painting:
        """Return what recipe ``j`` makes of the maps, as it looks while it is being made."""
        return self._painting(
            self.layer.fused[j], self.spans[j], made(self.theme), box, hidden, ground=True
        )

    def turned_tones(self) -> list[np.ndarray]:
        """Return the tones of the fused map at each step of the turn."""
        span = self.spans[self.layer.turn.recipe]
        return [tones_of(each, span, COUNT) for each in self.layer.turned_maps]

    def _painting(
        self,
        values: np.ndarray,
        span: Span,
        hue: Hue,
        box: Box,
        hidden: bool,
        ground: bool = False,
    ) -> Painting:
        drawn = tones_of(values, span, COUNT)
        seen = 0 if hidden else None
        return Painting(
            self.theme, box, drawn, tones(self.theme, hue), edge=hue.text, columns=seen,
            ground=ground,
        )  # fmt: skip

    def bottle(
        self, k: int, *, x: float, floor: float, height: float, alive: bool = True
    ) -> Bottle:
        """Return the bottle that channel ``k`` is likened to."""
        known = [ingredient.bottle for ingredient in self.book.ingredients]
        return Bottle(
            self.theme, self.hues[k], known[k % len(known)], height=height, x=x, floor=floor,
            icon=height <= ICON, alive=alive,
        )  # fmt: skip

    @property
    def names(self) -> list[str]:
        """The names of the maps."""
        return [feature.name[self.language] for feature in self.layer.features]

    @property
    def recipe_names(self) -> list[str]:
        """The names of the recipes."""
        return [recipe.name[self.language] for recipe in self.layer.recipes]

    def lines(self, room: float) -> int:
        """Return how many lines the longest name of a map has in a room, beside its bottle."""
        return wrapped(self.names, SMALL, room - ICON_ROOM)[1]

    def lines_of(self, k: int, room: float) -> int:
        """Return how many lines the name of map ``k`` has in a room, beside its bottle."""
        return wrapped([self.names[k]], SMALL, room - ICON_ROOM)[1]

    def width(self, k: int, room: float) -> float:
        """Return how wide the name of map ``k`` is in a room, with its bottle."""
        (lines,), _ = wrapped([self.names[k]], SMALL, room - ICON_ROOM)
        return ICON_ROOM + widest(lines, SMALL)

    def tag(self, k: int, *, x: float, baseline: float, room: float) -> NameTag:
        """Return the name of map ``k``, its bottle before it, broken to fit in a room."""

        def icon(alive: bool) -> VMobject:
            return self.bottle(k, x=x + ICON / 4, floor=baseline + 8, height=ICON, alive=alive)

        (lines,), _ = wrapped([self.names[k]], SMALL, room - ICON_ROOM)
        return NameTag(
            self.theme, self.hues[k].text, lines=lines, size=SMALL, x=x + ICON_ROOM,
            baseline=baseline, anchor="left", icon=icon,
        )  # fmt: skip

    def text(
        self, text: str, room: float, *, x: float, baseline: float, anchor: str = "left",
        colour: str = "",
    ) -> GroupOf[Label]:  # fmt: skip
        """Return a name by itself, broken to fit in a room."""
        (lines,), _ = wrapped([text], SMALL, room)
        return paragraph(
            lines, SMALL, colour or self.theme.ink, x=x, baseline=baseline, leading=LEADING,
            anchor=anchor,
        )  # fmt: skip
