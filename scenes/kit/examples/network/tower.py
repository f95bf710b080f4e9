"""A tower of four layers; two of them are meant, and do nearly all of the work."""

from scenes.kit.ground.frame import Box
from scenes.kit.network.tower import Tower
from scenes.kit.network.tower_geometry import TowerPlace
from scenes.kit.stage.chapter import NEXT_LINE, Chapter

COUNTS = 0, 70, 1, 30


class Example(Chapter):
    def construct(self) -> None:
        names = [self.label(name) for name in ("embedding", "attention", "softmax", "scores")]
        place = TowerPlace(Box(360, 220, 520, 600), len(names), start=920, room=600)
        tower = Tower(self.theme, place, names, COUNTS, [False, True, False, True])
        rise = (tower.rise(n) for n in range(len(names)))
        count = (tower.count(n) for n in range(len(names)))
        self.beat("shown", rise, NEXT_LINE, count)
