"""Where a bottle stands, hangs and pours, as numbers.

Pure: knows nothing of Manim.  Lengths are pixels, y downwards; tilts are degrees, clockwise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from scenes.kit.bar.silhouettes import (
    SILHOUETTES,
    Polygon,
    interior,
    level_for_volume,
    turned,
)

STREAM = 30.0  # the width of what pours from a wide mouth, at full size
LEAST_TILT, MOST_TILT = 112.0, 130.0
DRAIN, DREGS = 0.4, 0.12  # of the bottle: what a full glass takes, and what always stays in it


@dataclass(frozen=True)
class Pose:
    """Where a bottle stands: ``floor`` is the row of its foot before it tilts about its middle."""

    x: float
    floor: float
    height: float
    tilt: float = 0.0

    def place(self, points: Polygon) -> Polygon:
        """Return points of a bottle that stands on (0, 0), where this pose puts them."""
        middle = np.array([0.0, self.height / 2])
        placed: Polygon = (
            turned(points + middle, self.tilt) + np.array([self.x, self.floor]) - middle
        )
        return placed


def mouth_at(silhouette: str, pose: Pose) -> tuple[float, float]:
    """Return the pixel of the spout in a pose: a wide mouth pours over its lower side."""
    shape = SILHOUETTES[silhouette]
    side = max(0.0, shape.mouth[0] - STREAM / 2) * np.sin(np.radians(pose.tilt))
    spout = np.array([[side, -shape.spout]]) * pose.height / shape.height
    x, y = pose.place(spout)[0]
    return float(x), float(y)


@cache
def pouring_tilt(silhouette: str, fill: float) -> float:
    """Return the least tilt at which a bottle holding ``fill`` of its volume runs over."""
    if not SILHOUETTES[silhouette].vessel:
        return 0.0
    for tilt in np.arange(LEAST_TILT, MOST_TILT, 1.0):
        pose = Pose(0.0, 0.0, 100.0, tilt)
        room, (_, spout) = pose.place(interior(silhouette, 100.0)), mouth_at(silhouette, pose)
        if level_for_volume(room, fill) <= spout:
            return float(tilt)
    return MOST_TILT


def poured_out(fill: float, share: float) -> float:
    """Return what is left of ``fill`` in a bottle that has given ``share`` of a glass."""
    return min(fill, max(DREGS, fill - DRAIN * share))


def hang(silhouette: str, height: float, tilt: float, spout: tuple[float, float]) -> Pose:
    """Return the pose of a tilted bottle that has its spout at a pixel."""
    pose = Pose(0.0, 0.0, height, tilt)
    x, y = mouth_at(silhouette, pose)
    return replace(pose, x=spout[0] - x, floor=spout[1] - y)


def reach(height: float) -> float:
    """Return how far from its spout the stream falls straight."""
    return 0.17 * height
