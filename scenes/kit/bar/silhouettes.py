"""The eight vessels as numbers: half profiles, what they hold, and how high it stands in them.

Pure: knows nothing of Manim.  A polygon is an (n, 2) array of pixels, y downwards; a vessel of its
own stands with the middle of its foot on (0, 0).

How high a share of a vessel stands, however it is tilted: the level L for which

    area(interior below L) = share · area(interior)
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Polygon = NDArray[np.float64]
Run = tuple[tuple[float, float], ...]

INSET = 5.0  # from the outline to the liquid
SAMPLES = 18  # points on every curve


@dataclass(frozen=True)
class Silhouette:
    """One vessel at full size.

    ``profile`` is the right half from the middle of the foot to the mouth, in (half width, height
    above the foot): the first run is the start, then lines (one point) and cubic curves (three).
    ``height`` is that of the whole, with its stopper; ``spout`` that of the ring around the mouth,
    from where it pours.  What is no vessel pours from its lower edge.
    """

    name: str
    height: float
    spout: float
    profile: tuple[Run, ...]
    vessel: bool = True

    @property
    def mouth(self) -> tuple[float, float]:
        """Half width and height of the mouth."""
        return self.profile[-1][-1]


def _foot(half: float, corner: float) -> tuple[Run, ...]:
    """Return the start of a profile: a flat foot with a round corner."""
    soft = corner * 0.45
    return (
        ((0, 0),),
        ((half - corner, 0),),
        ((half - soft, 0), (half, soft), (half, corner)),
    )


SILHOUETTES = {
    silhouette.name: silhouette
    for silhouette in (
        Silhouette(
            "square",
            302,
            270,
            (*_foot(67, 11), ((67, 158),), ((67, 212), (22, 192), (21, 228)), ((21, 258),)),
        ),
        Silhouette(
            "round",
            320,
            282,
            (
                ((0, 0),),
                ((40, 0),),
                ((45, 0), (47, 4), (51, 8)),
                ((70, 26), (83, 50), (83, 80)),
                ((83, 150), (18, 150), (17, 222)),
                ((15, 272),),
            ),
        ),
        Silhouette(
            "carafe",
            272,
            247,
            (
                *_foot(61, 12),
                ((64, 40), (69, 66), (69, 96)),
                ((69, 152), (38, 160), (36, 198)),
                ((36, 212), (42, 222), (43, 235)),
            ),
        ),
        Silhouette(
            "contour",
            314,
            299,
            (
                *_foot(52, 16),
                ((54, 50), (40, 62), (40, 96)),
                ((40, 122), (58, 130), (58, 164)),
                ((58, 206), (20, 216), (18, 262)),
                ((17, 292),),
            ),
        ),
        Silhouette(
            "jar",
            238,
            213,
            (
                *_foot(72, 20),
                ((72, 162),),
                ((72, 184), (66, 189), (58, 193)),
                ((56, 194), (55, 196), (55, 200)),
                ((55, 208),),
            ),
        ),
        Silhouette(
            "tube",
            270,
            221,
            (
                *_foot(52, 12),
                ((52, 164),),
                ((52, 188), (40, 193), (28, 196)),
                ((24, 197), (22, 199), (22, 204)),
                ((22, 214),),
            ),
        ),
        Silhouette(
            "carton",
            252,
            222,
            (*_foot(62, 6), ((62, 164),), ((38, 218),), ((38, 222),)),
        ),
        Silhouette(
            "tile",
            230,
            0,
            (
                *_foot(74, 20),
                ((74, 210),),
                ((74, 221), (65, 230), (54, 230)),
                ((0, 230),),
            ),
            vessel=False,
        ),
    )
}
TALLEST = max(silhouette.height for silhouette in SILHOUETTES.values())


def height_beside(name: str, tallest: float) -> float:
    """Return the height of a silhouette on a shelf whose tallest bottle is ``tallest`` high."""
    return SILHOUETTES[name].height * tallest / TALLEST


@cache
def _half(name: str) -> Polygon:
    """Return the sampled right half profile, y downwards, from the foot to the mouth."""
    first, *runs = SILHOUETTES[name].profile
    points = [np.array(first[0], dtype=float)]
    for run in runs:
        if len(run) == 1:
            points.append(np.array(run[0], dtype=float))
        else:
            points.extend(_cubic(points[-1], *np.array(run, dtype=float)))
    return np.array(points) * (1, -1)


def _cubic(start: Polygon, leave: Polygon, arrive: Polygon, end: Polygon) -> Polygon:
    t = np.linspace(0, 1, SAMPLES + 1)[1:, None]
    s = 1 - t
    curve: Polygon = s**3 * start + 3 * s**2 * t * leave + 3 * s * t**2 * arrive + t**3 * end
    return curve


def _mirrored(half: Polygon) -> Polygon:
    """Return the closed polygon of a right half that begins on the axis."""
    left = half[:0:-1] * (-1, 1)
    return np.concatenate([half, left[left[:, 0] < 0]])


def outline(name: str, height: float) -> Polygon:
    """Return the outline of a silhouette that is ``height`` high with its stopper."""
    return _mirrored(_half(name)) * (height / SILHOUETTES[name].height)


def interior(name: str, height: float) -> Polygon:
    """Return the room for the liquid: the outline, inset by :data:`INSET` at full size."""
    half = _half(name)
    along = np.gradient(half, axis=0)
    inwards = np.column_stack([along[:, 1], -along[:, 0]])
    half = half + INSET * inwards / np.linalg.norm(inwards, axis=1, keepdims=True)
    half = half[half[:, 0] > 0]
    if not SILHOUETTES[name].vessel:
        half[:, 1] = np.maximum(half[:, 1], INSET - SILHOUETTES[name].height)
    half = np.concatenate([[(0.0, -INSET)], half[half[:, 1] <= -INSET]])
    return _mirrored(half) * (height / SILHOUETTES[name].height)


def half_width(name: str, above: float) -> float:
    """Return the half width of the full-size outline at a height above the foot."""
    half = _half(name)
    return float(np.interp(above, -half[:, 1], half[:, 0]))


def turned(polygon: Polygon, degrees: float) -> Polygon:
    """Return the polygon turned about the origin, clockwise on the screen."""
    angle = np.radians(degrees)
    cos, sin = np.cos(angle), np.sin(angle)
    turned_points: Polygon = polygon @ np.array([[cos, sin], [-sin, cos]])
    return turned_points


def area(polygon: Polygon) -> float:
    """Return the area inside a polygon."""
    return area_below(polygon, -np.inf)


def area_below(polygon: Polygon, level: float) -> float:
    """Return the area of the part below a level: the contour integral ∮ x dy of that part."""
    start, end = polygon, np.roll(polygon, -1, axis=0)
    top, bottom = np.maximum(start[:, 1], level), np.maximum(end[:, 1], level)
    drop = end[:, 1] - start[:, 1]
    slope = (end[:, 0] - start[:, 0]) / np.where(drop == 0, 1.0, drop)
    middle = start[:, 0] + slope * ((top + bottom) / 2 - start[:, 1])
    return abs(float(np.sum(middle * (bottom - top))))


def clip_below(polygon: Polygon, level: float) -> Polygon:
    """Return the part of a polygon below a horizontal level."""
    kept = []
    for here, there in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
        if here[1] >= level:
            kept.append(here)
        if (here[1] - level) * (there[1] - level) < 0:
            kept.append(here + (there - here) * (level - here[1]) / (there[1] - here[1]))
    return np.array(kept).reshape(-1, 2)


def level_for_volume(polygon: Polygon, share: float) -> float:
    """Return the level under which ``share`` of a polygon's area lies."""
    top, bottom = float(polygon[:, 1].min()), float(polygon[:, 1].max())
    wanted = share * area(polygon)
    for _ in range(40):
        middle = (top + bottom) / 2
        top, bottom = (middle, bottom) if area_below(polygon, middle) > wanted else (top, middle)
    return (top + bottom) / 2
