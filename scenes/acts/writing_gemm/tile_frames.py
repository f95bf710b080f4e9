"""Frames around the tiles of the three matrices."""

from __future__ import annotations

from manim import VGroup

from mathcore.layer_file.cache import CacheLayer
from scenes.acts.writing_gemm.matrices import Matrices
from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import rectangle
from scenes.kit.ground.theme import Theme

EDGE, GROWN, RADIUS = 2.6, 1.0, 4.0  # pixels
ABOVE = 1  # the numbers, which change below them


def tile_frames(theme: Theme, matrices: Matrices, layer: CacheLayer) -> VGroup:
    """Return an outline around every tile, in ink: it stands out from any tint."""
    frames = VGroup(
        *(
            rectangle(box.grown(GROWN), edge=theme.ink, edge_width=EDGE, radius=RADIUS)
            for stored in matrices.stored.values()
            for box in _tiles(stored.boxes, layer.n, layer.tile)
        )
    )
    frames.set_z_index(ABOVE)
    return frames


def _tiles(boxes: tuple[Box, ...], n: int, tile: int) -> list[Box]:
    starts = range(0, n, tile)
    ends = ((row, column) for row in starts for column in starts)
    last = (tile - 1) * (n + 1)
    return [
        Box.around(boxes[row * n + column], boxes[row * n + column + last]) for row, column in ends
    ]
