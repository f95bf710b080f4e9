"""A recorded run of learning, replayed: the weights find the recipes while the error shrinks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from manim import Animation, AnimationGroup, FadeIn, FadeOut, VGroup, Wait, linear

from mathcore import Descent, format_number
from scenes.kit.ground.motion import DRAW
from scenes.kit.ground.text import Number, cap_centred
from scenes.kit.network.error_meter import ErrorMeter
from scenes.kit.network.network import Network
from scenes.kit.product.cell import Cell
from scenes.kit.product.grid_geometry import least_width, numeral_size
from scenes.kit.product.matrix_grid import MatrixGrid
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.claims import Claim

START, RUN, WARP = 1.0, 4.0, 3.2  # seconds to look at the start; of the run; its first steps slow
FINE, COARSE = 2, 1  # places of a weight, where there is room and where there is not


class LearningReplay(VGroup):
    """The weights after each step: as numbers in the matrix, as edges; and the error."""

    def __init__(
        self, run: Descent, matrix: MatrixGrid, network: Network, meter: ErrorMeter
    ) -> None:
        self.run, self.matrix, self.network, self.meter = run, matrix, network, meter
        cell = matrix.cell(0, 0)
        self.places = FINE if self._needed(FINE) <= cell.box.width else COARSE
        printed = [format_number(w, places=self.places) for w in run.weights.flat]
        self.size = numeral_size(printed, cell.box.width, cell.box.height)
        self.numbers = [self._number(each, k, j) for k, j, each in self._cells()]
        super().__init__(*self.numbers, *network.all_edges(), meter)

    def _needed(self, places: int) -> float:
        return least_width([format_number(w, places=places) for w in self.run.weights.flat])

    def _cells(self) -> Iterator[tuple[int, int, Cell]]:
        for k, row in enumerate(self.matrix.cells):
            for j, cell in enumerate(row):
                yield k, j, cell

    def _number(self, cell: Cell, k: int, j: int) -> Number:
        x, y = cell.box.centre
        return Number(
            float(self.run.weights[0, k, j]), self.size, cell.theme.ink, x=x,
            baseline=cap_centred(y, self.size), anchor="center", places=self.places,
            claim=Claim("entry", (0, k, j), "learned"),
        ).set_z_index(1)  # fmt: skip

    def forget(self) -> Animation:
        """Put random weights in the place of the recipes: the error is large."""
        gone = [FadeOut(cell.let_go(), run_time=DRAW) for _, _, cell in self._cells()]
        new = [FadeIn(number, run_time=2 * DRAW) for number in self.numbers]
        weights = self.network.weigh(self.run.weights[0], 3 * DRAW)
        return AnimationGroup(*gone, *new, weights, FadeIn(self.meter, run_time=2 * DRAW))

    def found(self) -> Animation:
        """Mark what was found."""
        cells = self.matrix.all_cells()
        return AnimationGroup(*(cell.dress("act", cell.hue, DRAW) for cell in cells))

    def show_step(self, t: int) -> LearningReplay:
        """Show all as it was after ``t`` steps."""
        weights = self.run.weights[t]
        for number, (k, j, _) in zip(self.numbers, self._cells(), strict=True):
            number.claim = Claim("entry", (t, k, j), "learned")
            number.set_value(float(weights[k, j]))
        self.network.show_weights(weights)
        self.meter.show_step(t)
        return self


class Replay(Animation):
    """The run from its first step to its last, slow at first; every moment is one of its steps."""

    def __init__(self, replay: LearningReplay, **kwargs: Any) -> None:
        super().__init__(replay, rate_func=linear, **kwargs)
        self.replay = replay

    def interpolate_mobject(self, alpha: float) -> None:
        """Show the step that the run has reached."""
        last = len(self.replay.run.losses) - 1
        self.replay.show_step(round(last * float(np.clip(alpha, 0, 1)) ** WARP))


def learn(replay: LearningReplay) -> Iterator[Animation | str]:
    """Tell the beat: random weights, the run, and the recipes that it found."""
    yield replay.forget()
    yield Wait(run_time=START)
    yield NEXT_LINE
    yield Replay(replay, run_time=RUN)
    yield NEXT_LINE
    yield replay.found()
