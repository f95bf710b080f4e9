"""Results that come into their cells; one too small for its numeral is only seen to be made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from manim import Animation, AnimationGroup, FadeIn, FadeOut, LaggedStart, ReplacementTransform

from scenes.acts.convolution.numeral_room import has_room
from scenes.kit.ground.motion import SHORT
from scenes.kit.ground.text import Number
from scenes.kit.ground.theme import Theme
from scenes.kit.product.cell import Cell
from scenes.kit.product.cell_style import State
from scenes.kit.product.grid_geometry import GridPlace, numeral_size
from scenes.kit.stage.claims import Claim

MOST_SIZE = 34.0
SHRINK = 0.3  # of its size: a numeral that goes where it has no room


class PlainCell(Cell):
    """A cell without a numeral: it only tells whether it has been made."""

    def copy_in(self, state: State, value: float | Fraction | None = None) -> Cell:
        """Return this cell in another state."""
        return super().copy_in(state)


def result_cells(theme: Theme, place: GridPlace, of: str, numerals: Sequence[str]) -> list[Cell]:
    """Return the empty cells of a column, or of several, row by row."""
    kind = Cell if has_room(place, numerals) else PlainCell
    size = min(MOST_SIZE, numeral_size([*numerals], place.cell_width, place.cell_height / 0.55))
    cells = [
        kind(
            theme,
            place.cell(p, o),
            state="empty",
            size=size,
            halo=True,
            reach=place.halo_reach,
            claim=Claim("result", (p, o), of),
        )
        for p in range(place.rows)
        for o in range(place.columns)
    ]
    for cell in cells:
        cell.halo.set_z_index(-2)  # no glow over the numerals beside it
    return cells


def arrive(
    cell: Cell, total: Number, value: float | Fraction, run_time: float
) -> Iterator[Animation]:
    """Let a copy of a sum drop into its cell."""
    if isinstance(cell, PlainCell):
        yield FadeOut(total.copy(), target_position=cell, scale=SHRINK, run_time=run_time)
        return
    arrived = cell.numeral(value)
    yield ReplacementTransform(total.copy(), arrived, run_time=run_time)
    cell.take(arrived)


def fill_in(
    cells: Sequence[Cell],
    totals: Sequence[float],
    run_time: float | None = None,
    lag_ratio: float = 0.4,
) -> Iterator[Animation]:
    """Fill cells with their results, in a wave."""
    numbers = [
        None if isinstance(cell, PlainCell) else cell.copy_in("filled", total).written
        for cell, total in zip(cells, totals, strict=True)
    ]
    timing = {} if run_time is None else {"run_time": run_time}
    yield LaggedStart(
        *(
            AnimationGroup(cell.to("filled"), *([FadeIn(number, run_time=SHORT)] if number else []))
            for cell, number in zip(cells, numbers, strict=True)
        ),
        lag_ratio=lag_ratio,
        **timing,
    )
    for cell, number in zip(cells, numbers, strict=True):
        if number:
            cell.take(number)
