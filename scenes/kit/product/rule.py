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
from scenes.kit.ground.motion import SHORT, TRAVEL, animate, wave
from scenes.kit.ground.sizes import LABEL
from scenes.kit.ground.text import Label
from scenes.kit.ground.theme import Theme
from scenes.kit.product.meeting import Meeting

FORMULA = "{{ y_j : y }} = sum_k {{ x_k : x }} thin {{ w_(k j) : w }}"
GENERAL = "{{ y_(i j) : y }} = sum_k {{ x_(i k) : x }} thin {{ w_(k j) : w }}"
SYMBOLS = {"y": "y_j", "x": "x_k", "w": "w_(k j)"}
REACHES = {"y": "x", "x": "x", "w": "x", "i": "i", "j": "i", "k": "k"}
FORMULA_SIZE = 120.0
TOP, FORMULA_HEIGHT, LEADING = 172.0, 150.0, 54.0
FIRST_GLOSS, FIRST_INDEX, LOW_LEADING = 392.0, 376.0, 50.0
STEP, WALK = 0.5, 2.4  # seconds for one k, and for all of them, at most
SYMBOL_SIZE, GLOSS_INDENT, WRITE = 36.0, 108.0, 1.2


class Rule(VGroup):
    """``y_j = Σ_k x_k w_kj`` above a gloss of its symbols, at the left of the frame.

    Parameters
    ----------
    glosses : mapping of str to str
        What ``"y"``, ``"x"`` and ``"w"`` name.
    indices : mapping of str to str, optional
        What ``"i"``, ``"j"`` and ``"k"`` count in the rule for all rows.
    """

    def __init__(
        self, theme: Theme, glosses: Mapping[str, str], indices: Mapping[str, str] | None = None
    ) -> None:
        self.theme = theme
        self.formula, self.general = _formula(theme, FORMULA), _formula(theme, GENERAL)
        self.glosses = _glosses(theme, glosses, FIRST_GLOSS, LEADING)
        self.indices = _glosses(theme, indices or {}, FIRST_INDEX, LOW_LEADING)
        super().__init__(self.formula, self.glosses)

    def of_hue(self, colour: str, run_time: float = SHORT) -> Animation:
        """Write the factors of the sum in a colour: that of the index ``k`` which is meant."""
        factors = (self.formula.select(symbol) for symbol in ("x", "w"))
        changes = (animate(each, run_time=run_time).set_color(colour) for each in factors)
        return AnimationGroup(*changes)

    def has_room(self, floor: float) -> bool:
        """Tell whether what the indices count can be said above ``floor``, a row of pixels."""
        return FIRST_INDEX + len(self.indices) * LOW_LEADING <= floor + LOW_LEADING / 2


def _formula(theme: Theme, source: str) -> MathTypst:
    formula = MathTypst(source, font_size=FORMULA_SIZE, color=theme.ink)
    formula.scale_to_fit_height(units(FORMULA_HEIGHT))
    _put(formula, LEFT, TOP + FORMULA_HEIGHT / 2)
    formula.select("y").set_color(theme.focus)
    return formula


def _put(mobject: Mobject, x: float, middle: float) -> None:
    mobject.move_to(to_point(x, middle), aligned_edge=LEFTWARDS)


def _glosses(theme: Theme, texts: Mapping[str, str], first: float, leading: float) -> VGroup:
    colours = {"y": theme.focus}
    rows = (
        _gloss(theme, symbol, colours.get(symbol, theme.ink), words, first + n * leading)
        for n, (symbol, words) in enumerate(texts.items())
    )
    return VGroup(*rows)


def _gloss(theme: Theme, symbol: str, colour: str, words: str, baseline: float) -> VGroup:
    drawn = MathTypst(SYMBOLS.get(symbol, symbol), font_size=SYMBOL_SIZE, color=colour)
    _put(drawn, LEFT, 0)
    drawn.shift((0, to_point(0, baseline)[1] - _baseline(drawn, symbol), 0))
    return VGroup(drawn, Label(words, LABEL, theme.ink, x=LEFT + GLOSS_INDENT, baseline=baseline))


def _baseline(drawn: MathTypst, symbol: str) -> float:
    """Return where a symbol stands: y and j have tails, but reach as high as x and i."""
    standing = MathTypst(REACHES[symbol], font_size=SYMBOL_SIZE)
    letter = drawn.family_members_with_points()[0] if symbol in SYMBOLS else drawn
    return float(letter.get_top()[1] - standing.height)


def walk(rule: Rule, meeting: Meeting) -> Iterator[Animation]:
    """Let ``k`` step along the row and the column of an entry, the rule in the hue of each step."""
    pace = min(STEP, WALK / len(meeting.steps))
    for step in meeting.steps:
        hue = meeting.view.hue(step.k)
        yield AnimationGroup(meeting.act(step.k, pace), rule.of_hue(hue.text, pace))
    yield AnimationGroup(meeting.rest(), rule.of_hue(rule.theme.ink))


def state(rule: Rule) -> Iterator[Animation]:
    """Write the rule, then say what each of its symbols names."""
    yield Write(rule.formula, run_time=WRITE)
    yield wave([FadeIn(gloss, run_time=0.4) for gloss in rule.glosses], lag=0.3)


def generalise(rule: Rule, floor: float, run_time: float = TRAVEL) -> Animation:
    """Let the rule of one row become that of all rows; what counts them is said above ``floor``."""
    old, new = rule.formula, rule.general
    named = [(old.select(symbol), new.select(symbol)) for symbol in SYMBOLS]
    rest = zip(_unnamed(old), _unnamed(new), strict=True)
    return AnimationGroup(
        *(ReplacementTransform(a, b, run_time=run_time) for a, b in (*named, *rest)),
        FadeOut(rule.glosses, run_time=SHORT),
        *(FadeIn(gloss, run_time=run_time) for gloss in rule.indices if rule.has_room(floor)),
    )


def _unnamed(formula: MathTypst) -> list[VMobject]:
    """Return the parts of a formula that no symbol names: the signs."""
    named = {id(part) for symbol in SYMBOLS for part in formula.select(symbol).get_family()}
    parts = (part for part in formula.family_members_with_points() if id(part) not in named)
    return [part for part in parts if isinstance(part, VMobject)]
