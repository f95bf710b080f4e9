"""How the motions of a beat come one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from manim import Animation

from scenes.kit.stage.motions import Motion


def steps(motions: Iterable[Motion]) -> Iterator[Animation | str]:
    """Yield the single steps of motions, each made only when the one before has been played."""
    for motion in motions:
        if isinstance(motion, Animation | str):
            yield motion
        elif motion is not None:
            yield from steps(motion)
