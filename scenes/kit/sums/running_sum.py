"""The running sum: a stack that grows with its number, or a waterfall where terms are signed."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from manim import Animation, VGroup, linear

from mathcore import format_number
from scenes.kit.bar.glass import Glass
from scenes.kit.bar.scale import Scale
from scenes.kit.bar.signed_bars import SignedBars
from scenes.kit.bar.ticks import ticks
from scenes.kit.ground import lettering
from scenes.kit.ground.counting import places_of
from scenes.kit.ground.frame import LEFT, Box
from scenes.kit.ground.shapes import path
from scenes.kit.ground.sizes import LABEL, SMALL, SMALLEST, TOTAL
from scenes.kit.ground.text import Label, Number, cap_centred
from scenes.kit.ground.theme import Theme
from scenes.kit.product.falk_geometry import CHART_RIGHT
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.labelled_product import LabelledProduct
from scenes.kit.stage.claims import Claim

LEAST_LAYER = 38.0  # pixels: a lower layer has no room for its numeral
MARK, SPACE, SCALE_GAP = 34.0, 18.0, 40.0
BELOW = 52.0  # from the number to its unit, where there is no room beside it
ABOVE_ROWS = 30.0  # from the foot of the stack to the brackets of the left rows
TOP, FLOOR, WIDTH = 193.0, 532.0, 190.0


class RunningSum(VGroup):
    """A glass with a scale, a mint mark at the level, and the number that belongs to it.

    It is for the entries of row ``i`` of a product, whose running sums set the scale; where one of
    their products is negative, the stack is a waterfall.  Nothing of it is right of ``room``.

    Parameters
    ----------
    box : Box
        Pixels, of the vessel; its scale stands at the left, its number at the right.
    product : LabelledProduct
        (m, K) · (K, n).
    i : int
        The row.
    unit : str, optional
        What stands after the number.
    room : float
        Pixels: the column that it ends before.
    """

    def __init__(
        self,
        theme: Theme,
        box: Box,
        product: LabelledProduct,
        i: int,
        *,
        unit: str = "",
        room: float,
    ) -> None:
        super().__init__()
        self.theme, self.hues, self.room = theme, product.hues(theme), room
        self.product, self.i, self.signed = product, i, is_signed(product, i)
        partials = list(product.trace.partials[i].ravel())
        self.vessel = self._waterfall(box, partials) if self.signed else self._glass(box, partials)
        self.total = Number(0, self._total_size(box, partials), theme.focus, bold=True)
        self.total.set_opacity(0)
        self.mark = path([(0, 0), (MARK, 0)], theme.focus, 4)
        self.mark.set_stroke(opacity=0)
        self.unit = Label(unit, LABEL, theme.muted)
        self.unit.set_opacity(0)
        self.add(self.vessel, self.mark, self.total, self.unit)

    def _total_size(self, box: Box, partials: Sequence[float | Fraction]) -> float:
        """Return the size at which the widest running sum fits beside the vessel."""
        widest = max(
            lettering.width(format_number(value), 1.0, bold=True) for value in [0, *partials]
        )
        return min(TOTAL, (self.room - box.right - 10 - MARK - SPACE) / widest)

    def _glass(self, box: Box, partials: Sequence[float | Fraction]) -> Glass:
        marks = ticks(max(partials, default=0) or 1)
        vessel = Glass(self.theme, box, full=float(marks[-1]))
        labels = [(float(mark), self._mark_label(mark, n)) for n, mark in enumerate(marks)]
        self.scale_marks: VGroup = Scale(self.theme, vessel, labels)
        self.add(self.scale_marks)
        return vessel

    def _waterfall(self, box: Box, partials: Sequence[float | Fraction]) -> SignedBars:
        low, high = float(min(0, *partials)), float(max(0, *partials))
        zero = self._mark_label(Fraction(0), 0)
        vessel = SignedBars(self.theme, box, span=(low, high), slots=len(self.hues), waterfall=True)
        zero.place(box.x - 12, cap_centred(vessel.row_of(0), SMALL))
        self.scale_marks = VGroup(zero)
        self.add(self.scale_marks)
        return vessel

    def _mark_label(self, mark: Fraction, n: int) -> Number:
        claim = self.product.claim("scale", self.i, n)
        return Number(mark, SMALL, self.theme.muted, anchor="right", claim=claim)

    def show_terms(
        self, terms: Sequence[float | Fraction], total: float | Fraction, places: int | None = None
    ) -> RunningSum:
        """Show these terms as layers, and their running sum as number and mark."""
        entries = [(self.hues[k], float(term)) for k, term in enumerate(terms)]
        self.vessel.set_layers(entries)
        self._place_total(total, places)
        return self

    def _place_total(self, total: float | Fraction, places: int | None) -> None:
        box, row = self.vessel.box, self.vessel.row_of(float(total))
        x = box.right + 10
        self.mark.become(path([(x, row), (x + MARK, row)], self.theme.focus, 4))  # opaque again
        size, left = self.total.size, x + MARK + SPACE
        self.total.set_opacity(1)
        self.total.set_value(total, places)
        end = left + lettering.width(self.total.text, size, bold=True)
        below = 0 if end + SPACE + lettering.width(self.unit.text, LABEL) <= self.room else BELOW
        # beside the vessel, with its unit: below are the names of the row
        middle = min(max(row, box.y + size / 2), box.bottom - size - below)
        baseline = cap_centred(middle, size)
        self.total.place(left, baseline)
        self.unit.set_opacity(1)
        self.unit.place(left if below else end + SPACE, baseline + below)

    def drain(self, run_time: float) -> Animation:
        """Return the emptying of the stack."""
        return Drain(self, run_time=run_time)

    def layer_name(self, k: int, value: float | Fraction, claim: Claim) -> Number | None:
        """Return the numeral in layer ``k``, if the layer is high enough to hold it."""
        box = self.vessel.layer_box(k)
        if not isinstance(self.vessel, Glass) or box.height < LEAST_LAYER:
            return None
        wide = lettering.width(format_number(value), 1.0, bold=True)
        size = min(SMALLEST + 3, self.vessel.clear_width / wide)
        if size < SMALLEST:
            return None
        x, y = box.centre
        baseline = cap_centred(y, size)
        return Number(
            value,
            size,
            self.theme.on_liquid,
            x=x,
            baseline=baseline,
            anchor="center",
            bold=True,
            claim=claim,
        )


class Rise(Animation):
    """The layer or the bar of one term rises, and the number counts with it.

    ``chart`` has a ``total`` and can ``show_terms(terms, total, places)``.
    """

    def __init__(
        self,
        chart: Any,
        terms: Sequence[float | Fraction],
        before: float | Fraction,
        after: float | Fraction,
        claim: Claim,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("rate_func", linear)
        super().__init__(chart, **kwargs)
        self.chart = chart
        self.terms, self.before, self.after, self.claim = list(terms), before, after, claim

    def interpolate_mobject(self, alpha: float) -> None:
        """Show the sum on its way from ``before`` to ``after``; only the end is printed exactly."""
        share = self.rate_func(alpha)
        self.chart.total.claim = self.claim
        last = Fraction(self.terms[-1]) if self.terms else Fraction(0)
        if share >= 1:
            self.chart.show_terms(self.terms, self.after)
            return
        part = Fraction(share).limit_denominator(1000)
        now = self.before + (self.after - self.before) * part
        places = places_of(self.before, self.after)
        self.chart.show_terms([*self.terms[:-1], last * part], now, places)


class Drain(Animation):
    """The stack empties, its number gone at once, ready for the next entry."""

    def __init__(self, chart: RunningSum, **kwargs: Any) -> None:
        super().__init__(chart, **kwargs)
        self.chart = chart

    def interpolate_mobject(self, alpha: float) -> None:
        """Let every layer sink in proportion."""
        chart, left = self.chart, 1 - self.rate_func(alpha)
        chart.vessel.set_layers([(hue, share * left) for hue, share in self.held])
        for part in (chart.total, chart.unit):
            part.set_opacity(0)
        chart.mark.set_stroke(opacity=0)

    def begin(self) -> None:
        """Remember what the stack holds."""
        self.held = list(self.chart.vessel.layers)
        super().begin()


def is_signed(product: LabelledProduct, i: int) -> bool:
    """Tell whether a row has a negative product."""
    return bool(min(product.trace.products[i].ravel()) < 0)


def running_sum(view: FalkView, i: int) -> RunningSum:
    """Return the running sum at the left of a view, with a scale for the entries of row ``i``.

    Parameters
    ----------
    view : FalkView
        The product, on stage.
    i : int
        The row.
    """
    product = view.product
    marks = (0,) if is_signed(product, i) else ticks(max(product.trace.partials[i].ravel()) or 1)
    x = LEFT + max(lettering.width(format_number(mark), SMALL) for mark in marks) + SCALE_GAP
    floor = min(FLOOR, view.place.left.bracket_box.y - ABOVE_ROWS)
    box = Box(x, TOP, WIDTH * (1.5 if is_signed(product, i) else 1.0), floor - TOP)
    unit = product.unit(i)
    said = unit[view.language] if unit else ""
    return RunningSum(view.theme, box, product, i, unit=said, room=CHART_RIGHT)
