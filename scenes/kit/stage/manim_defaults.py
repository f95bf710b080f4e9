"""Manim as it comes: whatever a manim.cfg, a notebook or a plugin has set, scenes look the same."""

from __future__ import annotations

import configparser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partialmethod
from typing import Any

from manim import Animation, Mobject, config

from scenes.kit.ground.frame import HEIGHT, PIXELS_PER_UNIT, WIDTH
from scenes.kit.stage.manim_internals import ManimConfig, config_file_paths

ROUNDING = 0.01  # 854×480 is a little wider than 16:9


@contextmanager
def manims_own(ours: Mapping[str, Any]) -> Iterator[None]:
    """Give Manim its own settings and ``ours`` upon them, while the block lasts."""
    with _kept_apart():
        config.update(_defaults())
        config.update(dict(ours))
        yield


@contextmanager
def our_frame() -> Iterator[None]:
    """Compose as we do, while the block lasts: for a scene that plain Manim renders.

    The size in pixels and the kind of file are those that were asked for; where the picture is
    wider or higher than ours, there is ground at its sides or above and below.
    """
    with _kept_apart():
        across, up = WIDTH / PIXELS_PER_UNIT, HEIGHT / PIXELS_PER_UNIT
        wider = config.pixel_width / config.pixel_height / (across / up)
        if abs(wider - 1) < ROUNDING:
            wider = 1.0
        config.frame_width, config.frame_height = across * max(1, wider), up * max(1, 1 / wider)
        yield


@contextmanager
def _kept_apart() -> Iterator[None]:
    """Put back, after the block, all that was set before it; within it no class has defaults."""
    settings, defaults = config.copy(), _changed_defaults()
    for each in defaults:
        each.set_default()
    try:
        yield
    finally:
        config.update(settings)
        for each, changed in defaults.items():
            each.__init__ = changed


def _changed_defaults() -> dict[Any, Any]:
    """Return the classes on which somebody called ``set_default``, with what came of it."""
    found, waiting = {}, [Mobject, Animation]
    while waiting:
        each = waiting.pop()
        waiting += each.__subclasses__()
        if isinstance(begin := vars(each).get("__init__"), partialmethod):
            found[each] = begin
    return found


@cache
def _defaults() -> ManimConfig:
    parser = configparser.ConfigParser()
    parser.read_string(config_file_paths()[0].read_text(encoding="utf-8"))
    return ManimConfig().digest_parser(parser)
