"""Arrows in a plane: what points the same way belongs together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import dist

from manim import Animation, AnimationGroup, FadeIn, GrowFromPoint, VGroup, VMobject

from scenes.kit.ground.frame import to_point
from scenes.kit.ground.motion import TRAVEL
from scenes.kit.ground.shapes import area, for_the_eye, path
from scenes.kit.ground.sizes import LABEL
from scenes.kit.ground.text import Label, cap_centred
from scenes.kit.ground.theme import Theme
from scenes.kit.network.arrow_plane_geometry import ICON, ArrowPlace, arrow_outline

SHAFT, BROAD, EDGE = 6.0, 22.0, 3.0
LEADER, FAR = 2.0, 30.0  # a name that is so far from its tip has a line to it


@dataclass(frozen=True)
class ArrowLook:
    """How an arrow looks.

    Attributes
    ----------
    name : str
        What stands beside its tip.
    colour : str
        Its own, and its name's.
    broad : bool
        Whether it is hollow, so that others lie in it.
    icon : callable, optional
        Given the middle of its foot, in pixels, the likeness that stands for a name without room.
    """

    name: str
    colour: str
    broad: bool = False
    icon: Callable[[float, float], VMobject] | None = None


class ArrowName(VGroup):
    """``vmobjects``: what stands beside a tip, and the line to it where it had to make way."""


class ArrowPlane(VGroup):
    """``arrows[n]`` from one origin, ``names[n]`` beside them, on two ``axes``.

    Parameters
    ----------
    place : ArrowPlace
        From :func:`arrow_place`, in pixels.
    looks : sequence of ArrowLook
        One for each arrow.
    """

    def __init__(self, theme: Theme, place: ArrowPlace, looks: Sequence[ArrowLook]) -> None:
        self.theme, self.place, self.looks = theme, place, list(looks)
        (x, y), r = place.origin, place.radius
        self.axes = VGroup(
            path([(x - r, y), (x + r, y)], theme.line, LEADER),
            path([(x, y - r), (x, y + r)], theme.line, LEADER),
        )
        for axis in self.axes:
            for_the_eye(axis, "the axes of a plane: what counts is which way an arrow points")
        self.arrows = VGroup(*map(self._arrow, range(len(self.looks))))
        self.names = VGroup(*map(self._name, range(len(self.looks))))
        super().__init__(self.axes, self.arrows, self.names)

    def grow(self, n: int, run_time: float = TRAVEL) -> Animation:
        """Let arrow ``n`` grow from the origin, and its name appear."""
        start = to_point(*self.place.origin)
        arrow = GrowFromPoint(self.arrows[n], start, run_time=run_time)
        return AnimationGroup(arrow, FadeIn(self.names[n], run_time=run_time))

    def _arrow(self, n: int) -> VGroup:
        look, origin, tip = self.looks[n], self.place.origin, self.place.tips[n]
        if dist(origin, tip) < 1:
            return VGroup()
        if look.broad:
            outline = arrow_outline(origin, tip, BROAD)
            room = area(outline, self.theme.background)
            for_the_eye(room, "the inside of an arrow: its edge tells where it points")
            return VGroup(room, path(outline, look.colour, EDGE, closed=True)).set_z_index(-1)
        return VGroup(area(arrow_outline(origin, tip, SHAFT), look.colour))

    def _name(self, n: int) -> ArrowName:
        look, (x, row), tip = self.looks[n], self.place.names[n], self.place.tips[n]
        on_right = self.place.on_the_right[n]
        group = ArrowName()
        if self.place.named:
            group.add(self._label(look, x, row, on_right))
        elif look.icon is None:
            return group
        else:
            group.add(look.icon(x + ICON / 2 if on_right else x - ICON / 2, row + ICON / 2))
        near = x - LABEL / 4 if on_right else x + LABEL / 4
        if dist(tip, (near, row)) > FAR:
            group.add(path([tip, (near, row)], look.colour, LEADER))
        return group

    def _label(self, look: ArrowLook, x: float, row: float, on_right: bool) -> Label:
        baseline, anchor = cap_centred(row, LABEL), "left" if on_right else "right"
        return Label(
            look.name, LABEL, look.colour, x=x, baseline=baseline, anchor=anchor, bold=True
        )
