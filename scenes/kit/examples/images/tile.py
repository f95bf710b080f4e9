"""Tiles for one number each: a pixel, a weight, and what padding adds; one is in focus."""

from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.images.tile import Tile
from scenes.kit.images.tile_style import padding_style, pixel_style, weight_style
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Claim


class Example(Chapter):
    layer_kind, default_layer = "convolution", "glass_and_fruit"

    def construct(self) -> None:
        pixel = Claim("entry", (0, 0), "picture")
        weight = Claim("share", (0, 0), "window")
        zero = Claim("entry", (0, 0), "padded")
        styles = {
            pixel: pixel_style(self.theme, 0.5),
            weight: weight_style(self.theme, -1.0),
            zero: padding_style(self.theme),
        }
        ledger = self.ledger()
        tiles = [
            Tile(self.theme, Box(600 + 280 * n, 460, 160, 120), ledger.value(claim), style, claim)
            for n, (claim, style) in enumerate(styles.items())
        ]
        self.beat("shown", appear(*tiles), tiles[0].light())
