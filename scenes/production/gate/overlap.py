"""What lies over what: outlines as short strokes, and what of them can be seen in a box.

All is reckoned in pixels of the frame.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np

from scenes.kit.ground.frame import STROKE, Box, to_pixels
from scenes.kit.ground.theme import THEMES
from scenes.production.gate.contrast import channels, contrast, over
from scenes.production.gate.moment import Moment, SeenShape, SeenText

OPAQUE = 0.95  # opacity from which nothing is seen through an area
FAINT_EDGE = 1.12  # contrast of an area with its ground below which its edge is no line
Fault = tuple[SeenShape, str]
Known = dict[object, tuple[Fault, ...]]
STEPS = np.linspace(0, 1, 5)


def corners(boxes: Sequence[Box]) -> np.ndarray:
    """Return the left, top, right and bottom of boxes, as four rows."""
    rows = [(box.x, box.y, box.right, box.bottom) for box in boxes]
    return np.array(rows, dtype=float).reshape(-1, 4).T


def overlapping(boxes: Sequence[Box], more_than: float) -> Iterator[tuple[int, int]]:
    """Go through the pairs of boxes that share more than so many pixels both ways."""
    left, top, right, bottom = corners(boxes)
    wide = np.minimum.outer(right, right) - np.maximum.outer(left, left)
    high = np.minimum.outer(bottom, bottom) - np.maximum.outer(top, top)
    yield from zip(*np.nonzero(np.triu(np.minimum(wide, high) > more_than, 1)), strict=True)


def half_stroke(shape: SeenShape) -> float:
    """Return by how much the stroke of a shape reaches out of its outline."""
    return shape.stroke_width * STROKE / 2 if shape.stroke else 0.0


class Outline:
    """The outline of a shape as strokes (n, 2, 2): n times start and end, each an (x, y)."""

    def __init__(self, shape: SeenShape) -> None:
        flat = shape.points[: len(shape.points) // 4 * 4, :2].astype(float)
        a, b, c, d = (part[:, None] for part in np.moveaxis(flat.reshape(-1, 4, 2), 1, 0))
        t = STEPS[None, :, None]
        places = (1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t**2 * (1 - t) * c + t**3 * d
        x, y = to_pixels(places[..., 0], places[..., 1])
        places = np.stack([x, y], axis=-1)
        self.strokes = np.stack([places[:, :-1], places[:, 1:]], axis=2).reshape(-1, 2, 2)

    def within(self, box: Box) -> np.ndarray:
        """Return the middles (m, 2) of those parts of the strokes that lie in a box."""
        start, way = self.strokes[:, 0], self.strokes[:, 1] - self.strokes[:, 0]
        low, high = np.array([box.x, box.y]), np.array([box.right, box.bottom])
        with np.errstate(divide="ignore", invalid="ignore"):
            times = np.sort(np.stack([(low - start) / way, (high - start) / way]), axis=0)
        still = way == 0
        outside = still & ((start <= low) | (start >= high))
        enter = np.where(still, 0.0, times[0]).max(axis=1, initial=0.0)
        leave = np.where(still, 1.0, times[1]).min(axis=1, initial=1.0)
        crossing = (enter < leave) & ~outside.any(axis=1)
        middle = (enter + leave)[crossing, None] / 2
        middles: np.ndarray = start[crossing] + middle * way[crossing]
        return middles

    def holds(self, places: np.ndarray) -> np.ndarray:
        """Tell for each place (m, 2) whether it lies in the area that the outline encloses."""
        (ax, ay), (bx, by) = self.strokes[:, 0].T, self.strokes[:, 1].T
        x, y = places[:, 0, None], places[:, 1, None]
        side = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
        up, down = (ay <= y) & (by > y) & (side > 0), (ay > y) & (by <= y) & (side < 0)
        winding: np.ndarray = up.sum(axis=1) - down.sum(axis=1)
        held: np.ndarray = winding != 0
        return held


@lru_cache(maxsize=4096)
def _outline(key: int, shape: SeenShape) -> Outline:
    return Outline(shape)


def outline(shape: SeenShape) -> Outline:
    """Return the outline of a shape."""
    return _outline(id(shape.points), shape)


@lru_cache(maxsize=4096)
def _looks(key: int, shape: SeenShape) -> int:
    look = shape.fill, shape.stroke, shape.stroke_width, shape.opacity, shape.points.tobytes()
    return hash(look)


def looks(shape: SeenShape) -> int:
    """Return a number that stands for where and how a shape is drawn."""
    return _looks(id(shape.points), shape)


def inner(text: SeenText, by: float) -> Box:
    """Return the box of the ink of a text, less a little: a touch is no crossing."""
    return text.box.grown(-min(by, text.box.width / 3, text.box.height / 3))


class Scenery:
    """The shapes of a moment, in the order in which they are painted."""

    def __init__(self, moment: Moment, theme: str) -> None:
        self.shapes = moment.shapes
        self.background = THEMES[theme].background
        self.corners = corners([shape.box.grown(half_stroke(shape)) for shape in self.shapes])

    def faults(self, text: SeenText, by: float, known: Known) -> tuple[Fault, ...]:
        """Return what runs through a text and what lies over it, and which of the two it does.

        ``known`` keeps what has been found, because most things stand still from moment to moment.
        """
        near = self.near(text.box)
        key = text.box, tuple((looks(shape), shape.order < text.order) for shape in near)
        if key not in known:
            through = [(shape, "runs through") for shape in self.lines_under(text, by)]
            over = [(shape, "lies over") for shape in self.covers(text, by)]
            known[key] = (*through, *over)
        return known[key]

    def near(self, box: Box) -> list[SeenShape]:
        """Return the shapes that may reach into a box."""
        left, top, right, bottom = self.corners
        across = (left < box.right) & (right > box.x)
        down = (top < box.bottom) & (bottom > box.y)
        return [self.shapes[n] for n in np.nonzero(across & down)[0]]

    def lines_under(self, text: SeenText, by: float) -> Iterator[SeenShape]:
        """Go through the shapes below a text whose stroke or edge is seen to run through it."""
        box = inner(text, by)
        near = [shape for shape in self.near(text.box) if shape.order < text.order]
        for shape in near:
            places = outline(shape).within(box.grown(half_stroke(shape)))
            if not len(places):
                continue
            above = [other for other in near if other.order > shape.order]
            places = places[~_hidden(places, above)]
            drawn = shape.stroke and len(places)
            if drawn or (shape.fill and any(self._differs(p, shape, near) for p in places)):
                yield shape

    def _differs(self, place: np.ndarray, shape: SeenShape, near: Iterable[SeenShape]) -> bool:
        """Tell whether an area stands out from what is below it at a place of its edge."""
        under, at = self.background, place[None]
        for other in near:
            below = other.order < shape.order and other.fill and other.opacity >= OPAQUE
            if below and other.fill and outline(other).holds(at)[0]:
                under = other.fill
        assert shape.fill is not None
        ground = channels(under)
        return float(contrast(over(ground, shape.fill, shape.opacity), ground)) >= FAINT_EDGE

    def covers(self, text: SeenText, by: float) -> Iterator[SeenShape]:
        """Go through the shapes above a text that lie over a part of it, or all of it."""
        box = inner(text, by)
        middle = np.array([box.centre])
        for shape in self.near(text.box):
            if shape.order < text.order:
                continue
            line = outline(shape)
            crossed = len(line.within(box.grown(half_stroke(shape)))) > 0
            if crossed or (shape.fill and line.holds(middle)[0]):
                yield shape


def _hidden(places: np.ndarray, above: Iterable[SeenShape]) -> np.ndarray:
    """Tell for each place whether an opaque area lies over it."""
    hidden = np.zeros(len(places), dtype=bool)
    for shape in above:
        if shape.fill and shape.opacity >= OPAQUE:
            hidden |= outline(shape).holds(places)
    return hidden
