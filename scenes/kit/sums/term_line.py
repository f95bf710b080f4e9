"""The line of terms: ``40×0.2`` above ``8 + 9 + 0 + 0 = 17``, each term in the hue of its index."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from manim import VGroup

from mathcore import Step
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import SIGN_WIDTH, Sign, dashed_rectangle
from scenes.kit.ground.text import Number
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.stage.claims import Claim
from scenes.kit.sums.term_line_geometry import TermsPlace

SLOT = (84.0, 64.0)  # of a term that is still to come
TIMES_SPACE = 0.14


class Factors(VGroup):
    """``left × right``, centred at ``x``; small above its product, or larger where they meet."""

    def __init__(
        self,
        theme: Theme,
        step: Step,
        entry: tuple[int, int],
        colour: str,
        size: float,
        *,
        x: float,
        baseline: float,
        bold: bool = False,
        of: str = "",
    ) -> None:
        sign = colour if bold else theme.muted
        gap = (SIGN_WIDTH["×"] + 2 * TIMES_SPACE) * size
        (i, j), k = entry, step.k
        of_left, of_right = Claim("value", (i, k), of), Claim("share", (k, j), of)
        self.left = Number(step.left, size, colour, bold=bold, claim=of_left)
        self.right = Number(step.right, size, colour, bold=bold, enclosed=True, claim=of_right)
        widths = [lettering.width(part.text, size, bold) for part in (self.left, self.right)]
        start = x - (sum(widths) + gap) / 2
        self.left.place(start, baseline)
        self.right.place(start + widths[0] + gap, baseline)
        middle = baseline - lettering.CAP_HEIGHT * size / 2
        self.times = Sign("×", size, sign, start + widths[0] + gap / 2, middle)
        super().__init__(self.left, self.times, self.right)


class TermLine(VGroup):
    """All terms of ``entry`` (i, j), at their places; a scene shows them one after another."""

    def __init__(
        self,
        theme: Theme,
        place: TermsPlace,
        steps: Sequence[Step],
        hues: Sequence[Hue],
        entry: tuple[int, int],
    ) -> None:
        self.entry = entry
        self.theme, self.place, baseline = theme, place, place.baseline
        middle = baseline - lettering.CAP_HEIGHT * place.size / 2
        self.products = [
            self._number(
                step.product,
                hue.text,
                x,
                baseline,
                Claim("product", (*entry, step.k)),
                enclosed=step.k > 0,
            )
            for step, hue, x in zip(steps, hues, place.slots, strict=True)
        ]
        self.factors = [
            Factors(
                theme, step, entry, hue.text, place.factor_size, x=x, baseline=place.factor_baseline
            )
            for step, hue, x in zip(steps, hues, place.slots, strict=True)
        ]
        self.signs = [
            Sign("+", place.size, theme.muted, (a + b) / 2, middle)
            for a, b in zip(place.slots, place.slots[1:], strict=False)
        ]
        self.slots = [self._slot(x, middle, theme.muted) for x in place.slots]
        self.total_slot = self._slot(place.total, middle, theme.focus)
        self.equals = Sign("=", place.size, theme.ink, place.equals, middle)
        total = steps[-1].partial
        self.total = self._number(total, theme.focus, place.total, baseline, Claim("result", entry))
        super().__init__(*self.products, *self.factors, *self.signs, self.equals, self.total)

    def _number(
        self,
        value: float | Fraction,
        colour: str,
        x: float,
        baseline: float,
        claim: Claim,
        enclosed: bool = False,
    ) -> Number:
        return Number(
            value,
            self.place.size,
            colour,
            x=x,
            baseline=baseline,
            anchor="center",
            bold=True,
            enclosed=enclosed,
            claim=claim,
        )

    def _slot(self, x: float, y: float, colour: str) -> VGroup:
        width, height = SLOT
        width = min(width, self.place.size * 1.7)
        return dashed_rectangle(Box(x - width / 2, y - height / 2, width, height), colour, 2.2)

    @property
    def frame(self) -> VGroup:
        """Return what stands before the first term: the waiting places and the signs."""
        return VGroup(*self.slots, *self.signs, self.equals, self.total_slot)

    @property
    def computed(self) -> VGroup:
        """Return what stands when every term has come."""
        factors = self.factors if self.place.factors else []
        return VGroup(*self.products, *factors, *self.signs, self.equals, self.total)
