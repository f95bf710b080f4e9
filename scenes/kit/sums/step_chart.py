"""A running sum of signed terms: every bar begins where the one before it ended."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from manim import VGroup, VMobject

from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import path, rectangle
from scenes.kit.ground.sizes import TOTAL
from scenes.kit.ground.text import Number, cap_centred
from scenes.kit.ground.theme import Theme
from scenes.kit.product.labelled_product import LabelledProduct
from scenes.kit.sums.running_sum import Rise

ZERO, LINK, MARK = 3.0, 2.0, 3.0
LEAST = 2.0  # pixels: a bar of nothing
GAP = 16.0
Amount = float | Fraction


class StepChart(VGroup):
    """Bars under their ``slots`` (the middle of each, in pixels), and the sum in mint beside them.

    ``sums`` are all running sums that will be shown: they set the scale.  ``colours`` are those of
    the bars.

    Parameters
    ----------
    box : Box
        Pixels.
    slots : sequence of (K,) float
        Pixels.
    colours : sequence of (K,) str
        Of the bars.
    sums : sequence of numbers
        The running sums.
    width : float
        Of a bar, in pixels.
    """

    def __init__(
        self,
        theme: Theme,
        box: Box,
        slots: Sequence[float],
        colours: Sequence[str],
        sums: Sequence[Amount],
        width: float,
    ) -> None:
        super().__init__()
        self.theme, self.box, self.slots, self.width_of_bar = theme, box, list(slots), width
        self.colours = list(colours)
        self.span = float(min(0, *sums)), float(max(0, 1, *sums))
        zero = self.row_of(0)
        self.zero = path([(box.x, zero), (box.right, zero)], theme.ink, ZERO, round_caps=False)
        self.zero.set_z_index(1)
        # all parts are there from the start: what a motion adds would be painted but not moved
        self.bars, self.links = (VGroup(*(VMobject() for _ in slots)) for _ in range(2))
        self.mark, self.shown = VMobject(), list[tuple[Amount, Amount] | None]([None] * len(slots))
        self.total = Number(0, TOTAL, theme.focus, bold=True)
        self.total.set_opacity(0)
        self.add(self.links, self.bars, self.zero, self.mark, self.total)

    def row_of(self, amount: Amount) -> float:
        """Return the pixel row of an amount."""
        low, high = self.span
        return self.box.bottom - (float(amount) - low) / (high - low) * self.box.height

    def bar_box(self, k: int, start: Amount, term: Amount) -> Box:
        """Return where bar ``k`` stands if it begins at ``start``."""
        top, bottom = sorted((self.row_of(start), self.row_of(start + term)))
        left = self.slots[k] - self.width_of_bar / 2
        return Box(left, top - LEAST / 2, self.width_of_bar, bottom - top + LEAST)

    def show_terms(
        self, terms: Sequence[Amount], total: Amount, places: int | None = None
    ) -> StepChart:
        """Show these terms as bars, and their sum as a number at its height."""
        reached: Amount = 0
        for k in range(len(self.slots)):
            now = (reached, terms[k]) if k < len(terms) else None
            if now != self.shown[k]:
                self._draw(k, now)
            reached += terms[k] if now else 0
        self._place_total(len(terms), total, places)
        return self

    def _draw(self, k: int, now: tuple[Amount, Amount] | None) -> None:
        """Draw bar ``k`` from where it begins, with the line that leads to it; or neither."""
        self.shown[k] = now
        if now is None:
            self.bars[k].clear_points()
            self.links[k].clear_points()
            return
        box, row = self.bar_box(k, *now), self.row_of(now[0])
        self.bars[k].become(rectangle(box, fill=self.colours[k], radius=3))
        if k:
            before = self.slots[k - 1] + self.width_of_bar / 2
            self.links[k].become(path([(before, row), (box.x, row)], self.theme.muted, LINK))

    def _place_total(self, count: int, total: Amount, places: int | None) -> None:
        row = self.row_of(total)
        start = self.slots[count - 1] + self.width_of_bar / 2 if count else self.box.x
        line = path([(start, row), (self.box.right, row)], self.theme.focus, MARK)
        self.mark.become(line)
        half = TOTAL / 2
        middle = min(max(row, self.box.y + half - GAP), self.box.bottom - half + GAP)
        self.total.set_opacity(1)
        self.total.at = (self.box.right + GAP, cap_centred(middle, TOTAL))
        self.total.set_value(total, places)


def grow(
    chart: StepChart, product: LabelledProduct, entry: tuple[int, int], k: int, **kwargs: Any
) -> Rise:
    """Return the growth of the bar of term ``k`` of an entry, with which the number counts."""
    steps, claim = product.entry(*entry), product.claim("partial", *entry, k)
    terms = [step.product for step in steps[: k + 1]]
    return Rise(chart, terms, steps[k - 1].partial if k else 0, steps[k].partial, claim, **kwargs)
