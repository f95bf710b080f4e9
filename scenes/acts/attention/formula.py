"""Attention in one line of signs, as papers write it, and what the letters are."""

from __future__ import annotations

from collections.abc import Mapping

from manim import LEFT as LEFTWARDS
from manim import FadeIn, MathTypst, VGroup, Write

from scenes.kit.ground.frame import Box, to_point, units
from scenes.kit.ground.motion import wave
from scenes.kit.ground.sizes import LABEL
from scenes.kit.ground.text import Label
from scenes.kit.ground.theme import Theme
from scenes.kit.stage.motions import Motions

FORMULA, CAPITAL = 'op("softmax") (frac(Q K^T, sqrt(d))) V', "V"
FONT, HEIGHT, LEADING = 110.0, 132.0, 56.0
LETTER, INDENT, WRITE = 36.0, 64.0, 0.8


class Formula(VGroup):
    """``softmax(QKᵀ/√d) V``, at most as wide as its box, above a gloss of its letters.

    Parameters
    ----------
    glosses : mapping of str to str
        What ``"Q"``, ``"K"``, ``"V"`` are.
    box : Box
        Pixels: its left, its top, and how wide it may be.
    """

    def __init__(self, theme: Theme, glosses: Mapping[str, str], box: Box) -> None:
        self.formula = MathTypst(FORMULA, font_size=FONT, color=theme.ink)
        self.formula.scale_to_fit_height(units(HEIGHT))
        if self.formula.width > units(box.width):
            self.formula.scale_to_fit_width(units(box.width))
        self.formula.move_to(to_point(box.x, box.y + HEIGHT / 2), aligned_edge=LEFTWARDS)
        first = box.y + HEIGHT + LEADING
        self.glosses = VGroup(
            *(
                _gloss(theme, letter, words, box.x, first + n * LEADING)
                for n, (letter, words) in enumerate(glosses.items())
            )
        )
        super().__init__(self.formula, self.glosses)

    def write(self) -> Motions:
        """Write the formula, then say what each of its letters is."""
        yield Write(self.formula, run_time=WRITE)
        yield wave([FadeIn(gloss, run_time=0.4) for gloss in self.glosses], lag=0.3)


def _gloss(theme: Theme, letter: str, words: str, x: float, baseline: float) -> VGroup:
    drawn = MathTypst(letter, font_size=LETTER, color=theme.focus)
    high = MathTypst(CAPITAL, font_size=LETTER).height  # capitals reach equally high
    drawn.move_to(to_point(x, 0), aligned_edge=LEFTWARDS)
    drawn.shift((0, to_point(0, baseline)[1] + high - drawn.get_top()[1], 0))
    return VGroup(drawn, Label(words, LABEL, theme.ink, x=x + INDENT, baseline=baseline))
