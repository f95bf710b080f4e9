"""The rule of the matrix product, and what each of its symbols names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from manim import LEFT as LEFTWARDS
from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    MathTypst,
    Mobject,
    ReplacementTransform,
    VGroup,
    VMobject,
    Write,
)

from scenes.kit.ground.frame import LEFT, to_point, units
from scenes.kit.ground.motion import SHORT, TRAVEL, wave
from scenes.kit.ground.sizes import LABEL
from scenes.kit.ground.text import Label
from scenes.kit.ground.theme import Hue, Theme

FORMULA = "{{ y_j : y }} = sum_k {{ x_k : x }} thin {{ w_(k j) : w }}"
GENERAL = "{{ y_(i j) : y }} = sum_k {{ x_(i k) : x }} thin {{ w_(k j) : w }}"
SYMBOLS = {"y": "y_j", "x": "x_k", "w": "w_(k j)"}
FORMULA_SIZE = 120.0
TOP, FORMULA_HEIGHT, LEADING = 172.0, 150.0, 54.0
SYMBOL_SIZE, GLOSS_INDENT, WRITE = 36.0, 108.0, 1.2


class Rule(VGroup):
    """``y_j = Σ_k x_k w_kj`` above a gloss of its symbols, at the left of the frame.

    The symbols have the colours of what they name; ``hue`` is that of the index ``k`` shown.

    Parameters
    ----------
    hue : Hue
        Of the symbols that have an inner index.
    glosses : mapping of str to str
        What ``"y"``, ``"x"`` and ``"w"`` name.
    """

    def __init__(self, theme: Theme, hue: Hue, glosses: Mapping[str, str]) -> None:
        colours = {"y": theme.focus, "x": hue.text, "w": hue.text}
        self.formula = _formula(theme, FORMULA, colours)
        self.general = _formula(theme, GENERAL, {"y": theme.focus})
        self.glosses = VGroup(
            *(
                _gloss(
                    theme,
                    symbol,
                    colours[symbol],
                    words,
                    TOP + FORMULA_HEIGHT + (n + 1.3) * LEADING,
                )
                for n, (symbol, words) in enumerate(glosses.items())
            )
        )
        super().__init__(self.formula, self.glosses)


def _formula(theme: Theme, source: str, colours: Mapping[str, str]) -> MathTypst:
    formula = MathTypst(source, font_size=FORMULA_SIZE, color=theme.ink)
    formula.scale_to_fit_height(units(FORMULA_HEIGHT))
    _put(formula, LEFT, TOP + FORMULA_HEIGHT / 2)
    for symbol, colour in colours.items():
        formula.select(symbol).set_color(colour)
    return formula


def _put(mobject: Mobject, x: float, middle: float) -> None:
    mobject.move_to(to_point(x, middle), aligned_edge=LEFTWARDS)


def _gloss(theme: Theme, symbol: str, colour: str, words: str, baseline: float) -> VGroup:
    drawn = MathTypst(SYMBOLS[symbol], font_size=SYMBOL_SIZE, color=colour)
    letter = drawn.family_members_with_points()[0]
    high = MathTypst("x", font_size=SYMBOL_SIZE).height  # y, x and w reach equally high
    _put(drawn, LEFT, 0)
    drawn.shift((0, to_point(0, baseline)[1] + high - letter.get_top()[1], 0))
    return VGroup(drawn, Label(words, LABEL, theme.ink, x=LEFT + GLOSS_INDENT, baseline=baseline))


def state(rule: Rule) -> Iterator[Animation]:
    """Write the rule, then say what each of its symbols names."""
    yield Write(rule.formula, run_time=WRITE)
    yield wave([FadeIn(gloss, run_time=0.4) for gloss in rule.glosses], lag=0.3)


def generalise(rule: Rule, run_time: float = TRAVEL) -> Animation:
    """Let the rule of one row become the rule of all rows, symbol by symbol."""
    old, new = rule.formula, rule.general
    named = [(old.select(symbol), new.select(symbol)) for symbol in SYMBOLS]
    rest = zip(_unnamed(old), _unnamed(new), strict=True)
    return AnimationGroup(
        *(ReplacementTransform(a, b, run_time=run_time) for a, b in (*named, *rest)),
        FadeOut(rule.glosses, run_time=SHORT),
    )


def _unnamed(formula: MathTypst) -> list[VMobject]:
    """Return the parts of a formula that no symbol names: the signs."""
    named = {id(part) for symbol in SYMBOLS for part in formula.select(symbol).get_family()}
    parts = (part for part in formula.family_members_with_points() if id(part) not in named)
    return [part for part in parts if isinstance(part, VMobject)]
