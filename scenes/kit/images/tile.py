"""A tile: a small box with a number, for a pixel of a picture or a weight of a kernel."""

from __future__ import annotations

from fractions import Fraction

from manim import Animation, Transform, VGroup, VMobject

from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import dashed_rectangle, for_the_eye, rectangle
from scenes.kit.ground.sizes import CELL, SMALLEST
from scenes.kit.ground.text import Number, cap_centred
from scenes.kit.ground.theme import Theme
from scenes.kit.images.tile_style import TileStyle, lit, stepped_back
from scenes.kit.stage.claims import Claim

SHORT = 0.25  # seconds
RADIUS = 6.0
REASON = "the ground of a tile: its numeral tells it"
PLAIN = "a tile too small for its numeral, which stands elsewhere"


class Tile(VGroup):
    """One number of a picture, a kernel or a sheet, in a :class:`TileStyle`.

    One that is ``plain`` does not show it; the :attr:`number` can leave it all the same.

    Parameters
    ----------
    box : Box
        Pixels.
    value : float or Fraction
        The number.
    style : TileStyle
        From :func:`pixel_style`, :func:`weight_style` or :func:`padding_style`.
    claim : Claim
        What the number is.
    size : float, optional
        Of the type, in pixels; what fits the box, if not given.
    plain : bool, optional
        Whether it is too small for its numeral.
    """

    def __init__(
        self,
        theme: Theme,
        box: Box,
        value: float | Fraction,
        style: TileStyle,
        claim: Claim,
        size: float | None = None,
        *,
        plain: bool = False,
    ) -> None:
        self.theme, self.box, self.value, self.style, self.claim = theme, box, value, style, claim
        self.size, self.plain = size or tile_size(box), plain
        self.reason, self.radius = PLAIN if plain else REASON, min(RADIUS, box.height / 4)
        fill = for_the_eye(rectangle(box, fill=style.fill, radius=self.radius), self.reason)
        x, y = box.centre
        self.number = Number(
            value,
            self.size,
            style.text,
            x=x,
            baseline=cap_centred(y, self.size),
            anchor="center",
            bold=style.bold,
            claim=claim,
        )
        super().__init__(fill, *self._edge(style), *([] if plain else [self.number]))

    def _edge(self, style: TileStyle) -> list[VMobject]:
        edge, width = style.edge or style.fill, style.edge_width if style.edge else 1.0
        width = min(width, self.box.height / 4)
        inset = self.box.grown(-width / 2)
        if style.edge and style.dashed:
            return [for_the_eye(dashed_rectangle(inset, edge, width, self.radius), self.reason)]
        outline = rectangle(inset, edge=edge, edge_width=width, radius=self.radius)
        return [for_the_eye(outline, self.reason)]

    def at(
        self,
        box: Box,
        claim: Claim | None = None,
        size: float | None = None,
        *,
        plain: bool = False,
    ) -> Tile:
        """Return this tile at another place."""
        claim = claim or self.claim
        return Tile(self.theme, box, self.value, self.style, claim, size, plain=plain)

    def to(self, style: TileStyle, run_time: float = SHORT) -> Animation:
        """Return the change into another look; :attr:`style` stays what it has by itself."""
        return Transform(self, self._in(style), run_time=run_time)

    def _in(self, style: TileStyle) -> Tile:
        """Return this tile in another look."""
        claim, size = self.claim, self.size
        return Tile(self.theme, self.box, self.value, style, claim, size, plain=self.plain)

    def dimmed(self) -> Tile:
        """Return this tile stepped back."""
        return self._in(stepped_back(self.theme, self.style))

    def light(self, run_time: float = SHORT) -> Animation:
        """Return its coming into focus."""
        return self.to(lit(self.theme, self.style), run_time)

    def step_back(self, run_time: float = SHORT) -> Animation:
        """Return its dimming."""
        return self.to(stepped_back(self.theme, self.style), run_time)

    def rest(self, run_time: float = SHORT) -> Animation:
        """Return its coming back to its own look."""
        return self.to(self.style, run_time)


def tile_size(box: Box) -> float:
    """Return the size of a numeral in a tile."""
    return max(SMALLEST, min(CELL, 0.58 * box.height))
