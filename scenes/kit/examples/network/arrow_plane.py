"""Three arrows, and a broad one under the one that points its way."""

from scenes.kit.ground.frame import Box
from scenes.kit.network.arrow_plane import ArrowLook, ArrowPlane
from scenes.kit.network.arrow_plane_geometry import arrow_place
from scenes.kit.stage.chapter import Chapter

VECTORS = (0.5, 2.0), (0.4, 1.8), (-2.0, 0.4), (1.6, -0.8)


class Example(Chapter):
    def construct(self) -> None:
        hues = [self.theme.ink, *(self.theme.hue(k).text for k in (1, 2, 4))]
        names = [self.label(name) for name in ("asked", "first", "second", "third")]
        pairs = enumerate(zip(names, hues, strict=True))
        looks = [ArrowLook(name, hue, n == 0) for n, (name, hue) in pairs]
        place = arrow_place(Box(360, 200, 1200, 640), VECTORS, names)
        plane = ArrowPlane(self.theme, place, looks)
        self.add(plane.axes)
        self.beat("shown", (plane.grow(n) for n in range(len(looks))))
