"""A photograph in few colours, and one of its feature maps in a hue."""

from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.images.painting import Painting, Sweep
from scenes.kit.images.painting_geometry import palette_of, span_of, tones_of
from scenes.kit.images.tones import COUNT, hexes, tones
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    layer_kind, default_layer = "picture", "coffee"

    def construct(self) -> None:
        colours, shades = palette_of(self.layer.image, count=32)
        values, hue = self.layer.maps[0], self.theme.hue(1)
        rows, columns = values.shape
        width, height = 780, 780 * rows / columns
        photo = Painting(
            self.theme, Box(140, 240, width, height), shades, hexes(colours), edge=self.theme.muted
        )
        tone = tones_of(values, span_of(values), COUNT)
        feature = Painting(
            self.theme, Box(1000, 240, width, height), tone, tones(self.theme, hue), edge=hue.text,
            columns=0,
        )  # fmt: skip
        self.beat("shown", appear(photo, feature), Sweep(feature, run_time=1.8))
