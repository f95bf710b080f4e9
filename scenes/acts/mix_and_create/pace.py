"""The pace of mixing columns: the first slowly, the second briskly, the rest in one sweep."""

from __future__ import annotations

from collections.abc import Iterator

from manim import Animation, Wait

from scenes.kit.columns.column_view import GLANCE, ColumnView
from scenes.kit.ground.motion import together
from scenes.kit.stage.chapter import NEXT_LINE

LATER_COLUMNS, AT_EASE = 0.8, 2.5  # pace of the columns after the first, and of how many
BRISK, SWEEP = 1.8, 1.8  # seconds for the second column of the result, and for all the others
QUICKLY = 0.5  # pace at which the next recipes come


def first_column(columns: ColumnView) -> Iterator[Animation | str]:
    """Mix one column slowly: a new spoken line at the first column taken, and at the last."""
    yield from columns.take_recipe(0)
    yield NEXT_LINE
    last = columns.inner - 1
    later = LATER_COLUMNS * min(1.0, AT_EASE / max(1, last))
    for k in range(columns.inner):
        if k == last:
            yield NEXT_LINE
        yield from columns.take_column(k, 0, later if k else 1.0)
    yield columns.put_away()
    yield Wait(run_time=GLANCE)
    yield columns.made(0)


def other_columns(columns: ColumnView) -> Iterator[Animation | str]:
    """Mix the second column briskly, all others in a sweep."""
    for j in range(1, columns.count):
        if j == 2:
            yield NEXT_LINE
        yield from columns.take_recipe(j, QUICKLY if j == 1 else QUICKLY / 2)
        if j == 1:
            for k in range(columns.inner):
                yield columns.glance(k, j, BRISK / columns.inner)
        else:
            yield columns.sweep(j, max(GLANCE, SWEEP / (columns.count - 2)))
            yield columns.made(j - 1)
    yield Wait(run_time=GLANCE)
    yield together(columns.made(columns.count - 1), columns.settle())
