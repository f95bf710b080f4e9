"""Chapter 6: the channels of a picture are mixed, pixel by pixel, by one recipe."""

from __future__ import annotations

from typing import ClassVar

from scenes.acts.feature_fusion.channels import Channels
from scenes.acts.feature_fusion.gallery import Gallery
from scenes.acts.feature_fusion.map_mix import MapMix
from scenes.acts.feature_fusion.mixing_desk import MixingDesk
from scenes.acts.feature_fusion.pixel_stage import PixelStage
from scenes.acts.feature_fusion.wording import signs_of, way_of
from scenes.kit.ground.motion import appear, vanish
from scenes.kit.product.shape_line import beside
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.motions import Motions
from scenes.kit.stage.numeral import Numeral
from scenes.kit.stage.phrases import count_word, measured
from scenes.kit.stage.script import Text


class FeatureFusion(Chapter):
    """From feature maps to a fused map: at every pixel the same row meets the same column."""

    layer_kind: ClassVar[str | None] = "picture"
    default_layer: ClassVar[str | None] = "coffee"
    recipes_too: ClassVar[bool] = True
    dense: ClassVar[bool] = True

    def construct(self) -> None:
        """Tell the chapter, beat by beat."""
        channels = Channels(self.theme, self.book, self.layer, self.lang)
        gallery = Gallery(channels)
        names = ("photo", "pixel", "channels", "products", "sum", "kernel")
        stage = PixelStage(gallery, self.labels(*names))
        maps = MapMix(stage)
        desk = MixingDesk(maps, self.label("pixel"))

        self.add(gallery)
        self.beat("channels_are_bottles", gallery.open(), **self.counted())
        self.beat("one_pixel", stage.single_out(), **self.counted())
        self.beat("row_meets_column", self.show_shape(), stage.meet(), **self.said())
        self.beat("every_pixel", vanish(self.shape), maps.every_pixel())
        if maps.recipes > 1:
            self.beat("more_recipes", self.show_whole(), maps.more_recipes(), **self.counted())
        self.beat("turn_the_recipe", vanish(self.shape), desk.turn(), **self.said_of_turn())

    def show_shape(self) -> Motions:
        """Show the shape of one pixel times one kernel, beside the heading."""
        inner = len(self.layer.features)
        self.shape = beside(self.heading, self.theme, (1, inner, 1), "one")
        yield appear(self.shape)

    def show_whole(self) -> Motions:
        """Show the shape of all pixels times all recipes, beside the heading."""
        (inner, recipes), pixels = self.layer.weights.shape, self.layer.maps[0].size
        self.shape = beside(self.heading, self.theme, (pixels, inner, recipes), "every")
        yield appear(self.shape)

    def labels(self, *names: str) -> dict[str, str]:
        """Return short texts of the picture by their names."""
        return {name: self.label(name, **self.counted()) for name in names}

    def said(self) -> dict[str, Text | str]:
        """Return the numbers that the spoken lines about the pixel name."""
        first, *_ = steps = self.layer.mixing.entry(0, 0)
        return {
            "left": measured(first.left, Claim("value", (0, 0), "mixing")),
            "right": measured(first.right, Claim("share", (0, 0), "mixing")),
            "total": measured(steps[-1].partial, Claim("result", (0, 0), "mixing")),
            "signs": signs_of(self.layer),
            **self.counted(),
        }

    def said_of_turn(self) -> dict[str, Text | str]:
        """Return what the spoken lines about the turn name."""
        at = self.layer.turn.map
        weights = self.layer.turning.right[at]
        claims = [Claim("share", (at, step), "turning") for step, _ in enumerate(weights)]
        return {
            "channel": self.layer.features[at].name,
            "way": way_of(self.layer),
            "before": measured(weights[0], claims[0]),
            "after": measured(weights[-1], claims[-1]),
            **self.counted(),
        }

    def counted(self) -> dict[str, Text | str]:
        """Return the counts that the spoken lines name."""
        (down, across), pixels = self.layer.maps.shape[1:], self.layer.maps[0].size
        return {
            "maps": count_word(len(self.layer.features), Claim("inner", (), "mixing")),
            "recipes": count_word(len(self.layer.recipes), Claim("columns", (), "mixing")),
            "across": Numeral(across, Claim("entry", (1,), "size")),
            "down": Numeral(down, Claim("entry", (0,), "size")),
            "pixels": Numeral(pixels, Claim("rows", (pixels,), "every")),
        }
