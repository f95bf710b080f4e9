"""A recipe as a picture: squares speak for it, discs against it."""

from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.images.pixel_geometry import picture_place
from scenes.kit.network.weight_picture import WeightPicture
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    layer_kind, default_layer = "classifier", "digits"

    def construct(self) -> None:
        weights = self.layer.weights.astype(float)
        marks = weights[:, self.layer.label] / abs(weights).max()
        place = picture_place(Box(660, 200, 600, 600), *self.layer.size)
        self.beat("shown", appear(WeightPicture(self.theme, place, marks, focused=True)))
