"""Everyone asks: every glass writes a column, and each column is a recipe."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from manim import DOWN, Animation, AnimationGroup, FadeIn, LaggedStart, ReplacementTransform, Wait

from scenes.acts.attention.formula import Formula
from scenes.acts.attention.table import Table
from scenes.acts.attention.table_view import scores_of, sums_of, table_view
from scenes.kit.ground.frame import LEFT, Box, units
from scenes.kit.ground.motion import appear, vanish
from scenes.kit.ground.name_lines import widest
from scenes.kit.ground.sizes import LABEL
from scenes.kit.ground.theme import Theme
from scenes.kit.product.labelled_product import LabelledProduct
from scenes.kit.product.more_rows import fill_in_a_wave
from scenes.kit.product.shape_line import ShapeLine
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.motions import Motions

TOP = 168.0  # of the formula
BESIDE_NAMES = 40.0  # from the formula to the names beside the matrix
SLIDE, FIRST, GLANCE, TURN = 30.0, 0.4, 0.5, 0.4


class EveryoneAsks:
    """The table in Falk's layout, the ``sums`` of its columns, and the ``formula`` of it all.

    Parameters
    ----------
    table : Table
        All glasses asking.
    language : str
        ``"en"`` or ``"zh"``.
    glosses : mapping of str to str
        What ``"Q"``, ``"K"`` and ``"V"`` are.
    """

    def __init__(
        self, theme: Theme, table: Table, language: str, glosses: Mapping[str, str]
    ) -> None:
        self.theme, self.table = theme, table
        self.view = table_view(theme, table, language)
        self.sums = sums_of(theme, table, self.view)
        self.scores = scores_of(theme, table, self.view)
        place = self.view.place
        names = widest(place.row_names or (), LABEL, bold=True)
        right = place.row_names_right - names - BESIDE_NAMES
        self.formula = Formula(theme, glosses, Box(LEFT, TOP, right - LEFT, 0.0))

    def ask(
        self, before: Callable[[], Animation], shape: Callable[[LabelledProduct], list[ShapeLine]]
    ) -> Motions:
        """Let every glass write its column; then mix, and say it in signs.

        ``before`` clears what was there, and ``shape`` makes the shape of the product.
        """
        view = self.view
        yield before()
        grids = [grid.brackets for grid in (view.left, view.matrix, view.result)]
        sizes = [line for line in shape(self.table.mix) if line.clear_of(view.place)]
        yield appear(view.left.body, view.entry_heads, view.row_heads, *grids, *sizes)
        yield self._write(0, FIRST)
        yield Wait(run_time=GLANCE)
        yield self._share(0)
        others = range(1, self.table.count)
        yield LaggedStart(*(self._write(j, FIRST) for j in others), lag_ratio=0.2)
        yield Wait(run_time=GLANCE)
        yield AnimationGroup(*map(self._share, others))
        yield NEXT_LINE
        yield appear(view.result.body, *self.sums)
        yield from fill_in_a_wave(view)
        yield NEXT_LINE
        yield from self.formula.write()

    def _write(self, j: int, run_time: float) -> Animation:
        """Return how the scores of glass ``j`` come."""
        cells = [
            FadeIn(cell, shift=units(SLIDE) * DOWN, run_time=run_time)
            for cell in self.scores.column(j)
        ]
        head = FadeIn(self.view.column_heads[j], run_time=run_time)
        return AnimationGroup(head, LaggedStart(*cells, lag_ratio=0.15))

    def _share(self, j: int) -> Animation:
        """Return how the scores of glass ``j`` become shares."""
        pairs = zip(self.scores.column(j), self.view.matrix.column(j), strict=True)
        return AnimationGroup(*(ReplacementTransform(a, b, run_time=TURN) for a, b in pairs))

    def leave_the_formula(self) -> Animation:
        """Clear the formula away."""
        return vanish(self.formula)
