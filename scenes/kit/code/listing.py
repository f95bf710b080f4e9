"""A listing: a program in type, the line that runs lit."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import (
    Animation,
    FadeOut,
    ReplacementTransform,
    Transform,
    VGroup,
    VMobject,
    smooth,
    straight_path,
)

from scenes.kit.code.code_line import CodeLine
from scenes.kit.ground.frame import Box, stroke, units
from scenes.kit.ground.motion import SHORT, TRAVEL, appear, together, vanish
from scenes.kit.ground.shapes import for_the_eye, rectangle
from scenes.kit.ground.text import Label, cap_centred
from scenes.kit.ground.theme import Theme

SIZE, PITCH, BAND, INDENT, PAD = 40.0, 58.0, 52.0, 44.0, 16.0  # pixels
TINT, EDGE, RADIUS = 0.13, 2.4, 8.0
ASIDE = 330.0  # pixels that a line goes out of the way of one that it changes places with
BEHIND = -1  # of what goes out behind the lettering
REASON = "the light on a line: its lettering tells which runs"


class Listing(VGroup):
    """Lines of code, one below another; where one is lit, the others step back.

    Parameters
    ----------
    lines : sequence of CodeLine
        From the top.
    x, y, width : float
        Pixels: its upper left corner, and how wide the light on a line is.
    """

    def __init__(
        self, theme: Theme, lines: Sequence[CodeLine], *, x: float, y: float, width: float
    ) -> None:
        self.theme, self.code, self.lit = theme, tuple(lines), -1
        self.corner, self.wide = (x, y), width
        self.band = for_the_eye(VMobject(), REASON)
        self.written = [self._label(n, line) for n, line in enumerate(lines)]
        super().__init__(self.band, *self.written)
        self.set_lit(-1)

    def _box(self, n: int) -> Box:
        x, y = self.corner
        return Box(x, y + n * PITCH, self.wide, BAND)

    def _label(self, n: int, line: CodeLine) -> Label:
        box = self._box(n)
        baseline = cap_centred(box.centre[1], SIZE)
        x = box.x + PAD + line.depth * INDENT
        return Label(line.text, SIZE, self.theme.ink, x=x, baseline=baseline)

    def number(self, beginning: str) -> int:
        """Return which line begins so; the last one, if several do."""
        return max(n for n, line in enumerate(self.code) if line.text.startswith(beginning))

    def set_lit(self, n: int) -> Listing:
        """Light a line at once; none for -1."""
        self.lit, theme = n, self.theme
        lit = self._box(max(n, 0))
        strong = 1.0 if n >= 0 else 0.0
        self.band.set_points(rectangle(lit, radius=RADIUS).points)
        self.band.set_fill(theme.tint(theme.focus, TINT), opacity=strong)
        self.band.set_stroke(theme.focus, stroke(EDGE), opacity=strong * theme.edge_share)
        for number, label in enumerate(self.written):
            label.set_fill(theme.ink if n in (-1, number) else theme.muted)
        return self

    def light(self, n: int, run_time: float = SHORT) -> Animation:
        """Return the light's going on at a line, and out at another; only out for -1."""
        gone: list[Animation] = []
        if 0 <= self.lit != n:
            before = self.band.copy().set_z_index(BEHIND)
            gone = [FadeOut(before, run_time=run_time)]
            self.band.set_opacity(0)
        if n >= 0 and self.lit != n:
            self.band.set_points(rectangle(self._box(n), radius=RADIUS).points)
        goal: Listing = self.copy()
        self.lit = n
        return together(*gone, Transform(self, goal.set_lit(n), run_time=run_time))


def rewrite(old: Listing, new: Listing, run_time: float = TRAVEL) -> Animation:
    """Return one program's becoming another: lines that stay travel to their new places.

    Parameters
    ----------
    old, new : Listing
        The programs; of the old one nothing is left.
    run_time : float, optional
        Seconds.
    """
    kept = {line.text: label for line, label in zip(old.code, old.written, strict=True)}
    passing = _passing([line.text for line in old.code], [line.text for line in new.code])
    motions: list[Animation] = [ReplacementTransform(old.band, new.band, run_time=run_time)]
    for line, label in zip(new.code, new.written, strict=True):
        before = kept.pop(line.text, None)
        if before is None:
            motions.append(appear(label, run_time=run_time))
            continue
        way = _around if line.text in passing else straight_path()
        motions.append(
            ReplacementTransform(before, label, path_func=way, run_time=run_time, rate_func=smooth)
        )
    gone = [vanish(label, run_time=run_time / 2) for label in kept.values()]
    return together(*motions, *gone)


def _passing(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """Return the lines that stay and come to stand below others that they stood above."""
    old, new = [t for t in before if t in after], [t for t in after if t in before]
    return {text for text in old if new.index(text) > old.index(text)}


def _around(start: np.ndarray, end: np.ndarray, share: float) -> np.ndarray:
    """Go down beside the lines that come up."""
    aside = np.array([units(ASIDE) * np.sin(np.pi * share), 0.0, 0.0])
    here: np.ndarray = start + (end - start) * share + aside
    return here
