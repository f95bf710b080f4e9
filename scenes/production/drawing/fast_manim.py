"""What Manim does thousands of times in a chapter, done the same but several times faster.

To run through a chapter is mostly to list families and to copy things.  Manim lists a family with
a generator inside a generator for every level, and copies every attribute through ``deepcopy``,
colours and numbers too.  What comes out here is the same, which the tests hold it to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from fractions import Fraction
from types import BuiltinFunctionType, FunctionType
from typing import Any

import numpy as np
from manim import ManimColor, Mobject
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
    before = {name: getattr(Mobject, name) for name in REPLACED}
    for name, method in {"get_family": _family, "__deepcopy__": _copy}.items():
        setattr(Mobject, name, method)
    try:
        yield
    finally:
        for name, method in before.items():
            setattr(Mobject, name, method)


def _family(self: Any, recurse: bool = True) -> list[Any]:
    if not self.submobjects:
        return [self]
    found: list[Any] = []
    try:
        _collect(self, found.append)
    except RecursionError:  # it is a part of itself: Manim knows how to go on
        return list(REPLACED["get_family"](self, recurse))
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
