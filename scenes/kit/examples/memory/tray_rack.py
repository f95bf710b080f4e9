"""A rack with room for few trays, each in the hue of its matrix."""

from mathcore import lines_held
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.memory.storage_geometry import rack
from scenes.kit.memory.tray_rack import TrayRack
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    layer_kind, default_layer = "cache", "eight_by_eight"

    def construct(self) -> None:
        layer, trace = self.layer, self.layer.traces["ijk"]
        place = rack(Box(560, 360, 800, 300), layer.lines, layer.line)
        hues = [self.theme.hue(slot) for slot in (1, 4, 3)]
        shown = TrayRack(self.theme, place, hues, layer.n**2 // layer.line)
        shown.hold(lines_held(trace, layer.n).tolist())
        self.beat("shown", appear(shown))
