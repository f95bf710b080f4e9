"""A rack of trays: the little that is at hand."""

from __future__ import annotations

from collections.abc import Sequence

from manim import VGroup, VMobject

from scenes.kit.ground.frame import stroke
from scenes.kit.ground.shapes import rectangle
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.images.tile_style import is_light
from scenes.kit.memory.storage_geometry import Boxes, RackPlace
from scenes.kit.memory.stored_matrix import untouched

TINT, LIGHT_TINT = 0.38, 0.16  # on a dark ground, on a light one: trays come and go, none may flash
EDGE, RADIUS, THIN = 2.0, 5.0, 8
EMPTY = -1


class TrayRack(VGroup):
    """Slots for trays; a tray has the hue of the matrix that it was fetched from.

    Parameters
    ----------
    place : RackPlace
        A frame for each slot, a box for each number.
    hues : sequence of Hue
        Of the matrices, in the order of the memory.
    trays : int
        Of each matrix.
    """

    ornament = "what is at hand: edges in the matrices tell which trays those are"

    def __init__(self, theme: Theme, place: RackPlace, hues: Sequence[Hue], trays: int) -> None:
        self.theme, self.hues, self.trays = theme, tuple(hues), trays
        self.line, count = len(place.numbers[0]), len(place.slots)
        self.held = [EMPTY] * count
        self.slots = VGroup(*(VMobject() for _ in range(count)))
        self.numbers = VGroup(*(VMobject() for _ in range(count * self.line)))
        super().__init__(self.slots, self.numbers)
        self.slots.set_stroke(untouched(theme), stroke(EDGE), opacity=1)
        self.place(boxes_of(place))
        self.hold(self.held)

    def place(self, boxes: Boxes) -> TrayRack:
        """Put slots and trays elsewhere: first the frames, then the numbers."""
        self.boxes = boxes
        for part, box in zip((*self.slots, *self.numbers), boxes, strict=True):
            radius = min(RADIUS, box.width / 4, box.height / 4)
            part.set_points(rectangle(box, radius=radius).points)
        return self

    def hold(self, held: Sequence[int]) -> TrayRack:
        """Show which tray of the memory stands in each slot; nothing for -1."""
        self.held = [int(tray) for tray in held]
        for slot, tray in enumerate(self.held):
            self._dress(slot, None if tray == EMPTY else self.hues[tray // self.trays])
        return self

    def _dress(self, slot: int, hue: Hue | None) -> None:
        parts = self.numbers[slot * self.line : (slot + 1) * self.line]
        if hue is None:
            parts.set_opacity(0)
            return
        box = self.boxes[len(self.held) + slot * self.line]
        thin = min(EDGE, box.width / THIN, box.height / THIN)
        parts.set_fill(
            self.theme.tint(hue.fill, LIGHT_TINT if is_light(self.theme) else TINT), opacity=1
        )
        parts.set_stroke(hue.text, stroke(thin), opacity=1)

    def tray(self, slot: int) -> VGroup:
        """Return a copy of what stands in a slot."""
        low = slot * self.line
        return VGroup(*(part.copy() for part in self.numbers[low : low + self.line]))


def boxes_of(place: RackPlace) -> Boxes:
    """Return all boxes of a rack, as :meth:`TrayRack.place` takes them."""
    return (*place.slots, *(box for tray in place.numbers for box in tray))
