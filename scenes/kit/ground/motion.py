"""Motions that every chapter uses: functions that return Animations, and play nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    Mobject,
    ReplacementTransform,
    Transform,
    smooth,
)

from scenes.kit.ground.manim_types import Change

TRAVEL, SHORT, DRAW = 0.7, 0.25, 0.3  # seconds
STAGGER = 0.08
ARC = 0.35  # radians: a shallow arc
SIDEWAYS = 0.6  # of the time: a way to the side, before one up or down


def appear(*mobjects: Mobject, run_time: float = DRAW, lag: float = 0.0) -> Animation:
    """Let things appear, together or ``lag`` of their run time apart."""
    return LaggedStart(*(FadeIn(m, run_time=run_time) for m in mobjects), lag_ratio=lag)


def vanish(*mobjects: Mobject, run_time: float = SHORT) -> Animation:
    """Let things disappear together."""
    return AnimationGroup(*(FadeOut(m, run_time=run_time) for m in mobjects))


def travel(
    mobject: Mobject, target: Mobject, run_time: float = TRAVEL, arc: float = ARC
) -> Animation:
    """Let a thing go to the place and the looks of ``target``, which takes its place there."""
    return ReplacementTransform(mobject, target, path_arc=arc, run_time=run_time, rate_func=smooth)


def become(mobject: Mobject, target: Mobject, run_time: float = DRAW) -> Animation:
    """Let a thing change on the spot."""
    return Transform(mobject, target, run_time=run_time)


def animate(mobject: Mobject, **timing: Any) -> Change:
    """Return ``mobject.animate(**timing)``: what its methods change, as in ``.shift(UP)``."""
    started: Any = mobject.animate
    change: Change = started(**timing)
    return change


def together(*animations: Animation) -> Animation:
    """Play at the same time."""
    return AnimationGroup(*animations)


def wave(animations: Sequence[Animation], lag: float = STAGGER) -> Animation:
    """Play one after another, each beginning ``lag`` seconds after the one before."""
    longest = max((animation.run_time for animation in animations), default=1.0)
    return LaggedStart(*animations, lag_ratio=lag / longest)


def sideways_first(
    start: Mobject, goal: Mobject
) -> Callable[[np.ndarray, np.ndarray, float], np.ndarray]:
    """Return a path from ``start`` to ``goal``: to the side, then up or down, always in shape."""
    way = goal.get_center() - start.get_center()

    def points(before: np.ndarray, after: np.ndarray, share: float) -> np.ndarray:
        gone = np.array([_eased(share / SIDEWAYS), _eased((share + SIDEWAYS - 1) / SIDEWAYS), 0])
        here: np.ndarray = before + (after - before) * share + way * (gone - share)
        return here

    return points


def _eased(share: float) -> float:
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)
