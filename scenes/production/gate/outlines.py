"""Whether an outline is that of the words it stands for."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np

from scenes.kit.ground.text import Label, glyph_points

NODES, WEIGHTS = np.polynomial.legendre.leggauss(5)  # exact for the moments of cubic curves
TIMES = (NODES + 1) / 2
NEAR = 2e-3


def is_drawn_as_it_says(label: Label) -> bool:
    """Tell whether a label's outlines are those of its words, in either weight."""
    shown = _shown(label.points.tobytes())
    said = (_said(label.text, bold) for bold in (label.bold, not label.bold))
    return any(all(map(_near, shown, words)) for words in said)


def _near(shown: float, said: float) -> bool:
    return abs(shown - said) <= NEAR


@lru_cache(maxsize=4096)  # most labels stand still from moment to moment
def _shown(points: bytes) -> tuple[float, ...]:
    return signature(np.frombuffer(points).reshape(-1, 3))


@cache
def _said(text: str, bold: bool) -> tuple[float, ...]:
    return signature(glyph_points(text, 100, bold))


def signature(points: np.ndarray) -> tuple[float, ...]:
    """Return width, area, and centre of area of closed cubic curves, the height being 1.

    It is the same however the curves are divided, so a morph that has arrived is known.
    """
    if not len(points):
        return (0.0, 0.0, 0.0, 0.0)
    flat = points[:, :2] - points[:, :2].min(axis=0)
    flat = flat / max(1e-9, float(_extent(flat)))
    curves = flat[: len(flat) // 4 * 4].reshape(-1, 4, 2)
    place, speed = _along(curves)
    x, y = place[..., 0], place[..., 1]
    area = _integral(x * speed[..., 1])
    across = _integral(x**2 / 2 * speed[..., 1])
    up = -_integral(y**2 / 2 * speed[..., 0])
    width = float(np.ptp(flat[:, 0]))
    scale = max(1.0, width)
    return width / scale, area / scale, across / scale**2, up / scale


def _extent(flat: np.ndarray) -> float:
    return max(float(flat[:, 1].max()), 1e-3 * float(flat[:, 0].max()))


def _along(curves: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the points of the curves at the nodes of the quadrature, and their derivatives."""
    t = TIMES[None, :, None]
    a, b, c, d = (curves[:, n, None, :] for n in range(4))
    place = (1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t**2 * (1 - t) * c + t**3 * d
    speed = 3 * (1 - t) ** 2 * (b - a) + 6 * t * (1 - t) * (c - b) + 3 * t**2 * (d - c)
    return place, speed


def _integral(values: np.ndarray) -> float:
    return float((values * WEIGHTS / 2).sum())
