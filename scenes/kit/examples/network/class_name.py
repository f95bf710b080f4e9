"""The names of classes: words, or numerals where the classes are digits."""

from scenes.kit.ground.motion import appear
from scenes.kit.ground.sizes import TOTAL
from scenes.kit.network.class_name import class_name
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    layer_kind, default_layer = "classifier", "digits"

    def construct(self) -> None:
        names = [
            class_name(
                self.layer,
                j,
                self.lang,
                TOTAL,
                self.theme.ink,
                x=330 + 140 * j,
                baseline=560,
                room=130,
            )
            for j in range(len(self.layer.classes))
        ]
        self.beat("shown", appear(*names))
