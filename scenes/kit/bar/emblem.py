"""What is printed on the bottles and what closes them, as coloured patches.

Pure: knows nothing of Manim.  Patches are polygons of a full-size silhouette whose foot stands on
(0, 0), y downwards; in the code below heights are counted from the foot upwards.  Each names the
role of its colour: ``cream``, ``hue``, ``deep``, ``leaf``, ``cork``, ``cap``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from scenes.kit.bar.silhouettes import SILHOUETTES, Polygon, half_width


@dataclass(frozen=True)
class Patch:
    """An area of one colour."""

    points: Polygon
    role: str


def _patch(points: Sequence[tuple[float, float]] | Polygon, role: str) -> Patch:
    return Patch(np.array(points, dtype=float) * (1, -1), role)


def _disc(x: float, y: float, radius: float, role: str, high: float = 1.0) -> Patch:
    angle = np.linspace(0, 2 * np.pi, 41)[:-1]
    ring = np.column_stack([x + radius * np.cos(angle), y + high * radius * np.sin(angle)])
    return _patch(ring, role)


def _plate(half: float, low: float, high: float, role: str, top: float | None = None) -> Patch:
    """Return a plate centred on the axis; ``top`` is its upper half width, where it differs."""
    top = half if top is None else top
    return _patch([(-half, low), (half, low), (top, high), (-top, high)], role)


def _rounded(half: float, low: float, high: float, corner: float, role: str) -> Patch:
    angle = np.linspace(0, np.pi / 2, 9)
    arc = corner * np.column_stack([np.cos(angle), np.sin(angle)])
    lower = arc[::-1] * (1, -1) + np.array([half - corner, low + corner])
    right = np.concatenate([lower, arc + np.array([half - corner, high - corner])])
    return _patch(np.concatenate([right, right[::-1] * (-1, 1)]), role)


def _bar(x0: float, y0: float, x1: float, y1: float, width: float, role: str) -> Patch:
    along = np.array([x1 - x0, y1 - y0])
    side = np.array([-along[1], along[0]]) * width / 2 / np.hypot(*along)
    start, end = np.array([x0, y0]), np.array([x1, y1])
    return _patch(np.array([start + side, end + side, end - side, start - side]), role)


def _leaf(x: float, y: float, length: float, degrees: float, role: str = "leaf") -> Patch:
    """Return a leaf that grows from (x, y)."""
    t = np.linspace(0, 1, 13)
    bulge = 0.3 * np.sin(np.pi * t**0.8)
    blade = length * np.column_stack(
        [np.concatenate([t, t[::-1]]), np.concatenate([bulge, -bulge[::-1]])]
    )
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return _patch(blade @ turn + (x, y), role)


def _wave(low: float, high: float, role: str, inset: float = 0.0) -> Patch:
    """Return a waving band from one side of the contour bottle to the other."""
    rows = []
    for middle in (low, high):
        t = np.linspace(-1, 1, 41)
        heights = middle + 9 * np.sin(2.9 * t)
        half = np.array([half_width("contour", height) for height in heights]) - inset
        rows.append(np.column_stack([t * half, heights]))
    return _patch(np.concatenate([rows[0], rows[1][::-1]]), role)


def _berries() -> list[Patch]:
    return [
        _plate(48, 42, 136, "cream"),
        _bar(-33, 122, 33, 122, 3, "deep"),
        _bar(-33, 58, 33, 58, 3, "deep"),
        _disc(0, 101, 10, "hue"),
        _disc(-11, 80, 10, "hue"),
        _disc(11, 80, 10, "hue"),
    ]


def _raspberry() -> list[Patch]:
    bulbs = [
        (-11, 91),
        (0, 88),
        (11, 91),
        (-17, 78),
        (0, 75),
        (17, 78),
        (-10, 66),
        (10, 66),
        (0, 57),
    ]
    return [
        _disc(0, 80, 45, "cream"),
        _disc(0, 80, 38, "deep"),
        _disc(0, 80, 35.5, "cream"),
        _disc(0, 77, 16, "hue"),
        *(_disc(x, y, 8, "hue") for x, y in bulbs),
        _leaf(0, 96, 17, 145),
        _leaf(0, 96, 17, 35),
        _leaf(0, 94, 14, 90),
    ]


def _lemon() -> list[Patch]:
    ends = [(31 * np.cos(a), 31 * np.sin(a)) for a in np.radians((0, 45, 90, 135))]
    return [
        _disc(0, 82, 44, "cream"),
        _disc(0, 82, 37, "hue"),
        _disc(0, 82, 33, "cream"),
        _disc(0, 82, 30, "hue"),
        *(_bar(-x, 82 - y, x, 82 + y, 3.4, "cream") for x, y in ends),
        _disc(0, 82, 4.5, "cream"),
    ]


def _swoosh() -> list[Patch]:
    flutes = [_bar(x, 18, x * 0.9, 54, 3, "deep") for x in (-18, 0, 18)]
    return [*flutes, _wave(122, 164, "cream", 1.5), _wave(138, 150, "hue", 1.5)]


def _sprig() -> list[Patch]:
    return [
        _rounded(50, 48, 140, 12, "cream"),
        _bar(0, 62, 0, 104, 3, "leaf"),
        _leaf(0, 98, 32, 90),
        _leaf(0, 82, 34, 38),
        _leaf(0, 82, 34, 142),
        _leaf(0, 66, 30, 20),
        _leaf(0, 66, 30, 160),
    ]


def _drop() -> list[Patch]:
    t = np.linspace(-np.pi, np.pi, 49)[:-1]
    drop = np.column_stack([30 * np.sin(t) * np.cos(t / 2) ** 1.2, 84 - 32 * np.cos(t)])
    return [
        _plate(50.5, 34, 126, "cream"),
        _plate(50.5, 39, 41.5, "deep"),
        _plate(50.5, 118.5, 121, "deep"),
        _patch(drop, "hue"),
        _disc(-8, 70, 4.5, "cream", 1.6),
    ]


def _flower() -> list[Patch]:
    petals = [np.radians(90 + 60 * n) for n in range(6)]
    return [
        _plate(60.5, 30, 122, "cream"),
        *(_disc(22 * np.cos(a), 76 + 22 * np.sin(a), 13, "deep") for a in petals),
        _disc(0, 76, 17, "deep"),
        _disc(0, 76, 11, "cream"),
    ]


def _chart() -> list[Patch]:
    heights = (26, 44, 34, 62)
    return [
        _rounded(54, 60, 176, 12, "cream"),
        *(
            _bar(-30 + 20 * n, 80, -30 + 20 * n, 80 + high, 13, "hue" if n < 3 else "deep")
            for n, high in enumerate(heights)
        ),
    ]


_EMBLEMS: dict[str, Callable[[], list[Patch]]] = {
    "square": _berries,
    "round": _raspberry,
    "carafe": _lemon,
    "contour": _swoosh,
    "jar": _sprig,
    "tube": _drop,
    "carton": _flower,
    "tile": _chart,
}


@cache
def emblem(name: str) -> tuple[Patch, ...]:
    """Return the label of a silhouette, the undermost patch first."""
    return tuple(_EMBLEMS[name]())


@cache
def lip(name: str) -> tuple[Patch, ...]:
    """Return the ring around the mouth, which stays when the bottle is opened."""
    rings = {"square": (26, 258), "round": (22, 272), "carafe": (46, 235), "contour": (20, 290),
             "jar": (57, 205), "tube": (25, 211)}  # fmt: skip
    spout = SILHOUETTES[name].spout
    return (_plate(*rings[name], spout, "cap"),) if name in rings else ()


@cache
def stopper(name: str) -> tuple[Patch, ...]:
    """Return what closes the bottle: it is gone while the bottle pours."""
    teeth = [(23 - 46 * n / 12, 293.5 if n % 2 else 298.0) for n in range(13)]
    parts = {
        "square": (_plate(19, 270, 280, "cork"), _plate(28, 279, 302, "cork")),
        "round": (_disc(0, 300, 20, "deep"),),
        "carafe": (_plate(45, 247, 272, "deep", 41),),
        "contour": (_patch([(-19, 314), (19, 314), *teeth], "deep"),),
        "jar": (_rounded(62, 211, 238, 5, "deep"),),
        "tube": (_plate(27, 217, 236, "deep"), _plate(19, 236, 270, "deep", 8)),
        "carton": (_plate(39, 222, 252, "deep"), _plate(39, 234, 235.6, "cap")),
    }
    return parts.get(name, ())
