"""Liquid in a glass, and the areas and strokes that change their shape while they are on screen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import CapStyleType, LineJointType, VGroup, VMobject

from scenes.kit.bar.silhouettes import Polygon
from scenes.kit.ground.frame import Box, stroke, to_pixels, to_point
from scenes.kit.ground.shapes import for_the_eye
from scenes.kit.ground.theme import Hue, Theme, mix

Entry = tuple[Hue, float]


def draw(shape: VMobject, *runs: Polygon, closed: bool = True) -> None:
    """Give a shape other outlines, each a run of pixels; the same shape stays on screen."""
    pieces = [_corners(run, closed) for run in runs if len(run) > 1]
    shape.set_points(np.concatenate(pieces) if pieces else np.zeros((0, 3)))


def _corners(run: Polygon, closed: bool) -> np.ndarray:
    x, y, _ = to_point(run[:, 0], run[:, 1])  # type: ignore[arg-type]
    points = np.column_stack([x, y, np.zeros(len(run))])
    start, end = points, np.roll(points, -1, axis=0)
    if not closed:
        start, end = start[:-1], end[:-1]
    between = [start + (end - start) * share for share in (0, 1 / 3, 2 / 3, 1)]
    return np.stack(between, axis=1).reshape(-1, 3)


def filled(colour: str, opacity: float = 1.0) -> VMobject:
    """Return an area that has no shape yet.

    Parameters
    ----------
    colour : str
        Of the area.
    opacity : float, optional
        From 0 to 1.
    """
    return VMobject(fill_color=colour, fill_opacity=opacity, stroke_width=0)


def stroked(colour: str, width: float) -> VMobject:
    """Return a round stroke that has no shape yet.

    Parameters
    ----------
    colour : str
        Of the stroke.
    width : float
        Pixels.
    """
    line = VMobject(stroke_color=colour, stroke_width=stroke(width), joint_type=LineJointType.ROUND)
    return line.set_cap_style(CapStyleType.ROUND)


def corners(box: Box, radius: float = 0.0, *, top: bool = False) -> Polygon:
    """Return the corners of a box from top left over the foot to top right.

    The lower corners are round, the upper ones only if ``top``.
    """
    radius = min(radius, box.width / 2, box.height / (2 if top else 1))
    angle = np.linspace(0, np.pi / 2, 9)
    arc = np.column_stack([-np.cos(angle), np.sin(angle)]) * radius
    left = arc + np.array([box.x + radius, box.bottom - radius])
    if top:
        upper = (arc * (1, -1))[::-1] + np.array([box.x + radius, box.y + radius])
        left = np.concatenate([upper, left])
    else:
        left = np.concatenate([[(box.x, box.y)], left])
    right = left[::-1] * (-1, 1) + (box.x + box.right, 0)
    return np.concatenate([left, right])


def empty_colour(theme: Theme) -> str:
    """Return the colour of a glass with nothing in it."""
    return mix(theme.background, theme.ink, 0.045)


def surface_colour(theme: Theme, hue: Hue) -> str:
    """Return the colour of a liquid's surface: light at night, on paper the hue's own edge."""
    return hue.text if hue.text != hue.fill else mix(hue.fill, theme.shine, 0.5)


class Layer(VGroup):
    """One ingredient in a glass: its area and its surface.

    Parameters
    ----------
    hue : Hue
        ``fill`` for its area, a lighter one for its surface.
    """

    def __init__(self, theme: Theme, hue: Hue) -> None:
        super().__init__(filled(hue.fill), filled(surface_colour(theme, hue)))

    def fill_box(self, box: Box, edge: float, radius: float = 0.0, *, down: bool = False) -> None:
        """Fill a box, with the surface below if it grows ``down``; no height shows nothing."""
        body, surface = self
        tall = box.height > 1e-6
        edge = min(edge, box.height)
        rim = Box(box.x, box.bottom - edge if down else box.y, box.width, edge)
        draw(body, *([corners(box, radius)] if tall else []))
        draw(surface, *([corners(rim)] if tall else []))


def bound(stack: VGroup) -> None:
    """Declare what need not stand out of layers in a glass, and why; the uppermost surface does."""
    uppermost = next((layer for layer in stack if layer[1].has_points()), None)
    for layer in stack:
        body, surface = layer
        for_the_eye(body, "an area of liquid: its surface and the wall bound it")
        between = "between layers: their hues and their numbers tell them apart"
        for_the_eye(surface, "" if layer is uppermost else between)


def wall_width(box: Box, icon: bool) -> float:
    """Return the width of the walls: 4 for a large glass, down to 1.9 for the smallest icon."""
    return float(np.clip(box.width / 32, 1.9, 2.6 if icon else 4.0))


def match_layers(stack: VGroup, theme: Theme, old: Sequence[Entry], new: Sequence[Entry]) -> None:
    """Give a stack one drawn layer for each entry, the lowest drawn last."""
    layers = list(reversed(stack.submobjects))[: len(new)]
    for k, (hue, _) in enumerate(new):
        if k >= len(layers):
            layers.append(Layer(theme, hue))
        elif hue != old[k][0]:
            layers[k] = Layer(theme, hue)
    stack.submobjects = layers[::-1]


def box_of(shape: VMobject) -> Box:
    """Return the pixels between the outermost points of a shape, strokes not counted."""
    low, high = shape.points.min(axis=0), shape.points.max(axis=0)
    (x, bottom), (right, y) = to_pixels(low[0], low[1]), to_pixels(high[0], high[1])
    return Box(x, y, right - x, bottom - y)


def dashes(polygon: Polygon, dash: float, gap: float) -> list[Polygon]:
    """Return the dashes of a closed polygon, all of one length, as open polylines."""
    ring = np.concatenate([polygon, polygon[:1]])
    places = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(ring, axis=0).T))])
    count = max(2, round(places[-1] / (dash + gap)))
    period = places[-1] / count
    return [
        _between(ring, places, n * period, (n + dash / (dash + gap)) * period) for n in range(count)
    ]


def _between(line: Polygon, places: Polygon, start: float, end: float) -> Polygon:
    inner = places[(places > start) & (places < end)]
    at = np.concatenate([[start], inner, [end]])
    return np.column_stack([np.interp(at, places, line[:, 0]), np.interp(at, places, line[:, 1])])
