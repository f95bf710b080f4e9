"""A feature map: a grid of numbered tiles, be it a picture's pixels or a kernel's weights."""

from __future__ import annotations

from collections.abc import Callable

from manim import VGroup

from mathcore.arrays import Array
from scenes.kit.ground.frame import Box
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.images.tile import Tile
from scenes.kit.images.tile_style import TileStyle, pixel_style, weight_style
from scenes.kit.product.grid_geometry import GridPlace
from scenes.kit.stage.claims import Claim

ClaimOf = Callable[[int, int], Claim]
StyleOf = Callable[[int, int], TileStyle]


class FeatureMap(VGroup):
    """A tile for each entry of ``values`` (H, W), row by row, at its place in the grid.

    Parameters
    ----------
    place : GridPlace
        H rows and W columns of cells, in pixels.
    values : (H, W) array
        What stands in the tiles.
    claim_of : callable
        Given (y, x), what that number is.
    style_of : callable
        Given (y, x), the look of that tile.
    """

    def __init__(
        self, theme: Theme, place: GridPlace, values: Array, claim_of: ClaimOf, style_of: StyleOf
    ) -> None:
        self.theme, self.place, self.values = theme, place, values.tolist()
        self.tiles = [
            [
                Tile(
                    theme,
                    place.cell(y, x),
                    value,
                    style_of(y, x),
                    claim_of(y, x),
                    place.type_size,
                )
                for x, value in enumerate(row)
            ]
            for y, row in enumerate(self.values)
        ]
        super().__init__(*self.all_tiles())

    def all_tiles(self) -> list[Tile]:
        """Return the tiles row by row."""
        return [tile for row in self.tiles for tile in row]

    def tile(self, y: int, x: int) -> Tile:
        """Return the tile of pixel (y, x)."""
        return self.tiles[y][x]

    def box(self, first: tuple[int, int], last: tuple[int, int]) -> Box:
        """Return the box from one tile to another."""
        return Box.around(self.place.cell(*first), self.place.cell(*last))


def picture(
    theme: Theme, place: GridPlace, pixels: Array, claim_of: ClaimOf, hue: Hue | None = None
) -> FeatureMap:
    """Return a picture: the greater a pixel, the brighter, or the fuller of its channel's hue.

    Parameters
    ----------
    place : GridPlace
        H rows and W columns of cells, in pixels.
    pixels : (H, W) array
        Numbers; 0 looks like the ground.
    claim_of : callable
        Given (y, x), what that number is.
    hue : Hue, optional
        That of its channel.
    """
    most = max(1, abs(pixels).max(initial=1))

    def style(y: int, x: int) -> TileStyle:
        return pixel_style(theme, float(pixels[y, x] / most), hue)

    return FeatureMap(theme, place, pixels, claim_of, style)


def kernel(
    theme: Theme, place: GridPlace, weights: Array, claim_of: ClaimOf, most: float | None = None
) -> FeatureMap:
    """Return a kernel: every weight in the colour of its sign, the fuller the greater it is.

    Parameters
    ----------
    place : GridPlace
        As many rows and columns of cells, in pixels, as the kernel has.
    weights : (kh, kw) array
        Numbers of either sign.
    claim_of : callable
        Given (y, x), what that number is.
    most : float, optional
        The weight that looks fullest; its own greatest, if not given.
    """
    largest = most or max(1, abs(weights).max(initial=1))

    def style(y: int, x: int) -> TileStyle:
        return weight_style(theme, float(weights[y, x] / largest))

    return FeatureMap(theme, place, weights, claim_of, style)
