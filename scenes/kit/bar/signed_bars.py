"""The likeness of a glass for mixtures with negative parts: bars on a zero line."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import VGroup

from scenes.kit.bar.liquid import (
    Entry,
    box_of,
    corners,
    draw,
    empty_colour,
    filled,
    match_layers,
    stroked,
    wall_width,
)
from scenes.kit.bar.silhouettes import Polygon
from scenes.kit.ground.frame import Box, stroke
from scenes.kit.ground.shapes import for_the_eye
from scenes.kit.ground.theme import Theme


class SignedBars(VGroup):
    """A mixture with negative parts: bars on a zero line, in the call shape of a glass.

    Bars stand side by side, or as a ``waterfall`` each begins where the one before it ended.
    ``span`` is the least and the greatest amount that the box has room for, ``slots`` the number of
    bars it has room for.

    Parameters
    ----------
    box : Box
        Pixels.
    entries : sequence of (Hue, float), optional
        The bars, from left to right; amounts of either sign, within ``span``.
    span : (float, float), optional
        The amounts at the foot and at the top of the box.
    slots : int, optional
        As many as there are entries, if not given.
    waterfall : bool, optional
        Whether each bar begins where the one before it ended.
    icon : bool, optional
        Draw it for a small box.
    """

    def __init__(
        self,
        theme: Theme,
        box: Box,
        *,
        entries: Sequence[Entry] = (),
        span: tuple[float, float] = (-1.0, 1.0),
        slots: int | None = None,
        waterfall: bool = False,
        icon: bool = False,
    ) -> None:
        super().__init__()
        self.theme, self.waterfall, self.icon = theme, waterfall, icon
        self.span = span if span[0] < span[1] else (-1.0, 1.0)  # where all bars are nothing
        self.slots = slots or max(1, len(entries))
        self.layers: list[Entry] = []
        self.room, self.stack = filled(empty_colour(theme)), VGroup()
        self.room.set_stroke(theme.line, stroke(2))
        self.steps, self.zero = stroked(theme.muted, 2), stroked(theme.ink, 3)
        self.add(self.room, self.steps, self.stack, self.zero)
        for_the_eye(self.room, "the ground of the bars: the zero line tells where they begin")
        self.fit(box).set_layers(entries)

    def fit(self, box: Box) -> SignedBars:
        """Take the place of another box; the bars stay."""
        draw(self.room, corners(box, 0.08 * box.width, top=True))
        row = np.array([(box.x + 3, self.row_of(0)), (box.right - 3, self.row_of(0))])
        draw(self.zero, row, closed=False)
        self.zero.set_stroke(width=stroke(wall_width(box, self.icon) * 0.8))
        self.set_layers(self.layers)
        return self

    @property
    def box(self) -> Box:
        """Where the bars stand now, wherever they were moved."""
        return box_of(self.room)

    @property
    def interior(self) -> Box:
        """The room for the bars."""
        return self.box.grown(-0.07 * self.box.width)

    @property
    def level(self) -> float:
        """The pixel row of the sum."""
        return self.row_of(sum(share for _, share in self.layers))

    def row_of(self, amount: float) -> float:
        """Return the pixel row of an amount."""
        low, high = self.span
        room = self.interior
        return room.bottom - (float(amount) - low) / (high - low) * room.height

    def layer_box(self, k: int) -> Box:
        """Return the place of bar ``k``, counted from the left."""
        start = sum(share for _, share in self.layers[:k]) if self.waterfall else 0.0
        rows = sorted((self.row_of(start), self.row_of(start + self.layers[k][1])))
        pitch = self.interior.width / self.slots
        gap = min(0.22 * pitch, 10.0)
        return Box(self.interior.x + k * pitch + gap / 2, rows[0], pitch - gap, rows[1] - rows[0])

    def set_layers(self, layers: Sequence[Entry]) -> SignedBars:
        """Show these bars, the leftmost first."""
        match_layers(self.stack, self.theme, self.layers, layers)
        self.layers = list(layers)
        for k, layer in enumerate(reversed(self.stack)):
            layer.fill_box(
                self.layer_box(k), 0.8 * wall_width(self.box, self.icon), down=layers[k][1] < 0
            )
            # on paper an area is told by the edge around it
            layer[0].set_stroke(layers[k][0].text, stroke(0.6 * wall_width(self.box, self.icon)))
            for_the_eye(layer[1], "the light on a bar: its edge tells where it ends")
        small = "a likeness of a mixture: its name and its numbers tell it"
        for_the_eye(self.stack, small if self.icon else "")
        draw(self.steps, *self._steps(), closed=False)
        return self

    def _steps(self) -> list[Polygon]:
        """Return the lines that carry each sum of a waterfall on to the next bar."""
        sums = np.cumsum([float(share) for _, share in self.layers])
        boxes = [self.layer_box(k) for k in range(len(self.layers))]
        pairs = zip(boxes, boxes[1:], sums, strict=False)
        steps = [[(a.right, self.row_of(s)), (b.x, self.row_of(s))] for a, b, s in pairs]
        return [np.array(step) for step in steps if self.waterfall]
