"""Where the layers stand when those that are products have room for a picture.  Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scenes.kit.ground.frame import Box
from scenes.kit.network.tower_geometry import TowerPlace

SLIM = 0.17  # how high a layer is that is no product, of one that is
RIGHT = 940.0
ICON, MARGIN = 190.0, 5.0  # a layer's picture: its width, and what is around it


def answered_place(place: TowerPlace, meant: Sequence[bool]) -> TowerPlace:
    """Return the tower with room in the layers that are meant."""
    heights = tuple(1.0 if lit else SLIM for lit in meant)
    box = Box(place.box.x, place.box.y, RIGHT - place.box.x, place.box.height)
    return replace(place, box=box, heights=heights)


def icon_box(layer: Box) -> Box:
    """Return where a layer's picture stands in it.

    >>> icon_box(Box(0, 0, 600, 94))
    Box(x=405.0, y=5.0, width=190.0, height=84.0)
    """
    x = layer.right - MARGIN - ICON
    return Box(x, layer.y + MARGIN, ICON, layer.height - 2 * MARGIN)
