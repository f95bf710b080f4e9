"""Locked bottles: what comes later is locked before the softmax; and several heads."""

from __future__ import annotations

from collections.abc import Sequence

from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    VGroup,
    Wait,
)

from scenes.acts.attention.everyone import EveryoneAsks
from scenes.acts.attention.table import Table
from scenes.acts.attention.table_view import recipe_glass, scores_of, sums_of, table_view
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import LEFT, Box
from scenes.kit.ground.motion import SHORT, TRAVEL, vanish, wave
from scenes.kit.ground.name_lines import widest
from scenes.kit.ground.sizes import LABEL
from scenes.kit.ground.text import Label
from scenes.kit.ground.theme import Theme
from scenes.kit.product.lock import Lock
from scenes.kit.product.more_rows import fill_in_a_wave
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.motions import Motions

LOCK = 0.62  # of the height of a cell
GLASSES_TOP, GLASSES_FLOOR, MOST = 170.0, 560.0, 240.0  # of heads; and one alone
NAME, GLASS_GAP, WIDEST = 50.0, 26.0, 84.0  # the room of a head's name; between its glasses
DROP = 40.0
GLANCE = 0.5  # seconds to see the scores
TURN, BACK = 0.6, 0.4  # seconds in which scores become shares, and these scores again


class Locking:
    """The table with later glasses locked: ``locks`` on its matrix, and the ``heads``.

    Parameters
    ----------
    everyone : EveryoneAsks
        The table without locks.
    tables : sequence of Table
        The table with locks, for every head.
    language : str
        ``"en"`` or ``"zh"``.
    """

    def __init__(
        self, theme: Theme, everyone: EveryoneAsks, tables: Sequence[Table], language: str
    ) -> None:
        self.theme, self.everyone, self.tables = theme, everyone, list(tables)
        self.view = table_view(theme, tables[0], language)
        self.sums = sums_of(theme, tables[0], self.view)
        self.scores = scores_of(theme, tables[0], self.view)
        self.closed = [
            (k, j)
            for j in range(tables[0].count)
            for k in range(tables[0].count)
            if not tables[0].is_open(k, j)
        ]
        self.locks = VGroup(*(self._lock(k, j) for k, j in self.closed))
        self.heads = VGroup(*(self._head(n, language) for n in range(len(tables))))

    def lock(self) -> Motions:
        """Go back to the scores, lock what comes later, and share what is left among itself.

        Then show every head's glasses.
        """
        old, new, scores = self.everyone.view, self.view, self.scores
        gone = [self.everyone.formula, old.result.body, *self.everyone.sums]
        cells = zip(old.matrix.all_cells(), scores.all_cells(), strict=True)
        yield AnimationGroup(
            vanish(*gone), *(ReplacementTransform(a, b, run_time=BACK) for a, b in cells)
        )
        yield Wait(run_time=GLANCE)
        yield AnimationGroup(
            *(scores.cell(k, j).to("idle") for k, j in self.closed),
            *(FadeOut(scores.cell(k, j).written, run_time=SHORT) for k, j in self.closed),
            LaggedStart(*(FadeIn(lock, run_time=TRAVEL) for lock in self.locks), lag_ratio=0.03),
        )
        yield AnimationGroup(
            self._share_anew(), *(FadeIn(each, run_time=TURN) for each in self.sums)
        )
        yield from fill_in_a_wave(new)
        yield NEXT_LINE
        yield wave([FadeIn(head, run_time=TRAVEL) for head in self.heads], SHORT)

    def _share_anew(self) -> Animation:
        """Let the scores of what is open become shares that sum to the whole."""
        old, new = self.scores, self.view.matrix
        counted = range(self.tables[0].count)
        pairs = [
            (old.cell(k, j), new.cell(k, j))
            for j in counted
            for k in counted
            if (k, j) not in self.closed
        ]
        return AnimationGroup(
            *(ReplacementTransform(a, b, run_time=TURN) for a, b in pairs),
            *(FadeIn(cell, run_time=TRAVEL) for cell in self.view.result.row(0)),
        )

    def _lock(self, k: int, j: int) -> Lock:
        box = self.view.place.matrix.cell(k, j)
        x, y = box.centre
        return Lock(self.theme, x=x, y=y, height=LOCK * box.height)

    def _head(self, n: int, language: str) -> VGroup:
        """Return the name of a head, and the glasses as its recipes fill them."""
        table, place = self.tables[n], self.view.place
        names = widest(place.row_names or (), LABEL, bold=True)
        room = place.row_names_right - names - DROP - LEFT
        pitch = min(MOST, (GLASSES_FLOOR - GLASSES_TOP) / len(self.tables))
        top = GLASSES_TOP + n * pitch
        baseline = top + lettering.CAP_HEIGHT * LABEL
        said = table.layer.task.everyone.heads[n].name[language]
        wide = min(WIDEST, (room + GLASS_GAP) / table.count - GLASS_GAP)
        glasses = [
            recipe_glass(
                self.theme,
                table,
                j,
                Box(LEFT + j * (wide + GLASS_GAP), top + NAME, wide, pitch - NAME - DROP),
            )
            for j in range(table.count)
        ]
        name = Label(said, LABEL, self.theme.ink, x=LEFT, baseline=baseline, bold=True)
        return VGroup(name, *glasses)
