"""A picture that is drawn where it changes, and packed once for as long as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from manim import Camera

from scenes.kit.stage.manim_internals import pixels_of
from scenes.production.drawing.canvas import Canvas
from scenes.production.gate.contrast import Pixels
from scenes.production.gate.packed import Packed, pack


class Paper:
    """What a camera sees, frame after frame."""

    def __init__(self, camera: Camera) -> None:
        self.camera, self._canvas = camera, Canvas(camera)
        self._packed: Packed | None = None

    def draw(self, things: Sequence[Any]) -> None:
        """Bring the picture up to date."""
        if self._canvas.draw(things):
            self._packed = None

    @property
    def pixels(self) -> Pixels:
        """The picture, which changes with the next one that is drawn."""
        return pixels_of(self.camera)[..., :3]

    @property
    def packed(self) -> Packed:
        """The picture, to be kept."""
        self._packed = self._packed or pack(self.pixels)
        return self._packed
