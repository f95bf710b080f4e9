"""The window: where the kernel stands on a picture, tied by four thin lines to what it makes."""

from __future__ import annotations

from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    VGroup,
    VMobject,
)

from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import path, rectangle
from scenes.kit.ground.theme import Theme, mix

EDGE, TIE, RADIUS = 4.5, 2.0, 9.0
TIE_SHARE = 0.75
BEHIND = -6  # the lines pass behind the tiles, so that no numeral is crossed


class KernelWindow(VGroup):
    """An outline ``outside`` pixels around ``box``; ``cell`` is what it makes, if that is shown.

    Parameters
    ----------
    box : Box
        Pixels: what the window sees.
    cell : Box, optional
        Pixels.
    outside : float, optional
        Pixels.
    """

    def __init__(
        self, theme: Theme, box: Box, cell: Box | None = None, outside: float = 2.5
    ) -> None:
        self.theme, self.box, self.outside = theme, box, outside
        around = box.grown(outside)
        self.outline = rectangle(around, edge=theme.focus, edge_width=EDGE, radius=RADIUS)
        self.outline.set_z_index(3)
        self.ties = VGroup(*(self._tie(a, b) for a, b in ends(around, cell)))
        self.ties.set_z_index(BEHIND)
        super().__init__(self.ties, self.outline)

    def _tie(self, start: tuple[float, float], end: tuple[float, float]) -> VMobject:
        colour = mix(self.theme.background, self.theme.focus, TIE_SHARE)
        return path([start, end], colour, TIE)

    def come(self, before: KernelWindow | None, run_time: float) -> Animation:
        """Return the coming of the window from where the one ``before`` it stood.

        It slides along a row; from row to row it leaps, for no line shall pass through numerals.
        """
        if before is None:
            return FadeIn(self, run_time=run_time)
        moves = self._slide(before, run_time)
        if len(before.ties) == len(self.ties):
            moves.append(ReplacementTransform(before.ties, self.ties, run_time=run_time))
        else:
            moves += [FadeOut(before.ties, run_time=run_time), FadeIn(self.ties, run_time=run_time)]
        return AnimationGroup(*(each for each in moves if len(each.mobject)))

    def _slide(self, before: KernelWindow, run_time: float) -> list[Animation]:
        if before.box.y == self.box.y:
            return [ReplacementTransform(before.outline, self.outline, run_time=run_time)]
        leave, arrive = before.outline, self.outline
        return [FadeOut(leave, run_time=run_time / 2), FadeIn(arrive, run_time=run_time)]


def ends(window: Box, cell: Box | None) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Return where the four lines begin and end: corner to corner."""
    if cell is None:
        return []
    return list(zip(corners(window), corners(cell), strict=True))


def corners(box: Box) -> list[tuple[float, float]]:
    """Return the corners of a box, the upper left one first, clockwise."""
    return [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)]
