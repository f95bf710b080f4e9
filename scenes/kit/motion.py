"""Motions that every chapter uses: functions that return Animations, and play nothing."""

from __future__ import annotations

from collections.abc import Sequence

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

TRAVEL, SHORT, DRAW = 0.7, 0.25, 0.3  # seconds
STAGGER = 0.08
ARC = 0.35  # radians: a shallow arc


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


def together(*animations: Animation) -> Animation:
    """Play at the same time."""
    return AnimationGroup(*animations)


def wave(animations: Sequence[Animation], lag: float = STAGGER) -> Animation:
    """Play one after another, each beginning ``lag`` seconds after the one before."""
    longest = max((animation.run_time for animation in animations), default=1.0)
    return LaggedStart(*animations, lag_ratio=lag / longest)
