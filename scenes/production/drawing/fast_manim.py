"""What Manim does thousands of times in a chapter, done the same but several times faster.

To run through a chapter is mostly to list families and to copy things.  Manim lists a family with
a generator inside a generator for every level, copies every attribute through ``deepcopy``,
colours and numbers too, strings anchors together one by one, compares them pair by pair, and makes
a colour anew from its name each time.  What comes out here is the same, which the tests hold it to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from fractions import Fraction
from functools import lru_cache
from types import BuiltinFunctionType, FunctionType
from typing import Any

import numpy as np
from manim import BLACK, ManimColor, Mobject, VMobject
from svgelements import Path

from scenes.kit.ground.frame import Box
from scenes.kit.ground.theme import Theme
from scenes.kit.images.tile_style import TileStyle
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.manim_internals import (
    REPLACED,
    CapStyleType,
    LineJointType,
    remove_list_redundancies,
)

NEVER_CHANGED = frozenset(
    {int, float, complex, bool, str, bytes, type(None), type, FunctionType, BuiltinFunctionType}
    | {ManimColor, CapStyleType, LineJointType, Fraction, np.float64}
    | {Box, Claim, Theme, TileStyle, Path}  # a formula's outline: read once, when it is made
)


@contextmanager
def fast_manim() -> Iterator[None]:
    """Let Manim be swift while the block lasts."""
    before = {(kind, name): getattr(kind, name) for kind, name in REPLACED}
    for (kind, name), method in zip(REPLACED, METHODS, strict=True):
        setattr(kind, name, method)
    try:
        yield
    finally:
        for (kind, name), method in before.items():
            setattr(kind, name, method)


def _family(self: Any, recurse: bool = True) -> list[Any]:
    if not self.submobjects:
        return [self]
    found: list[Any] = []
    try:
        _collect(self, found.append)
    except RecursionError:  # it is a part of itself: Manim knows how to go on
        return list(REPLACED[Mobject, "get_family"](self, recurse))
    return found if len(set(found)) == len(found) else remove_list_redundancies(found)


def _collect(thing: Any, add: Callable[[Any], None]) -> None:
    add(thing)
    for part in thing.submobjects:
        if part.submobjects:
            _collect(part, add)
        else:
            add(part)


def _copy(self: Any, memo: dict[int, Any]) -> Any:
    copied = self.__class__.__new__(self.__class__)
    memo[id(self)] = copied
    for name, value in self.__dict__.items():
        setattr(copied, name, value if type(value) in NEVER_CHANGED else _copied(value, memo))
    copied.original_id = str(id(self))
    return copied


def _copied(value: Any, memo: dict[int, Any]) -> Any:
    if (known := memo.get(id(value))) is not None:
        return known
    if type(value) is list:
        memo[id(value)] = copied = []
        copied += [each if type(each) in NEVER_CHANGED else _copied(each, memo) for each in value]
        return copied
    if type(value) is tuple and all(type(each) in NEVER_CHANGED for each in value):
        return value
    if type(value) is np.ndarray and not value.dtype.hasobject:
        memo[id(value)] = array = value.copy(order="K")
        return array
    return _copy(value, memo) if isinstance(value, Mobject) else deepcopy(value, memo)


def _boundary(self: Any) -> Any:
    anchors = [_anchors(part.points) for part in self.get_family()]
    return np.concatenate(anchors) if any(map(len, anchors)) else np.array(())


def _anchors(points: Any) -> Any:
    if len(points) < 2:
        return points.reshape(-1, 3)
    return np.stack((points[::4], points[3::4]), axis=1).reshape(-1, 3)


def _subpaths(self: Any, points: Any) -> list[Any]:
    ranges = self.get_subpath_split_indices_from_points(points)
    return [points[start:end] for start, end in ranges if end - start >= 4]


def _rgbas(self: Any, color: Any, opacity: Any) -> Any:
    if type(opacity) in PLAIN_OPACITY and not self.get_sheen_factor():
        if type(color) in PLAIN_COLOUR:
            return np.array([_rgba(color, opacity)])
        if type(color) is ManimColor:
            return np.array([color.to_rgba_with_alpha(opacity or 0.0)])
    return REPLACED[VMobject, "generate_rgbas_array"](self, color, opacity)


@lru_cache(maxsize=4096)
def _rgba(color: str | None, opacity: float | None) -> Any:
    known = BLACK if color is None else ManimColor(color)
    return known.to_rgba_with_alpha(0.0 if opacity is None else opacity)


PLAIN_COLOUR, PLAIN_OPACITY = {str, type(None)}, {int, float, np.float64, type(None)}
METHODS = (_family, _copy, _boundary, _subpaths, _rgbas)  # in the order of REPLACED
