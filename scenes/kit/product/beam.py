"""The beam: one L-shape that runs right along a row, and down a column, to the cell they make."""

from __future__ import annotations

import numpy as np
from manim import VGroup

from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import area, for_the_eye, path
from scenes.kit.ground.theme import Theme, mix
from scenes.kit.product.grid_geometry import GridPlace

OUTSIDE, RADIUS, EDGE = 5.0, 14.0, 2.4
FILL_SHARE = 0.13
CHEVRON = 9.0  # half of its height


class Beam(VGroup):
    """The light on row ``i`` of ``left`` and column ``j`` of ``matrix``, under the cells.

    Parameters
    ----------
    left, matrix, result : GridPlace
        The three grids of Falk's layout, in pixels.
    i, j : int
        The entry of the result.
    """

    def __init__(
        self, theme: Theme, left: GridPlace, matrix: GridPlace, result: GridPlace, i: int, j: int
    ) -> None:
        row = Box.around(left.cell(i, 0), result.cell(i, j)).grown(OUTSIDE)
        column = Box.around(matrix.cell(0, j), result.cell(i, j)).grown(OUTSIDE)
        outline = rounded(_corners(row, column))
        fill = area(outline, mix(theme.background, theme.focus, FILL_SHARE))
        edge = mix(theme.background, theme.focus, theme.edge_share)
        for_the_eye(fill, "the light inside the beam: its edge tells where it runs")
        super().__init__(fill, path(outline, edge, EDGE, closed=True))
        self.chevron = _down(theme, matrix, result, i, j)
        self.add(self.chevron)
        self.set_z_index(-5)


def _corners(row: Box, column: Box) -> list[tuple[float, float]]:
    return [
        (row.x, row.y),
        (column.x, row.y),
        (column.x, column.y),
        (column.right, column.y),
        (column.right, row.bottom),
        (row.x, row.bottom),
    ]


def rounded(
    corners: list[tuple[float, float]], radius: float = RADIUS
) -> list[tuple[float, float]]:
    """Return the outline with every corner replaced by a curve."""
    points = np.array(corners, dtype=float)
    outline: list[tuple[float, float]] = []
    for n, corner in enumerate(points):
        before, after = points[n - 1], points[(n + 1) % len(points)]
        start = corner + (before - corner) * _share(radius, before, corner)
        end = corner + (after - corner) * _share(radius, after, corner)
        for t in np.linspace(0, 1, 9):
            bend = (1 - t) ** 2 * start + 2 * t * (1 - t) * corner + t**2 * end
            outline.append((float(bend[0]), float(bend[1])))
    return outline


def _share(radius: float, other: np.ndarray, corner: np.ndarray) -> float:
    return min(0.5, radius / max(1e-9, float(np.hypot(*(other - corner)))))


def _down(theme: Theme, matrix: GridPlace, result: GridPlace, i: int, j: int) -> VGroup:
    """Return the chevron between the matrix and the result, where there is room for it."""
    x, _ = matrix.cell(0, j).centre
    top, bottom = matrix.bracket_box.bottom, result.bracket_box.y
    if i > 0 or bottom - top < 3 * CHEVRON:
        return VGroup()
    y = (top + bottom) / 2
    tips = [
        (x - CHEVRON * 1.2, y - CHEVRON / 2),
        (x, y + CHEVRON / 2),
        (x + CHEVRON * 1.2, y - CHEVRON / 2),
    ]
    return VGroup(path(tips, theme.focus, 3))
