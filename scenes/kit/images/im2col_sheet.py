"""The sheet that im2col makes: every window of a picture is a row."""

from __future__ import annotations

from manim import VGroup

from mathcore import ConvTrace
from scenes.kit.ground.shapes import brackets
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.images.tile import Tile
from scenes.kit.images.tile_style import TileStyle, padding_style, pixel_style
from scenes.kit.product.grid_geometry import GridPlace
from scenes.kit.stage.claims import Claim


class Im2colSheet(VGroup):
    """Row ``p`` has the pixels under window ``p``; what padding supplies is dashed.

    ``hues`` are those of the channels; a single channel may have none, and show brightness.

    Parameters
    ----------
    place : GridPlace
        A row for each position of the window, a column for each entry of a kernel.
    trace : ConvTrace
        The convolution.
    of : str
        The source whose values the numerals claim to be.
    hues : tuple of Hue or None, optional
        One for each channel.
    plain : bool, optional
        Whether its cells are too small for numerals.
    """

    def __init__(
        self,
        theme: Theme,
        place: GridPlace,
        trace: ConvTrace,
        of: str,
        hues: tuple[Hue | None, ...] = (None,),
        *,
        plain: bool = False,
    ) -> None:
        self.theme, self.place, self.trace = theme, place, trace
        self.origins = [trace.window(p) for p in range(place.rows)]
        most = [max(1.0, float(abs(channel).max(initial=1))) for channel in trace.image]
        values = trace.columns.tolist()

        def style(p: int, k: int) -> TileStyle:
            origin = self.origins[p][k]
            if origin is None:
                return padding_style(theme)
            channel = origin[0]
            return pixel_style(theme, values[p][k] / most[channel], hues[channel])

        def tile(p: int, k: int, value: float) -> Tile:
            claim = Claim("value", (p, k), of)
            return Tile(theme, place.cell(p, k), value, style(p, k), claim, plain=plain)

        self.rows = [
            [tile(p, k, value) for k, value in enumerate(values[p])] for p in range(place.rows)
        ]
        self.brackets = brackets(place.bracket_box, theme.ink, tick=place.tick)
        super().__init__(*(tile for row in self.rows for tile in row), self.brackets)

    def row_brackets(self, p: int) -> VGroup:
        """Return the brackets of one row alone."""
        place = self.place
        row = place.cell(p, 0)
        alone = GridPlace(
            row.x, row.y, 1, place.columns, place.cell_width, place.cell_height, place.gap
        )
        return brackets(alone.bracket_box, self.theme.ink, tick=place.tick)

    def copies_of(self, channel: int, y: int, x: int) -> list[Tile]:
        """Return the tiles that show one pixel, in the order of their windows."""
        return [
            tile
            for row, origins in zip(self.rows, self.origins, strict=True)
            for tile, origin in zip(row, origins, strict=True)
            if origin == (channel, y, x)
        ]
