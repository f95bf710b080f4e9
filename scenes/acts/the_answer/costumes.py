"""What the things of a picture are drawn as: bottles, nodes, feature maps, or arrows that ask."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Protocol

import numpy as np
from manim import VGroup, VMobject

from mathcore import RecipeBook
from scenes.acts.the_answer.picture_geometry import RAISED, inside
from scenes.kit.bar.bottle import Bottle
from scenes.kit.bar.mixture_icon import mixture_icon
from scenes.kit.bar.shelf_geometry import ASPECT, FILLED
from scenes.kit.bar.silhouettes import height_beside
from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import area, for_the_eye, rectangle
from scenes.kit.ground.theme import Hue, Theme, mix

GLASS = 0.62, 1.0  # width and height
NODE, PLANE = 0.56, 0.7  # of the height of a room
SIDE, PIXEL = 3, (1, 1)  # pixels along a map, and the one that is mixed
SHADES = (0.30, 0.55, 0.42, 0.62, 1.0, 0.36, 0.48, 0.26, 0.58)  # of a map, pixel by pixel
SHAFT, HEAD = 0.32, 0.26  # of a ring's width: half an arrow, and its head
THIN, SPREAD = 0.045, 0.19  # half the widths of both
STEP = 2 * pi / 9  # radians from one key to the next: eight are all apart


class Costume(Protocol):
    """Draws the things of a picture, each in its room; ``asks`` if what is made draws the lines."""

    asks: bool

    def have(self, k: int, room: Box) -> VMobject:
        """Return what we have."""
        ...

    def make(self, j: int, room: Box) -> VMobject:
        """Return what we make."""
        ...


class Bar:
    """Bottles and glasses."""

    asks = False

    def __init__(self, theme: Theme, book: RecipeBook) -> None:
        self.theme, self.book = theme, book

    def have(self, k: int, room: Box) -> Bottle:
        """Return the bottle of ingredient ``k``."""
        ingredient = self.book.ingredients[k]
        tallest = min((1 - RAISED) * room.height, FILLED * room.width / ASPECT)
        return Bottle(
            self.theme, self.theme.hue(ingredient.hue), ingredient.bottle,
            height=height_beside(ingredient.bottle, tallest), x=room.centre[0],
            floor=room.bottom - RAISED * room.height,
        )  # fmt: skip

    def make(self, j: int, room: Box) -> VMobject:
        """Return mixture ``j`` in its glass, where the lines end."""
        return self.glass(j, room, 0.0)

    def glass(self, j: int, room: Box, down: float) -> VMobject:
        """Return mixture ``j`` in its glass; with ``down`` 1 it stands on the floor of its room."""
        return mixture_icon(self.theme, self.book, j, inside(room, *GLASS, down))


class Nodes:
    """The nodes of a fully connected layer."""

    asks = False

    def __init__(self, theme: Theme, hues: Sequence[Hue]) -> None:
        self.theme, self.hues = theme, list(hues)

    def have(self, k: int, room: Box) -> VMobject:
        """Return an input."""
        return _ring(_square(room, NODE, 1.0), self.hues[k].text, self.hues[k].fill)

    def make(self, j: int, room: Box) -> VMobject:
        """Return an output."""
        return _ring(_square(room, NODE, 0.0), self.theme.ink, self.theme.background)


class Maps:
    """Feature maps: at one pixel of all of them, a recipe makes one pixel of a new map."""

    asks = False

    def __init__(self, theme: Theme, hues: Sequence[Hue]) -> None:
        self.theme, self.hues = theme, list(hues)

    def have(self, k: int, room: Box) -> VMobject:
        """Return a channel."""
        return self._map(_square(room, PLANE, 1.0), self.hues[k].fill, self.hues[k].text)

    def make(self, j: int, room: Box) -> VMobject:
        """Return a new map."""
        return self._map(_square(room, PLANE, 0.0), self.theme.focus, self.theme.focus)

    def _map(self, box: Box, fill: str, edge: str) -> VGroup:
        side = box.width / SIDE
        pixels = [
            rectangle(
                Box(box.x + column * side, box.y + row * side, side, side),
                fill=mix(self.theme.panel, fill, SHADES[row * SIDE + column]),
            )
            for row in range(SIDE)
            for column in range(SIDE)
        ]
        for each in pixels:
            for_the_eye(each, "a pixel of a map: its edge tells the map")
        row, column = PIXEL
        at = Box(box.x + column * side, box.y + row * side, side, side)
        width = max(1.5, 0.04 * box.width)
        rim = rectangle(at, edge=self.theme.ink, edge_width=width)
        for_the_eye(rim, "around the pixel that is mixed: it has the full hue")
        return VGroup(*pixels, rectangle(box, edge=edge, edge_width=width), rim)


class Words:
    """Keys that point somewhere, and queries that point to one of them: they draw the lines."""

    asks = True

    def __init__(self, theme: Theme, hues: Sequence[Hue], weights: np.ndarray) -> None:
        self.theme, self.hues = theme, list(hues)
        self.fits = [int(k) for k in np.argmax(weights, axis=0)]  # the key that fits each best

    def have(self, k: int, room: Box) -> VMobject:
        """Return a key."""
        box, hue = _square(room, NODE, 1.0), self.hues[k]
        return VGroup(_ring(box, hue.text, self.theme.panel), _arrow(box, k, hue.text))

    def make(self, j: int, room: Box) -> VMobject:
        """Return a query, which points as the key does that it fits best."""
        box, ink = _square(room, NODE, 0.0), self.theme.ink
        return VGroup(_ring(box, ink, self.theme.background), _arrow(box, self.fits[j], ink))


def _square(room: Box, share: float, down: float) -> Box:
    side = share * room.height
    within = Box(room.x, room.y + down * (room.height - side), room.width, side)
    return inside(within, 1, 1, down)


def _ring(box: Box, edge: str, fill: str) -> VMobject:
    width = max(1.5, 0.045 * box.width)
    return rectangle(box, fill=fill, edge=edge, edge_width=width, radius=box.width / 2)


def _arrow(box: Box, k: int, colour: str) -> VMobject:
    """Return an arrow across a ring, in the direction of key ``k``."""
    angle = STEP * k - pi / 2
    along, aside = (cos(angle), sin(angle)), (-sin(angle), cos(angle))

    def at(forth: float, sideways: float) -> tuple[float, float]:
        x, y = box.centre
        right = forth * along[0] + sideways * aside[0]
        down = forth * along[1] + sideways * aside[1]
        return x + right * box.width, y + down * box.width

    neck = SHAFT - HEAD
    one = at(-SHAFT, -THIN), at(neck, -THIN), at(neck, -SPREAD)
    other = at(neck, SPREAD), at(neck, THIN), at(-SHAFT, THIN)
    return area([*one, at(SHAFT, 0), *other], colour)
