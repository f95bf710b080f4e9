"""Row meets column: how one cell of the result is made, term by term, or briskly."""

from __future__ import annotations

from collections.abc import Iterator

from manim import (
    RIGHT,
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    Succession,
)

from scenes.kit.ground import frame
from scenes.kit.ground.frame import to_pixels, units
from scenes.kit.ground.motion import SHORT, TRAVEL
from scenes.kit.ground.sizes import PRODUCT
from scenes.kit.ground.text import Label, Number, cap_centred
from scenes.kit.product.beam import Beam
from scenes.kit.product.cell import Cell
from scenes.kit.product.cell_style import State
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.name_tag import TagState
from scenes.kit.sums.running_sum import Rise, RunningSum
from scenes.kit.sums.term_line import Factors, line_of

BEAM, PRODUCT_TIME, RISE = 0.5, 0.3, 0.5
CORRIDOR_MARGIN = 30.0


class Meeting:
    """All that takes part when entry ``(i, j)`` of the product in view is made.

    ``line`` are its terms; the ``chart`` is shared by all entries of row ``i``.

    Parameters
    ----------
    view : FalkView
        The product, on stage.
    chart : RunningSum
        Of row ``i``: see :func:`running_sum`.
    i, j : int
        The entry that is made.
    """

    def __init__(self, view: FalkView, chart: RunningSum, i: int, j: int) -> None:
        self.view, self.chart, self.product = view, chart, view.product
        self.i, self.j, place = i, j, view.place
        self.steps = list(self.product.entry(i, j))
        self.line = line_of(view, i, j)
        self.beam = Beam(view.theme, place.left, place.matrix, place.result, i, j)
        self.named: dict[int, Number] = {}
        self.asked: Label | None = None

    @property
    def cell(self) -> Cell:
        """The cell of the result that is being made."""
        return self.view.result.cell(self.i, self.j)

    def light(self, run_time: float = BEAM, lit: State = "soft") -> Animation:
        """Light the beam, and put its cells into a state; everything outside it steps back."""
        view, changes = self.view, []
        for i, row in enumerate(view.left.cells):
            changes += [cell.to(lit if i == self.i else "idle", SHORT) for cell in row]
        for row in view.matrix.cells:
            changes += [
                cell.to(lit if j == self.j else "idle", SHORT) for j, cell in enumerate(row)
            ]
        heads = enumerate(view.column_heads)
        changes += [head.to("strong" if j == self.j else "muted") for j, head in heads]
        changes += [head.to("muted") for head in view.inner_heads()]
        return AnimationGroup(
            FadeIn(self.beam, run_time=run_time), self.cell.to("focus", run_time), *changes
        )

    def ask(self, run_time: float = BEAM) -> Iterator[Animation]:
        """Light the beam, to be read; a mark stands in the cell until its value drops in."""
        self.asked = self.cell.question()
        yield AnimationGroup(self.light(run_time, "on"), FadeIn(self.asked, run_time=run_time))

    def move_from(self, other: Meeting, run_time: float) -> Animation:
        """Swing the beam over from the entry made before."""
        view = self.view
        changes = [cell.to("idle", run_time) for cell in view.matrix.column(other.j)]
        changes += [cell.to("soft", run_time) for cell in view.matrix.column(self.j)]
        changes += [
            view.column_heads[other.j].to("muted", run_time),
            view.column_heads[self.j].to("strong", run_time),
            other.cell.to("filled", run_time),
            self.cell.to("focus", run_time),
        ]
        swing = ReplacementTransform(other.beam, self.beam, run_time=run_time)
        return AnimationGroup(swing, *changes)

    def act(self, k: int, run_time: float) -> Animation:
        """Mark the two factors of term ``k``; the ones before step back."""
        view = self.view
        changes: list[Animation] = []
        looks: tuple[tuple[int, State, TagState], ...]
        looks = (k - 1, "soft", "plain"), (k, "act", "strong")
        for other, state, tag in looks:
            if other >= 0:
                changes += [
                    view.left.cell(self.i, other).to(state, run_time),
                    view.matrix.cell(other, self.j).to(state, run_time),
                    *(head.to(tag, run_time) for head in view.inner_heads(other)),
                ]
        return AnimationGroup(*changes)

    def meeting_point(self, k: int) -> Factors:
        """Return the two factors where they meet: in the corridor, or at once above the product."""
        room = self.view.place.corridor
        x, _ = room.centre
        _, y = self.view.place.left.cell(self.i, k).centre
        theme, step = self.view.theme, self.steps[k]
        met = Factors(
            theme,
            step,
            (self.i, self.j),
            theme.ink,
            PRODUCT,
            x=x,
            baseline=cap_centred(y, PRODUCT),
            bold=True,
            of=self.product.of,
        )
        if met.width <= units(room.width - 2 * CORRIDOR_MARGIN):
            return met
        above = self.line.factors[k].copy()
        start, _ = to_pixels(*above.get_left()[:2])
        return above.shift(RIGHT * units(max(0.0, frame.LEFT - start)))

    def term(self, k: int, pace: float = 1.0) -> Iterator[Animation]:
        """Make term ``k``: the factors meet, their product joins the line, the sum rises."""
        yield self.act(k, SHORT * pace)
        met = self.meeting_point(k)
        left = self.view.left.cell(self.i, k).written.copy()
        right = self.view.matrix.cell(k, self.j).written.copy()
        yield AnimationGroup(
            ReplacementTransform(left, met.left, run_time=TRAVEL * pace),
            ReplacementTransform(right, met.right, path_arc=-0.9, run_time=TRAVEL * pace),
            FadeIn(met.times, run_time=TRAVEL * pace),
        )
        yield from self._multiply(k, met, pace)
        yield self.rise(k, RISE * pace)

    def _multiply(self, k: int, met: Factors, pace: float) -> Iterator[Animation]:
        product, small = self.line.products[k], self.line.factors[k]
        goal = small if self.line.place.factors else product
        motions = [
            ReplacementTransform(met, goal, run_time=2 * PRODUCT_TIME * pace),
            FadeOut(self.line.slots[k], run_time=PRODUCT_TIME * pace),
        ]
        if self.line.place.factors:
            motions.append(FadeIn(product, scale=0.6, run_time=2 * PRODUCT_TIME * pace))
        yield AnimationGroup(*motions)

    def rise(self, k: int, run_time: float) -> Animation:
        """Let layer ``k`` rise by its product, in step with the running sum."""
        return AnimationGroup(self._grow(k, run_time), *self._name_layer(k, run_time))

    def _grow(self, k: int, run_time: float) -> Animation:
        terms = [step.product for step in self.steps[: k + 1]]
        before = self.steps[k - 1].partial if k else 0
        reached = self.product.claim("partial", self.i, self.j, k)
        return Rise(self.chart, terms, before, self.steps[k].partial, reached, run_time=run_time)

    def _name_layer(self, k: int, run_time: float) -> list[Animation]:
        shown = [
            (self.view.hue(n), float(step.product)) for n, step in enumerate(self.steps[: k + 1])
        ]
        held = self.chart.vessel.layers
        self.chart.vessel.set_layers(shown)
        claim = self.product.claim("product", self.i, self.j, k)
        name = self.chart.layer_name(k, self.steps[k].product, claim)
        self.chart.vessel.set_layers(held)
        if name is None:
            return []
        self.named[k] = name.set_z_index(2)
        start = self.line.products[k].copy().set_z_index(2)
        return [ReplacementTransform(start, name, run_time=run_time)]

    def glance(self, k: int, pace: float) -> Animation:
        """Make term ``k`` in one motion: product and layer together."""
        show = [
            FadeIn(self.line.products[k], run_time=SHORT * pace),
            FadeOut(self.line.slots[k], run_time=SHORT * pace),
        ]
        if self.line.place.factors:
            show.append(FadeIn(self.line.factors[k], run_time=SHORT * pace))
        return AnimationGroup(self.act(k, SHORT * pace), *show, self.rise(k, RISE * pace))

    def all_terms(self, pace: float) -> Animation:
        """Make all terms in one wave, while the stack rises layer by layer to the whole sum."""
        parts = [*self.line.products, *(self.line.factors if self.line.place.factors else [])]
        step = 2 * RISE * pace / len(self.steps)
        return AnimationGroup(
            LaggedStart(*map(FadeIn, parts), lag_ratio=0.2, run_time=2 * RISE * pace),
            FadeOut(*self.line.slots, run_time=SHORT * pace),
            Succession(*(self._grow(k, step) for k in range(len(self.steps)))),
        )

    def finish(self, pace: float = 1.0) -> Iterator[Animation]:
        """Read the sum off, and drop it into its cell."""
        source = self.chart.total.copy()
        yield AnimationGroup(
            ReplacementTransform(source, self.line.total, run_time=TRAVEL * pace),
            FadeOut(self.line.total_slot, run_time=SHORT * pace),
            self.rest(SHORT * pace),
        )
        arrived = self.cell.numeral(self.steps[-1].partial)
        drop = ReplacementTransform(self.line.total.copy(), arrived, run_time=TRAVEL * pace)
        yield drop if self.asked is None else AnimationGroup(drop, FadeOut(self.asked))
        self.cell.take(arrived)

    def rest(self, run_time: float = SHORT) -> Animation:
        """Let the factors of the last term step back."""
        last = len(self.steps) - 1
        view = self.view
        return AnimationGroup(
            view.left.cell(self.i, last).to("soft", run_time),
            view.matrix.cell(last, self.j).to("soft", run_time),
            *(head.to("plain", run_time) for head in view.inner_heads(last)),
        )

    def clear(self, run_time: float = SHORT) -> Animation:
        """Empty the line and the stack for the next entry."""
        return AnimationGroup(
            FadeOut(self.line.computed, run_time=run_time), self.clear_stack(run_time)
        )

    def clear_stack(self, run_time: float = SHORT) -> Animation:
        """Empty the stack alone."""
        gone = (FadeOut(name, run_time=run_time) for name in self.named.values())
        return AnimationGroup(*gone, self.chart.drain(run_time))
