"""A pixel and a weight that meet: they become the factors of a term."""

from __future__ import annotations

from manim import Animation, AnimationGroup, FadeIn, FadeOut, ReplacementTransform

from scenes.kit.ground.text import Number
from scenes.kit.sums.term_line import TermLine


def meet(
    strip: TermLine, k: int, pair: tuple[Number, Number], run_time: float, *, shown: bool
) -> Animation:
    """Return two numbers on their way to be the factors of term ``k``, ``shown`` or not.

    Those that are not shown vanish where the product is to come.
    """
    left, right = pair
    if not shown:
        goal = strip.products[k]
        return AnimationGroup(
            FadeOut(left, target_position=goal, run_time=run_time),
            FadeOut(right, target_position=goal, path_arc=-0.5, run_time=run_time),
        )
    factors = strip.factors[k]
    return AnimationGroup(
        ReplacementTransform(left, factors.left),
        ReplacementTransform(right, factors.right, path_arc=-0.5),
        FadeIn(factors.times),
        run_time=run_time,
    )
