"""The line of terms: ``40×0.2`` above ``8 + 9 + 0 + 0 = 17``, each term in the hue of its index."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property

from manim import VGroup, VMobject

from mathcore import Step
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import SIGN_WIDTH, Sign, dashed_rectangle
from scenes.kit.ground.text import Number
from scenes.kit.ground.theme import Theme
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.labelled_product import LabelledProduct
from scenes.kit.stage.claims import Claim
from scenes.kit.sums.term_line_geometry import TermsPlace, terms_place

SLOT = (84.0, 64.0)  # of a term that is still to come
TIMES_SPACE = 0.14


class Factors(VGroup):
    """``left × right``, centred at ``x``; small above its product, or larger where they meet.

    Parameters
    ----------
    step : Step
        One term of an entry: ``trace.entry(i, j)[k]``.
    entry : (int, int)
        The entry.
    colour : str
        Of both numbers.
    size : float
        Of the type, in pixels.
    x, baseline : float
        Pixels.
    bold : bool, optional
        As it is where they meet.
    of : str, optional
        The source that the numbers claim to be of.
    """

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
    """All terms of entry ``(i, j)`` of a product, their signs and their total, at their places.

    Each has the hue of its inner index, or one of the ``colours``.  A scene shows them one after
    another, in the waiting places of the ``frame`` or without.

    Parameters
    ----------
    place : TermsPlace
        K slots, in pixels: see :func:`terms_place`.
    product : LabelledProduct
        (m, K) · (K, n).
    i, j : int
        The entry.
    colours : sequence of (K,) str, optional
        Of the terms.
    """

    def __init__(
        self,
        theme: Theme,
        place: TermsPlace,
        product: LabelledProduct,
        i: int,
        j: int,
        colours: Sequence[str] | None = None,
    ) -> None:
        self.theme, self.place, self.entry, self.of = theme, place, (i, j), product.of
        self.steps = product.entry(i, j)
        tints = [hue.text for hue in product.hues(theme)] if colours is None else list(colours)
        self.products = [
            self._number(step.product, tint, x, product.claim("product", i, j, step.k))
            for step, tint, x in zip(self.steps, tints, place.slots, strict=True)
        ]
        self.factors = self._factors(tints) if place.factor_baseline is not None else []
        self.signs = [
            Sign("+", place.size, theme.muted, (a + b) / 2, self._middle)
            for a, b in zip(place.slots, place.slots[1:], strict=False)
            if place.signs
        ]
        self.equals = Sign("=", place.size, theme.ink, place.equals, self._middle)
        claim, total = product.claim("result", i, j), self.steps[-1].partial
        self.total = self._number(total, theme.focus, place.total, claim)
        super().__init__(*self.products, *self.factors, *self.signs, self.equals, self.total)

    @property
    def _middle(self) -> float:
        return self.place.baseline - lettering.CAP_HEIGHT * self.place.size / 2

    def _number(self, value: float | Fraction, colour: str, x: float, claim: Claim) -> Number:
        later = claim.quantity == "product" and claim.at[-1] > 0
        return Number(
            value,
            self.place.size,
            colour,
            x=x,
            baseline=self.place.baseline,
            anchor="center",
            bold=True,
            enclosed=later and self.place.signs,
            claim=claim,
        )

    def _factors(self, colours: Sequence[str]) -> list[Factors]:
        return [
            Factors(
                self.theme,
                step,
                self.entry,
                colour,
                self.place.factor_size,
                x=x,
                baseline=self.place.factor_baseline or 0.0,
                of=self.of,
            )
            for step, colour, x in zip(self.steps, colours, self.place.slots, strict=True)
        ]

    @cached_property
    def slots(self) -> list[VMobject]:
        """The places of terms that are still to come."""
        return [self._slot(x, self.theme.muted) for x in self.place.slots]

    @cached_property
    def total_slot(self) -> VMobject:
        """The place of the total that is still to come."""
        return self._slot(self.place.total, self.theme.focus)

    def _slot(self, x: float, colour: str) -> VMobject:
        width, height = SLOT
        width, y = min(width, self.place.size * 1.7), self._middle
        return dashed_rectangle(Box(x - width / 2, y - height / 2, width, height), colour, 2.2)

    @property
    def frame(self) -> VGroup:
        """Return what stands before the first term: the waiting places and the signs."""
        return VGroup(*self.slots, *self.signs, self.equals, self.total_slot)

    @property
    def terms(self) -> VGroup:
        """Return what stands when every term has come, but for the sum."""
        factors = self.factors if self.place.factors else []
        return VGroup(*self.products, *factors, *self.signs)

    @property
    def computed(self) -> VGroup:
        """Return what stands when the sum has come too."""
        return VGroup(*self.terms, self.equals, self.total)


def line_of(view: FalkView, i: int, j: int) -> TermLine:
    """Return the terms of entry (i, j) at their places under a product in view.

    Parameters
    ----------
    view : FalkView
        The product, on stage.
    i, j : int
        The entry.
    """
    place = terms_place(view.place, view.product.trace, i, j)
    return TermLine(view.theme, place, view.product, i, j)
