"""The frame of reference: everything is composed in pixels at 1920×1080, y downwards.

Pure: knows nothing of Manim, but for the size of its units.
"""

from __future__ import annotations

from dataclasses import dataclass

WIDTH, HEIGHT = 1920.0, 1080.0
PIXELS_PER_UNIT = 135.0  # Manim's frame is 8 units high
STROKE = 0.01 * PIXELS_PER_UNIT  # one point of Manim's stroke width, in pixels
MARGIN = 96.0
LEFT, RIGHT = MARGIN, WIDTH - MARGIN
TOP, FLOOR = 64.0, 936.0  # content stays between them
TITLE_BASELINE = 112.0
CAPTION_TOP, CAPTION_BASELINE, CAPTION_LEADING = 950.0, 1030.0, 48.0
CENTRE = WIDTH / 2


def to_point(x: float, y: float) -> tuple[float, float, float]:
    """Return the place of pixel (x, y) in Manim's units.

    >>> to_point(960, 540)
    (0.0, 0.0, 0.0)
    """
    return ((x - WIDTH / 2) / PIXELS_PER_UNIT, (HEIGHT / 2 - y) / PIXELS_PER_UNIT, 0.0)


def to_pixels(x: float, y: float) -> tuple[float, float]:
    """Return the pixel of a place in Manim's units: the inverse of :func:`to_point`."""
    return x * PIXELS_PER_UNIT + WIDTH / 2, HEIGHT / 2 - y * PIXELS_PER_UNIT


def units(pixels: float) -> float:
    """Return a length in Manim's units."""
    return pixels / PIXELS_PER_UNIT


def stroke(pixels: float) -> float:
    """Return the stroke width that Manim draws ``pixels`` wide."""
    return pixels / STROKE


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        """The middle, as (x, y)."""
        return self.x + self.width / 2, self.y + self.height / 2

    def grown(self, by: float) -> Box:
        """Return the box, larger by ``by`` on every side."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def moved(self, right: float = 0.0, down: float = 0.0) -> Box:
        """Return the box elsewhere."""
        return Box(self.x + right, self.y + down, self.width, self.height)

    @staticmethod
    def around(first: Box, *others: Box) -> Box:
        """Return the smallest box that holds all the boxes."""
        boxes = (first, *others)
        x, y = min(box.x for box in boxes), min(box.y for box in boxes)
        right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
        return Box(x, y, right - x, bottom - y)
