"""One ingredient at a time: its column times its row is a part of every entry at once."""

from __future__ import annotations

from collections.abc import Iterator

from manim import Animation, AnimationGroup, FadeOut, Wait

from scenes.kit.columns.column_view import GLANCE, ColumnView
from scenes.kit.columns.flow import Flow
from scenes.kit.ground.motion import SHORT
from scenes.kit.product.cell_style import State
from scenes.kit.product.name_tag import TagState
from scenes.kit.stage.chapter import NEXT_LINE

FIRST, SECOND, SWEEP = 2.0, 1.0, 2.0  # seconds: the first part rises, the second, all the others


class OneAtATime:
    """The result grows as a sum of matrices, each the column of an ingredient times its row.

    Parameters
    ----------
    columns : ColumnView
        The product on stage; its result is made once more.
    """

    def __init__(self, columns: ColumnView) -> None:
        self.columns, self.view, self.inner = columns, columns.view, columns.inner
        self.theme, self.hues, self.drinks = columns.theme, columns.hues, columns.drinks

    def empty(self, run_time: float = SHORT) -> Animation:
        """Empty the result and the mixtures, to make them once more."""
        cells = self.view.result.all_cells()
        return AnimationGroup(
            *(FadeOut(cell.let_go(), run_time=run_time) for cell in cells),
            *(cell.dress("empty", None, run_time) for cell in cells),
            *([self.drinks.drain(2 * run_time)] if self.drinks else []),
        )

    def light(self, k: int, run_time: float) -> Animation:
        """Light the column and the row of ingredient ``k``; the others step back."""
        left, matrix = self.view.left, self.view.matrix
        changes: list[Animation] = []
        for n in range(self.inner):
            state: State = "act" if n == k else "soft"
            named: TagState = "strong" if n == k else "muted"
            changes += [cell.to(state, run_time) for cell in (*left.column(n), *matrix.row(n))]
            changes.append(self.view.row_heads[n].to(named, run_time))
        return AnimationGroup(*changes)

    def add(self, k: int, run_time: float) -> Animation:
        """Add the part of ingredient ``k``: every entry and every mixture rises at once."""
        cells = self.view.result.all_cells()
        dressed = [cell.dress("filled", None, run_time / 2) for cell in cells]
        rising = [self.columns.rise(k, j, run_time) for j in range(self.columns.count)]
        return AnimationGroup(
            *self._flows(k, run_time),
            *dressed,
            *rising,
            *([self.drinks.pour_everywhere(k, run_time)] if self.drinks else []),
        )

    def _flows(self, k: int, run_time: float) -> list[Animation]:
        """Return how the column flows into every column, and the row into every row."""
        place, hue = self.view.place, self.hues[k]
        ends = [
            (place.left.column_box(k), place.result.column_box(j))
            for j in range(place.result.columns)
        ]
        ends += [
            (place.matrix.row_box(k), place.result.row_box(i)) for i in range(place.result.rows)
        ]
        return [Flow(self.theme, hue, *pair, run_time=run_time) for pair in ends]

    def rest(self) -> Animation:
        """All is made, and calm again."""
        view, columns = self.view, self.columns
        return AnimationGroup(
            *(columns.made(j) for j in range(columns.count)),
            *(cell.to("on") for cell in (*view.left.all_cells(), *view.matrix.all_cells())),
            *(head.to("plain") for head in view.row_heads),
        )


def add_one_at_a_time(sums: OneAtATime) -> Iterator[Animation | str]:
    """Add the first ingredient slowly, the second at twice the pace, the others in one sweep."""
    if sums.columns.count == 1:
        yield sums.columns.settle()  # where no other column was mixed
    yield sums.empty()
    for k in range(sums.inner):
        if k == 1:
            yield NEXT_LINE
        pace = (FIRST, SECOND)[k] if k < 2 else SWEEP / (sums.inner - 2)
        yield sums.light(k, min(SHORT, pace / 3))
        yield sums.add(k, pace)
    if sums.inner == 1:
        yield NEXT_LINE
    yield Wait(run_time=GLANCE)
    yield sums.rest()
