"""A waterfall so small that only its line is left."""

from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.stage.chapter import Chapter
from scenes.kit.sums.running_curve import RunningCurve
from scenes.kit.sums.waterfall_geometry import even_slots, waterfall_place


class Example(Chapter):
    layer_kind, default_layer = "classifier", "digits"

    def construct(self) -> None:
        box, j = Box(460, 300, 1000, 480), self.layer.label
        sums = [float(partial) for partial in self.layer.scores.partials[0, j]]
        place = waterfall_place(box, even_slots(box, len(sums)), sums, (min(sums), max(sums)))
        self.beat("shown", appear(RunningCurve(self.theme, place, focused=True)))
