"""A matrix as it lies in memory: a small box for each number, in trays."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from manim import VGroup, VMobject

from scenes.kit.ground.frame import Box, stroke
from scenes.kit.ground.shapes import rectangle
from scenes.kit.ground.theme import Hue, Theme, mix
from scenes.kit.memory.storage_geometry import Boxes

FAINT, FULL = 0.14, 0.62  # how much of its hue is in a number fetched once, and in the most
EDGE, PLAIN_EDGE, RADIUS = 2.4, 1.5, 5.0  # pixels
UNTOUCHED = 0.5  # how much stronger than a line the edge of what was never fetched is
THIN = 8  # an edge is at most this part of a box


class StoredMatrix(VGroup):
    """The numbers of a matrix where they lie, without their values.

    A tray that was fetched is tinted, the more often the deeper; one that is at hand has an edge.

    Parameters
    ----------
    boxes : sequence of Box
        Pixels: the place of each number, row after row.
    line : int
        Numbers to a tray.
    hue : Hue
        Of the matrix.
    """

    ornament = "places in memory: counts beside them tell how many are fetched"

    def __init__(self, theme: Theme, boxes: Sequence[Box], line: int, hue: Hue) -> None:
        self.theme, self.line, self.hue = theme, line, hue
        self.shown: dict[int, tuple[str, str, float]] = {}
        super().__init__(*(VMobject() for _ in boxes))
        self.place(tuple(boxes))
        self.tint((0,) * (len(boxes) // line), (), 1)

    def place(self, boxes: Boxes) -> StoredMatrix:
        """Put every number elsewhere."""
        self.boxes = boxes
        for part, box in zip(self.submobjects, boxes, strict=True):
            radius = min(RADIUS, box.width / 4, box.height / 4)
            part.set_points(rectangle(box, radius=radius).points)
        return self

    def tint(self, fetches: Sequence[int], held: Collection[int], most: int) -> StoredMatrix:
        """Tint every tray by its fetches, of so many at most; edge those that are at hand."""
        for tray, times in enumerate(fetches):
            look = self._look(int(times), tray in held, most)
            if self.shown.get(tray) != look:
                self.shown[tray] = look
                self._dress(tray, *look)
        return self

    def _look(self, times: int, held: bool, most: int) -> tuple[str, str, float]:
        theme, share = self.theme, FAINT + (FULL - FAINT) * max(0, times - 1) / max(most - 1, 1)
        fill = theme.tint(self.hue.fill, share) if times else theme.panel
        if held:
            return fill, self.hue.text, EDGE
        return fill, fill if times else untouched(theme), PLAIN_EDGE

    def _dress(self, tray: int, fill: str, edge: str, width: float) -> None:
        for place in range(tray * self.line, (tray + 1) * self.line):
            box = self.boxes[place]
            part: VMobject = self[place]
            part.set_fill(fill, opacity=1)
            thin = min(width, box.width / THIN, box.height / THIN)
            part.set_stroke(edge, stroke(thin), opacity=1)

    def tray(self, number: int) -> VGroup:
        """Return a copy of a tray, to be carried elsewhere."""
        low = number * self.line
        return VGroup(*(part.copy() for part in self.submobjects[low : low + self.line]))


def untouched(theme: Theme) -> str:
    """Return the colour of the edge of a place where nothing has come yet."""
    return mix(theme.line, theme.muted, UNTOUCHED)
