"""Strokes and areas from which every noun of the kit is drawn.  Lengths are pixels."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any, TypeVar

import numpy as np
from manim import CapStyleType, DashedVMobject, LineJointType, VGroup, VMobject

from scenes.kit.ground.frame import Box, stroke, to_point

Shape = TypeVar("Shape", bound=VMobject)


def rectangle(
    box: Box,
    *,
    fill: str | None = None,
    edge: str | None = None,
    edge_width: float = 0.0,
    radius: float = 0.0,
    opacity: float = 1.0,
    edge_opacity: float = 1.0,
) -> VMobject:
    """Return a rectangle with round corners; no ``fill`` or no ``edge`` leaves that part out.

    Parameters
    ----------
    box : Box
        Pixels.
    fill, edge : str, optional
        Colours, as roles of the theme.
    edge_width, radius : float, optional
        Pixels; a radius is at most half of the shorter side.
    opacity, edge_opacity : float, optional
        From 0 to 1.
    """
    shape = VMobject(
        fill_color=fill,
        fill_opacity=opacity if fill else 0,
        stroke_color=edge or fill,
        stroke_width=stroke(edge_width) if edge else 0,
        stroke_opacity=edge_opacity if edge else 0,
    )
    shape.set_points(_rounded(box, min(radius, box.width / 2, box.height / 2)))
    return shape


THIRDS = np.array([[0], [1 / 3], [2 / 3], [1]])
ROUND = 0.5523  # how far the handles of a quarter circle reach, of its radius


def _rounded(box: Box, radius: float) -> np.ndarray:
    """Return the outline of a box as eight curves: Manim's own takes a hundred times longer."""
    x, y = box.centre
    upright, level = (
        _side(half / 2, side / 2, radius)
        for half, side in ((box.width, box.height), (box.height, box.width))
    )
    sides = (upright, level, upright, level)
    runs = [side @ _quarter_turns(turn) for turn, side in enumerate(sides)]
    corners = np.concatenate(runs)
    points = np.zeros((len(corners), 3))
    points[:, 0], points[:, 1], _ = to_point(corners[:, 0] + x, corners[:, 1] + y)  # type: ignore
    return points


def _side(a: float, b: float, radius: float) -> np.ndarray:
    """Return a corner and the straight side after it, as two curves: a and b from the middle."""
    ends = np.array([(a - radius, -b), (a, radius - b), (a, b - radius)])
    handles = np.array([(a - radius * (1 - ROUND), -b), (a, radius * (1 - ROUND) - b)])
    straight = ends[1] + (ends[2] - ends[1]) * THIRDS
    return np.concatenate([ends[:1], handles, ends[1:2], straight])


@cache
def _quarter_turns(count: int) -> np.ndarray:
    """Return the matrix that turns rows of (x, y) by so many right angles."""
    turn = np.array([[0.0, 1.0], [-1.0, 0.0]])
    return np.linalg.matrix_power(turn, count)


def path(
    points: Sequence[tuple[float, float]],
    colour: str,
    width: float,
    *,
    closed: bool = False,
    opacity: float = 1.0,
    round_caps: bool = True,
) -> VMobject:
    """Return straight strokes through the points.

    Parameters
    ----------
    points : sequence of (x, y)
        Pixels; at least two.
    colour : str
        Of the strokes.
    width : float
        Pixels.
    closed : bool, optional
        Whether the last point is tied to the first.
    opacity : float, optional
        From 0 to 1.
    round_caps : bool, optional
        Whether the ends are round.
    """
    line = VMobject(stroke_color=colour, stroke_width=stroke(width), stroke_opacity=opacity)
    corners = [*points, points[0]] if closed else list(points)
    line.set_points_as_corners([np.array(to_point(*corner)) for corner in corners])
    line.joint_type = LineJointType.ROUND
    if round_caps:
        line.set_cap_style(CapStyleType.ROUND)
    return line


def area(points: Sequence[tuple[float, float]], fill: str, opacity: float = 1.0) -> VMobject:
    """Return a filled polygon without an edge; ``points`` are its corners, in pixels.

    Fewer than three give an empty one; ``fill`` is its colour, ``opacity`` from 0 to 1.
    """
    shape = VMobject(fill_color=fill, fill_opacity=opacity, stroke_width=0)
    if len(points) > 2:
        shape.set_points_as_corners([np.array(to_point(*p)) for p in (*points, points[0])])
    return shape


def dashed(shape: VMobject, length: float, dash: float = 9, gap: float = 7) -> DashedVMobject:
    """Return ``shape`` dashed; ``length``, that of its outline, ``dash`` and ``gap`` are pixels."""
    count = max(2, round(length / (dash + gap)))
    return DashedVMobject(shape, num_dashes=count, dashed_ratio=dash / (dash + gap))


def dashed_rectangle(box: Box, colour: str, width: float, radius: float = 10) -> DashedVMobject:
    """Return the dashed outline of a place that waits for its number.

    ``box``, ``width`` and ``radius`` are pixels, ``colour`` is that of the dashes.
    """
    outline = rectangle(box, edge=colour, edge_width=width, radius=radius)
    return dashed(outline, 2 * (box.width + box.height))


def bracket(box: Box, side: str, colour: str, *, tick: float = 14, width: float = 4) -> VMobject:
    """Return the left or right bracket of a box; ``side`` is ``"left"`` or ``"right"``.

    The ends of the stroke reach ``tick`` inwards; ``box``, ``tick`` and ``width`` are pixels,
    ``colour`` is that of the stroke.
    """
    x, inner = (box.x, box.x + tick) if side == "left" else (box.right, box.right - tick)
    return path([(inner, box.y), (x, box.y), (x, box.bottom), (inner, box.bottom)], colour, width)


def brackets(box: Box, colour: str, *, tick: float = 14, width: float = 4) -> VGroup:
    """Return both brackets of a ``box``; ``colour``, ``tick``, ``width`` as for :func:`bracket`."""
    return VGroup(
        *(bracket(box, side, colour, tick=tick, width=width) for side in ("left", "right"))
    )


# The signs between numbers are drawn, because those of a Chinese font are a full square wide.
# Each fills a square of side 1 around the origin, y downwards.
SIGNS: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "+": (((-0.27, 0.0), (0.27, 0.0)), ((0.0, -0.27), (0.0, 0.27))),
    "−": (((-0.27, 0.0), (0.27, 0.0)),),
    "=": (((-0.28, -0.13), (0.28, -0.13)), ((-0.28, 0.13), (0.28, 0.13))),
    "×": (((-0.2, -0.2), (0.2, 0.2)), ((-0.2, 0.2), (0.2, -0.2))),
    "→": (((-0.55, 0.0), (0.55, 0.0)), ((0.3, -0.22), (0.55, 0.0), (0.3, 0.22))),
    "·": (),
}
SIGN_WIDTH = {"+": 0.54, "−": 0.54, "=": 0.56, "×": 0.4, "→": 1.1, "·": 0.16}


class Sign(VGroup):
    """An operator, centred at a pixel; ``size`` is the size of the text beside it.

    Parameters
    ----------
    sign : str
        One of ``SIGNS``: + − = × → ·
    size : float
        Pixels.
    colour : str
        Of its strokes.
    x, y : float
        Pixels: its middle.
    bold : bool, optional
        Draw it thicker, beside bold numerals.

    Raises
    ------
    KeyError
        If the sign is none of these.
    """

    def __init__(
        self, sign: str, size: float, colour: str, x: float, y: float, bold: bool = False
    ) -> None:
        super().__init__()
        self.sign = sign
        width = size * (0.09 if bold else 0.07)
        for run in SIGNS[sign]:
            self.add(path([(x + a * size, y + b * size) for a, b in run], colour, width))
        if sign == "·":
            side = size * SIGN_WIDTH[sign]
            self.add(
                rectangle(Box(x - side / 2, y - side / 2, side, side), fill=colour, radius=side / 2)
            )

    def recolour(self, colour: str) -> Sign:
        """Give the sign another colour, strokes and dots alike."""
        for part in self:
            if self.sign == "·":
                part.set_fill(colour)
            else:
                part.set_stroke(colour)
        return self


def for_the_eye(shape: Shape, reason: str) -> Shape:
    """Declare that a ``shape`` carries no meaning, and why: the gate lets it be faint.

    The ``reason`` says what tells instead; no reason takes that back.
    """
    marked: Any = shape
    marked.ornament = reason
    return shape


def polyline_length(points: Sequence[tuple[float, float]]) -> float:
    """Return the length of the straight strokes through the points."""
    return sum(float(np.hypot(c - a, d - b)) for (a, b), (c, d) in pairwise(points))


def show_all(*parts: Any) -> VGroup:
    """Return the ``parts`` as one group, leaving out those that are ``None``."""
    return VGroup(*(part for part in parts if part is not None))
