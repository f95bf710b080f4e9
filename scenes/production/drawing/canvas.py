"""Draw only what has changed: a frame is the one before, repaired where something is different.

Manim draws everything from the first moving thing upwards anew for every frame, and builds every
outline anew in Python.  Here each thing's look is remembered; where it changed, and only there,
the ground is laid again and what meets the place is drawn, with outlines kept from before.  The
pixels are the same to the last digit as if everything had been drawn anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import cairo
import numpy as np
from manim import Camera, VMobject

from scenes.kit.stage.manim_internals import LINE_JOIN_MAP
from scenes.production.drawing.dirty_region import Area, Damage, Place, area

MITER = 10.0  # Cairo's limit: how many half widths the point of a corner may stand out
SOFT = 2.0  # pixels that smoothed edges may reach into


@dataclass
class Look:
    """How a thing looked when it was drawn: all that its pixels depend on."""

    thing: VMobject  # kept, so that its id is not given to another
    key: tuple[Any, ...]
    area: Area
    path: cairo.Path | None = None


class Canvas:
    """The camera's picture, and what is on it."""

    def __init__(self, camera: Camera) -> None:
        self.camera = camera
        self._sheet = camera.pixel_array.copy()
        self._looks: dict[int, Look] = {}
        self._ground: Any = None

    def draw(self, things: Sequence[Any]) -> Damage:
        """Bring the picture up to date and return where it changed."""
        if not all(_is_plain(thing) for thing in things):
            return self._draw_all_anew(things)
        looks = {id(thing): self._look(thing) for thing in things}
        damage = self._damage(looks)
        self._looks = looks
        if damage:
            self._repair(damage)
        return damage

    def forget(self) -> None:
        """Draw everything anew next time."""
        self._looks, self._ground = {}, None

    def _draw_all_anew(self, things: Sequence[Any]) -> Damage:
        self.forget()
        self.camera.reset()
        self.camera.capture_mobjects(things, include_submobjects=False)
        return self._nothing_known().all()

    def _nothing_known(self) -> Damage:
        return Damage(self.camera.pixel_width, self.camera.pixel_height)

    def _look(self, thing: VMobject) -> Look:
        key, before = _key(thing), self._looks.get(id(thing))
        return before if before and before.key == key else Look(thing, key, self._area(thing))

    def _damage(self, looks: dict[int, Look]) -> Damage:
        damage = self._nothing_known()
        before = self._looks
        kept = [key for key in before if key in looks]
        if self._ground is not self.camera.background or kept != [
            key for key in looks if key in before
        ]:
            self._ground = self.camera.background
            return damage.all()  # the ground, or what lies over what, is another one
        for key, look in before.items():
            if looks.get(key) is not look:
                damage.add(look.area)
        for key, look in looks.items():
            if before.get(key) is not look:
                damage.add(look.area)
        return damage

    def _repair(self, damage: Damage) -> None:
        # on another sheet, whole and unclipped: a clip would change the edges by a shade
        ground: Any = self.camera.background  # there is one, as soon as there is a camera
        sheet, pixels = self._sheet, self.camera.pixel_array
        places = list(damage.places())
        for place in places:
            sheet[_within(place)] = ground[_within(place)]
        context = self.camera.get_cairo_context(sheet)
        for look in self._looks.values():
            if damage.meets(look.area):
                self._paint(context, look)
        for place in places:
            pixels[_within(place)] = sheet[_within(place)]

    def _paint(self, context: cairo.Context[Any], look: Look) -> None:
        camera, thing = self.camera, look.thing
        if look.path is None:
            context.new_path()
            camera.set_cairo_context_path(context, thing)
            look.path = context.copy_path()
        else:
            context.new_path()
            context.append_path(look.path)
        camera.apply_stroke(context, thing, background=True)
        camera.apply_fill(context, thing)
        camera.apply_stroke(context, thing)

    def _area(self, thing: VMobject) -> Area:
        """Return the tiles that a thing may touch."""
        camera = self.camera
        across, up = (
            camera.pixel_width / camera.frame_width,
            camera.pixel_height / camera.frame_height,
        )
        middle = camera.frame_center
        points = camera.transform_points_pre_display(thing, thing.points)[:, :2]
        (left, bottom), (right, top) = points.min(axis=0), points.max(axis=0)
        reach = _reach(thing) * camera.cairo_line_width_multiple * across / 2 + SOFT
        half = camera.pixel_width / 2, camera.pixel_height / 2
        box = (
            (left - middle[0]) * across + half[0] - reach,
            half[1] - (top - middle[1]) * up - reach,
            (right - middle[0]) * across + half[0] + reach,
            half[1] - (bottom - middle[1]) * up + reach,
        )
        return area(box)


def _reach(thing: VMobject) -> float:
    """Return how far strokes may stand out, as a stroke width."""
    width: float = max(thing.get_stroke_width(False), thing.get_stroke_width(True))
    pointed = LINE_JOIN_MAP[thing.joint_type] == cairo.LineJoin.MITER
    return width * (MITER if pointed else 1.5)


def _is_plain(thing: Any) -> bool:
    return isinstance(thing, VMobject) and not thing.get_background_image()


def _key(thing: VMobject) -> tuple[Any, ...]:
    return (
        thing.points.tobytes(),
        thing.fill_rgbas.tobytes(),
        thing.stroke_rgbas.tobytes(),
        thing.background_stroke_rgbas.tobytes(),
        thing.stroke_width,
        thing.background_stroke_width,
        thing.joint_type,
        thing.cap_style,
        np.asarray(thing.sheen_direction).tobytes(),
        thing.tolerance_for_point_equality,
    )


def _within(place: Place) -> tuple[slice, slice]:
    left, top, right, bottom = place
    return slice(top, bottom), slice(left, right)


def display_list(groups: Iterable[Any]) -> list[Any]:
    """Return everything that has an outline, in the order in which it is drawn.

    As Manim's own, several times as fast: of what stands twice the last counts, and what lies
    higher comes later.
    """
    found: dict[int, Any] = {}
    for thing in _members(groups):
        if len(thing.points):
            found.pop(id(thing), None)
            found[id(thing)] = thing
    return sorted(found.values(), key=lambda thing: thing.z_index)


def _members(groups: Iterable[Any]) -> Iterator[Any]:
    for thing in groups:
        yield thing
        if thing.submobjects:
            yield from _members(thing.submobjects)
