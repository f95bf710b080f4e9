"""A large model as a tower: its layers by their names, those that are matrix products lit."""

from typing import ClassVar

from manim import FadeIn

from scenes.kit.ground.motion import wave
from scenes.kit.network.model_tower import ModelTower
from scenes.kit.stage.chapter import NEXT_LINE, Chapter
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.motions import Motions
from scenes.kit.stage.numeral import Numeral


class Example(Chapter):
    layer_kind: ClassVar[str | None] = "transformer"
    default_layer: ClassVar[str | None] = "gpt2_small"

    def construct(self) -> None:
        blocks = Numeral(self.layer.sizes.blocks, Claim("entry", (0,), "sizes"))
        model = ModelTower(self.theme, self.layer, self.label("times", blocks=blocks), self.lang)
        self.beat("shown", self.count(model))

    def count(self, model: ModelTower) -> Motions:
        yield wave([model.tower.rise(n) for n in range(len(model.names))])
        yield FadeIn(model.repeated)
        yield NEXT_LINE
        yield wave([model.tower.count(n) for n in range(len(model.names))])
