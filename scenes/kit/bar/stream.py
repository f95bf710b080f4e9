"""A stream of liquid: out of the spout, over in a bend, straight down to the surface."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from manim import VMobject

from scenes.kit.bar.bottle import Bottle
from scenes.kit.bar.glass import Glass, SignedBars
from scenes.kit.bar.liquid import draw
from scenes.kit.bar.pose import STREAM, Pose, hang, pouring_tilt, reach
from scenes.kit.bar.silhouettes import SILHOUETTES, Polygon, outline, turned
from scenes.kit.ground.frame import TOP, stroke
from scenes.kit.ground.theme import Hue

Vessel = Glass | SignedBars

EDGE = 3.0  # pixels
CLEARANCE = 66.0  # pixels between the rim of the glass and the spout


class Stream(VMobject):
    """What falls from a spout into a glass; empty until it is drawn by :class:`Flow`.

    Parameters
    ----------
    hue : Hue
        Of what falls.
    """

    def __init__(self, hue: Hue) -> None:
        faint = hue.text != hue.fill  # its area alone, on this ground
        edge = stroke(EDGE) if faint else 0.0
        super().__init__(
            fill_color=hue.fill, fill_opacity=1, stroke_color=hue.text, stroke_width=edge
        )

    def fall(self, bottle: Bottle, glass: Vessel, head: float, tail: float) -> Stream:
        """Draw the stream between two shares of its way, ``tail`` behind ``head``."""
        way = _way(bottle, glass.level + 1.0)
        wide = _widths(bottle, len(way))
        places = np.linspace(0, 1, len(way))
        seen = (places >= tail) & (places <= head)
        draw(self, *([_ribbon(way[seen], wide[seen])] if seen.sum() > 1 else []))
        return self


def pouring_pose(bottle: Bottle, glass: Vessel, *, side: str = "left") -> Pose:
    """Return the pose from which a bottle pours into a glass, itself to the ``side`` of it."""
    way = 1.0 if side == "left" else -1.0
    height, box = bottle.stance.height, glass.box
    tilt = way * pouring_tilt(bottle.silhouette, round(bottle.fill, 3))
    bow = way * reach(height) if tilt else 0.0
    aim = box.centre[0] + way * 0.06 * box.width
    pose = hang(bottle.silhouette, height, tilt, (aim - bow, box.y - CLEARANCE))
    top = pose.place(outline(bottle.silhouette, height))[:, 1].min()
    down = float(np.clip(TOP - top, 0, CLEARANCE - 20))
    return replace(pose, floor=pose.floor + down)


def _way(bottle: Bottle, surface: float) -> Polygon:
    """Return the middle of a stream: out of the spout, over in a bend, straight down."""
    pose, (x, y) = bottle.stance, bottle.mouth
    axis = turned(np.array([[0.0, -1.0]]), pose.tilt)[0]
    bow = reach(pose.height) * np.sign(pose.tilt)
    out = np.array([x, y]) - 2 * axis * (pose.tilt != 0)
    bend = np.array([x + bow, y + abs(bow) * max(0.1, axis[1] / max(abs(axis[0]), 0.3))])
    low = np.array([x + bow, min(bend[1] + 1.6 * abs(bow), max(surface, bend[1]))])
    t = np.linspace(0, 1, 30)[:, None]
    curve = (1 - t) ** 2 * out + 2 * t * (1 - t) * bend + t**2 * low
    drop = np.linspace(low, (low[0], max(surface, low[1])), 30)[1:]
    return _evenly(np.concatenate([curve, drop]), 80)


def _evenly(line: Polygon, count: int) -> Polygon:
    """Return ``count`` points at equal distances along a line."""
    places = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    at = np.linspace(0, places[-1], count)
    return np.column_stack([np.interp(at, places, line[:, 0]), np.interp(at, places, line[:, 1])])


def _widths(bottle: Bottle, count: int) -> Polygon:
    """Return the widths of a stream: it draws together as it falls."""
    shape, height = SILHOUETTES[bottle.silhouette], bottle.stance.height
    spout = min(2 * shape.mouth[0] - 8, STREAM) if shape.vessel else 24.0
    t = np.linspace(0, 1, count)
    widths: Polygon = (0.052 + (spout / shape.height - 0.052) * (1 - t) ** 3) * height
    return widths


def _ribbon(way: Polygon, wide: Polygon) -> Polygon:
    along = np.gradient(way, axis=0)
    side = np.column_stack([-along[:, 1], along[:, 0]])
    side *= (wide / 2 / np.maximum(np.hypot(*along.T), 1e-9))[:, None]
    return np.concatenate([way + side, (way - side)[::-1]])
