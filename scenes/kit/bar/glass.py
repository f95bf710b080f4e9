"""The glass: straight walls, so that height is share."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import VGroup

from scenes.kit.bar.liquid import (
    Entry,
    bound,
    box_of,
    corners,
    draw,
    empty_colour,
    filled,
    match_layers,
    stroked,
    wall_width,
)
from scenes.kit.bar.scale import Scale
from scenes.kit.bar.signed_bars import SignedBars
from scenes.kit.ground.frame import Box, stroke
from scenes.kit.ground.shapes import for_the_eye
from scenes.kit.ground.theme import Theme, mix

__all__ = ["Glass", "Scale", "SignedBars"]

FOOT = 0.055  # of the height
STREAK = 0.08, 0.045  # where the shine begins and how wide it is, of the width inside
HEAD_ROOM = 0.08  # between the full line and the rim, of the height


class Glass(VGroup):
    """A glass that fills the pixels of ``box`` and holds layers of ``(hue, share)``.

    Layers that add up to ``full`` reach the full line, which is dashed if ``full_line``.

    Parameters
    ----------
    box : Box
        Pixels; the outer edge of its walls.
    outline : str, optional
        The colour of its walls, if not that of ink.
    icon : bool, optional
        Thin walls and no shine, for a glass of less than some 100 pixels.
    full : float, optional
        The amount that reaches the full line.
    full_line : bool, optional
        Whether that line is seen.
    layers : sequence of (Hue, float), optional
        What it holds, the lowest first; amounts of 0 or more, on the scale of ``full``.
    """

    def __init__(
        self,
        theme: Theme,
        box: Box,
        *,
        outline: str | None = None,
        icon: bool = False,
        full: float = 1.0,
        full_line: bool = False,
        layers: Sequence[Entry] = (),
    ) -> None:
        super().__init__()
        self.theme, self.icon, self.full, self.full_line = theme, icon, full, full_line
        self.layers: list[Entry] = []
        self.room, self.foot = (
            filled(empty_colour(theme)),
            filled(mix(theme.cap, theme.cream, 0.15)),
        )
        self.stack = VGroup()
        self.mark, self.streak = stroked(theme.muted, 2.4), filled(theme.shine, 0.3)
        self.wall = stroked(outline or theme.ink, 4)
        self.add(self.room, self.foot, self.stack, self.mark, self.streak, self.wall)
        for part in (self.room, self.foot, self.streak):
            for_the_eye(part, "a detail of a glass: its wall tells it")
        self.fit(box).set_layers(layers)

    def fit(self, box: Box) -> Glass:
        """Take the place of another box, with walls to match; what it holds stays."""
        self._wall_width = wall_width(box, self.icon)
        inset = self._wall_width / 2
        draw(self.wall, corners(box.grown(-inset), 0.1 * box.width), closed=False)
        self.wall.set_stroke(width=stroke(self._wall_width))
        self._draw_inside()
        return self

    @property
    def box(self) -> Box:
        """Where the glass stands now, wherever it was moved."""
        return box_of(self.wall).grown(self._wall_width / 2)

    @property
    def interior(self) -> Box:
        """The room for the layers, from the rim to the foot."""
        box, gap = self.box, 1.6 * self._wall_width
        height = box.height * (1 - FOOT) - self._wall_width / 2
        return Box(box.x + gap, box.y, box.width - 2 * gap, height)

    @property
    def clear_width(self) -> float:
        """The width, in the middle of a layer, on which no shine falls."""
        return self.interior.width * (1 - 2 * sum(STREAK))

    @property
    def level(self) -> float:
        """The pixel row up to which the glass is filled."""
        return self.row_of(sum(share for _, share in self.layers))

    def row_of(self, amount: float) -> float:
        """Return the pixel row up to which an amount fills the glass."""
        room = self.interior
        return room.bottom - float(amount) / self.full * (room.height - HEAD_ROOM * self.box.height)

    def layer_box(self, k: int) -> Box:
        """Return the place of layer ``k``, the lowest being 0."""
        below = sum(share for _, share in self.layers[:k])
        top, bottom = self.row_of(below + self.layers[k][1]), self.row_of(below)
        return Box(self.interior.x, top, self.interior.width, bottom - top)

    def set_layers(self, layers: Sequence[Entry]) -> Glass:
        """Hold these layers, the lowest first."""
        match_layers(self.stack, self.theme, self.layers, layers)
        self.layers = list(layers)
        self._draw_layers()
        return self

    def _draw_layers(self) -> None:
        edge, lowest = 0.8 * self._wall_width, True
        for k, layer in enumerate(reversed(self.stack)):
            box = self.layer_box(k)
            under = 0.0 if lowest else 1.0  # a layer reaches under the one below it: no gaps
            radius = 0.07 * box.width if lowest else 0.0
            layer.fill_box(
                Box(box.x, box.y, box.width, box.height + under * (box.height > 0)), edge, radius
            )
            lowest = lowest and box.height <= 0
        bound(self.stack)
        self._draw_streak()

    def _draw_inside(self) -> None:
        room, box = self.interior, self.box
        wide = 0.8 * self._wall_width
        inner = Box(box.x + wide, box.y, box.width - 2 * wide, box.height - wide)
        draw(self.room, corners(Box(inner.x, box.y + wide, inner.width, room.height - wide)))
        foot = Box(inner.x, room.bottom, inner.width, inner.bottom - room.bottom)
        draw(self.foot, corners(foot, 0.08 * box.width))
        row, dash = self.row_of(self.full), np.array([(0.0, 0.0), (9.0, 0.0)])
        starts = np.linspace(room.x + 4, room.right - 13, max(2, round(room.width / 17)))
        draw(
            self.mark, *(dash + np.array([x, row]) for x in starts if self.full_line), closed=False
        )
        if self.layers:
            self._draw_layers()

    def _draw_streak(self) -> None:
        room, top = self.interior, self.level
        length = room.bottom - top - 0.2 * room.width
        inset, width = (part * room.width for part in STREAK)
        shine = Box(room.x + inset, top + inset, width, length)
        seen = length > shine.width and not self.icon
        draw(self.streak, *([corners(shine, shine.width / 2, top=True)] if seen else []))
