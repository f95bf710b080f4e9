"""A bottle of one ingredient, upright or tilted, full or half empty, in its hue."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from manim import DOWN, VGroup

from scenes.kit.bar.emblem import Patch, emblem, lip, stopper
from scenes.kit.bar.liquid import dashes, draw, filled, stroked, surface_colour
from scenes.kit.bar.pose import Pose, mouth_at
from scenes.kit.bar.silhouettes import (
    INSET,
    SILHOUETTES,
    Polygon,
    clip_below,
    half_width,
    interior,
    level_for_volume,
    outline,
)
from scenes.kit.ground.frame import stroke, to_pixels
from scenes.kit.ground.shapes import for_the_eye
from scenes.kit.ground.theme import Hue, Theme, mix

ICON = 100.0  # lower than this a bottle is but its silhouette and its liquid
DIM = 0.5  # how much of its colour a bottle keeps that is not in play
SURFACE = 3.2  # the height of the light edge of a liquid
OPEN_AT = 25.0  # degrees of tilt by which the stopper is gone


class Bottle(VGroup):
    """A bottle that is ``height`` high with its stopper and stands on the pixel row ``floor``.

    ``fill`` is the share of its volume that it holds.  All bottles of one silhouette have the same
    submobjects, whatever their size, so that any of them can turn into any other.

    Parameters
    ----------
    hue : Hue
        Of its liquid and its label.
    silhouette : str
        A name in ``SILHOUETTES``: ``"square"``, ``"round"``, ``"carafe"``, ``"contour"``,
        ``"jar"``, ``"tube"``, ``"carton"`` or ``"tile"``.
    height : float
        Pixels, from its foot to the top of its stopper.
    x, floor : float
        Pixels: the middle of its foot, and the row that it stands on.
    fill : float, optional
        From 0 to 1.
    icon : bool, optional
        Draw the silhouette and the liquid alone, as below 100 pixels in any case.
    alive : bool, optional
        Whether it is in play; else its colours are dimmed.

    Raises
    ------
    KeyError
        If there is no such silhouette.
    """

    def __init__(
        self,
        theme: Theme,
        hue: Hue,
        silhouette: str,
        *,
        height: float,
        x: float,
        floor: float,
        fill: float = 0.92,
        icon: bool = False,
        alive: bool = True,
    ) -> None:
        super().__init__()
        self.theme, self.hue, self.silhouette = theme, hue, silhouette
        self.fill, self.icon = fill, icon or height < ICON
        self.home = Pose(x, floor, height)
        self.air, self.liquid, self.surface = filled(theme.ink), filled(hue.fill), filled(hue.fill)
        self.liquid.set_sheen_direction(DOWN)
        self.label = VGroup(*(filled(hue.fill) for _ in emblem(silhouette)))
        self.streak = filled(theme.shine)
        self.outline = stroked(theme.ink, 3)
        self.lip = VGroup(*(filled(hue.fill) for _ in lip(silhouette)))
        self.stopper = VGroup(*(filled(hue.fill) for _ in stopper(silhouette)))
        self.add(self.air, self.liquid, self.surface, self.label)
        self.add(self.streak, self.outline, self.stopper, self.lip)
        for part in (self.air, self.liquid, self.surface):
            for_the_eye(part, "what is in a bottle: its outline and its name tell it")
        for part in (self.label, self.streak, self.stopper, self.lip):
            for_the_eye(part, "a detail of a bottle: its outline and its name tell it")
        self._draw(self.home)
        self.set_alive(alive)

    @property
    def stance(self) -> Pose:
        """The pose that the bottle has now, read from its outline, wherever it was moved."""
        corners = self.outline.points[::4]
        lip_right = len(corners) // 2
        foot, *lips = (to_pixels(*corners[n][:2]) for n in (0, lip_right, -lip_right))
        axis = np.mean(lips, axis=0) - foot
        shape = SILHOUETTES[self.silhouette]
        up = shape.mouth[1] / shape.height
        height = float(np.hypot(*axis)) / up
        tilt = float(np.degrees(np.arctan2(axis[0], -axis[1])))
        middle = foot + axis / up / 2
        return Pose(float(middle[0]), float(middle[1]) + height / 2, height, tilt)

    @property
    def mouth(self) -> tuple[float, float]:
        """The pixel from which the bottle pours: its spout, or the lower edge of a tile."""
        return mouth_at(self.silhouette, self.stance)

    def pose(
        self,
        tilt: float | None = None,
        fill: float | None = None,
        x: float | None = None,
        floor: float | None = None,
        height: float | None = None,
    ) -> Bottle:
        """Take another pose; what is not given stays as it is."""
        given = {"tilt": tilt, "x": x, "floor": floor, "height": height}
        self.fill = self.fill if fill is None else fill
        known = {name: value for name, value in given.items() if value is not None}
        self._draw(replace(self.stance, **known))
        return self

    def dimmed(self) -> Bottle:
        """Return a copy that is not in play."""
        return self.copy().set_alive(False)

    def set_alive(self, alive: bool) -> Bottle:
        """Look in play or not; ``bottle.animate.set_alive(False)`` dims it."""
        self.alive = alive
        colour = self._colours()
        self.air.set_fill(colour["air"])
        self.liquid.set_fill([colour["liquid"], colour["foot"]])  # type: ignore[arg-type]
        self.surface.set_fill(colour["surface"])
        for parts, patches in self._patches():
            for part, patch in zip(parts, patches, strict=True):
                part.set_fill(colour[patch.role])
                if parts is not self.label:
                    part.set_stroke(colour["outline"])
        self.outline.set_stroke(colour["outline"])
        return self

    def _colours(self) -> dict[str, str]:
        theme, fill = self.theme, self.hue.fill
        foot = fill if self.icon else mix(fill, theme.on_liquid, 0.26)
        colours = {
            "liquid": fill,
            "foot": foot,
            "surface": surface_colour(theme, self.hue),
            "hue": mix(fill, theme.on_liquid, 0.12),
            "deep": mix(fill, theme.on_liquid, 0.34),
            "cream": theme.cream,
            "leaf": theme.leaf,
            "cork": theme.cork,
            "cap": theme.cap,
            "outline": theme.ink if self.alive else theme.muted,
        }
        if not self.alive:
            colours = {role: mix(theme.background, c, DIM) for role, c in colours.items()}
            colours["outline"] = mix(theme.background, theme.muted, 0.9)
        return {**colours, "air": mix(theme.background, theme.ink, 0.10)}

    def _patches(self) -> list[tuple[VGroup, tuple[Patch, ...]]]:
        name = self.silhouette
        return [(self.label, emblem(name)), (self.stopper, stopper(name)), (self.lip, lip(name))]

    def _draw(self, pose: Pose) -> None:
        scale = pose.height / SILHOUETTES[self.silhouette].height
        line = line_width(pose.height)
        body = pose.place(outline(self.silhouette, pose.height))
        draw(self.air, body)
        draw(self.outline, body)
        self.outline.set_stroke(width=stroke(line))
        self._draw_liquid(pose.place(interior(self.silhouette, pose.height)))
        draw(self.streak, pose.place(_streak(self.silhouette) * scale))
        for parts, patches in self._patches():
            for part, patch in zip(parts, patches, strict=True):
                draw(part, pose.place(patch.points * scale))
                part.set_stroke(width=0 if parts is self.label else stroke(line * 0.8))
        self._show_details(pose)

    def _draw_liquid(self, room: Polygon) -> None:
        share = self.fill if SILHOUETTES[self.silhouette].vessel else 1.0
        level = level_for_volume(room, share)
        liquid = clip_below(room, level)
        draw(self.liquid, liquid)
        bright = clip_below(liquid * (1, -1), -level - SURFACE) * (1, -1)
        draw(self.surface, *([bright] if share < 1 else []))

    def _show_details(self, pose: Pose) -> None:
        opened = float(np.clip(1 - abs(pose.tilt) / OPEN_AT, 0, 1))
        for part in self.stopper:
            part.set_opacity(opened)
        shown = 0.0 if self.icon else 1.0
        self.label.set_fill(opacity=shown)
        self.surface.set_fill(opacity=shown)
        self.streak.set_fill(opacity=0.32 * shown)


def line_width(height: float) -> float:
    """Return the width of the outline: 3, for icons 1.9."""
    return float(np.interp(height, (ICON, 200), (1.9, 3.0)))


def _streak(name: str) -> Polygon:
    """Return the reflection along the left side of a full-size bottle."""
    top = SILHOUETTES[name].mouth[1]
    above = np.linspace(0.13, 0.86, 40) * top
    side = np.array([-half_width(name, height) for height in above]) + INSET + 7
    thick = 8.5 * np.sin(np.linspace(0.12, 1, 40) * np.pi) ** 0.35
    left = np.column_stack([side, -above])
    return np.concatenate([left, (left + np.column_stack([thick, 0 * thick]))[::-1]])


def ghost(theme: Theme, silhouette: str, height: float, x: float, floor: float) -> VGroup:
    """Return the dashed outline of a bottle that is elsewhere.

    Parameters
    ----------
    silhouette : str
        As for :class:`Bottle`.
    height, x, floor : float
        Pixels, as for :class:`Bottle`.
    """
    body = Pose(x, floor, height).place(outline(silhouette, height))
    place, line = filled(mix(theme.background, theme.ink, 0.06)), stroked(theme.muted, 3)
    small = height < ICON
    line.set_stroke(width=stroke(line_width(height)))
    draw(place, body)
    draw(line, *dashes(body, *((6, 5) if small else (11, 9))), closed=False)
    for_the_eye(place, "the place of a bottle that is elsewhere: its dashes tell it")
    return VGroup(place, line)
