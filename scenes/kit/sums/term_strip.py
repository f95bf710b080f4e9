"""A long line of terms: one under each entry of a row, with or without its factors."""

from __future__ import annotations

from collections.abc import Sequence

from manim import VGroup

from mathcore import Step
from scenes.kit.ground import lettering
from scenes.kit.ground.shapes import Sign
from scenes.kit.ground.text import Number
from scenes.kit.ground.theme import Theme
from scenes.kit.stage.claims import Claim
from scenes.kit.sums.term_line import Factors
from scenes.kit.sums.term_strip_geometry import StripPlace


class TermStrip(VGroup):
    """The products of entry ``(i, j)`` of the product ``of``, their signs, and their total."""

    def __init__(
        self,
        theme: Theme,
        place: StripPlace,
        steps: Sequence[Step],
        colours: Sequence[str],
        entry: tuple[int, int],
        of: str,
    ) -> None:
        self.theme, self.place, self.steps, self.entry, self.of = theme, place, steps, entry, of
        middle = place.baseline - lettering.CAP_HEIGHT * place.size / 2
        self.products = [
            self._number(step.product, colour, x, Claim("product", (*entry, step.k), of))
            for step, colour, x in zip(steps, colours, place.slots, strict=True)
        ]
        self.factors = self._factors(colours) if place.factor_baseline is not None else []
        self.signs = [
            Sign("+", place.size, theme.muted, (a + b) / 2, middle)
            for a, b in zip(place.slots, place.slots[1:], strict=False)
            if place.signs
        ]
        claim = Claim("result", entry, of)
        self.total = self._number(steps[-1].partial, theme.focus, place.total, claim)
        self.equals = Sign("=", place.size, theme.ink, place.equals, middle)
        super().__init__(*self.products, *self.factors, *self.signs, self.equals, self.total)

    def _number(self, value: float, colour: str, x: float, claim: Claim) -> Number:
        return Number(
            value,
            self.place.size,
            colour,
            x=x,
            baseline=self.place.baseline,
            anchor="center",
            bold=True,
            enclosed=self.place.signs and claim.quantity == "product" and claim.at[-1] > 0,
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

    @property
    def terms(self) -> VGroup:
        """Return everything but the total."""
        return VGroup(*self.products, *self.factors, *self.signs)
