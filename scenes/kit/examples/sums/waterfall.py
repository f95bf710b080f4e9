"""Many products: each a bar that begins where the one before it ended."""

from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.stage.chapter import Chapter
from scenes.kit.sums.waterfall import Cascade, Waterfall
from scenes.kit.sums.waterfall_geometry import even_slots, waterfall_place


class Example(Chapter):
    layer_kind, default_layer = "classifier", "digits"

    def construct(self) -> None:
        box, j = Box(240, 260, 1440, 540), self.layer.label
        sums = [float(partial) for partial in self.layer.scores.partials[0, j]]
        place = waterfall_place(box, even_slots(box, len(sums)), sums, (min(sums), max(sums)))
        fall = Waterfall(self.theme, place)
        self.beat("shown", appear(fall), Cascade(fall, 0, len(sums), run_time=2.0))
