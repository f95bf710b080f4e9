"""A recorded run of learning, replayed: the weights find the recipes while the error shrinks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from manim import Animation, AnimationGroup, FadeIn, FadeOut, VGroup, Wait, linear

from mathcore import Descent, format_number
from scenes.kit.bar.signed_bars import SignedBars
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import DRAW
from scenes.kit.ground.text import Number, cap_centred
from scenes.kit.ground.theme import Hue
from scenes.kit.network.error_meter import ErrorMeter
from scenes.kit.network.network import Network, Node
from scenes.kit.product.cell import Cell
from scenes.kit.product.grid_geometry import least_width, numeral_size
from scenes.kit.product.matrix_grid import MatrixGrid
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.claims import Claim

START, RUN, WARP = 1.0, 4.5, 2.2  # seconds to look at the start; of the run; its first steps slow
DRINK = 0.15  # of a node, on each side of its drink
FINE, COARSE = 2, 1  # places of a weight, where there is room and where there is not


class LearningReplay(VGroup):
    """The weights after each step: as numbers in the matrix, as edges, as drinks; and the error.

    A drink is bars on a zero line, as on the way weights are negative; in the end it is a glass
    again.  ``last`` is the step from which on nothing changes that is printed.
    """

    def __init__(
        self, run: Descent, matrix: MatrixGrid, network: Network, meter: ErrorMeter, last: int
    ) -> None:
        self.run, self.matrix, self.network, self.meter = run, matrix, network, meter
        cell = matrix.cell(0, 0)
        self.places = FINE if self._needed(FINE) <= cell.box.width else COARSE
        printed = [format_number(w, places=self.places) for w in run.weights.flat]
        self.size = numeral_size(printed, cell.box.width, cell.box.height)
        self.numbers = [self._number(each, k, j) for k, j, each in self._cells()]
        self.last = last
        self.span = float(min(0.0, run.weights.min())), float(max(0.0, run.weights.max()))
        self.drinks = [self._drink(node.box, run.weights[0, :, j]) for j, node in self._outputs()]
        super().__init__(*self.numbers, *network.all_edges(), *self.drinks, meter)

    def _needed(self, places: int) -> float:
        return least_width([format_number(w, places=places) for w in self.run.weights.flat])

    def _cells(self) -> Iterator[tuple[int, int, Cell]]:
        for k, row in enumerate(self.matrix.cells):
            for j, cell in enumerate(row):
                yield k, j, cell

    def _outputs(self) -> Iterator[tuple[int, Node]]:
        yield from enumerate(self.network.outputs)

    def _drink(self, node: Box, weights: np.ndarray) -> SignedBars:
        box = node.grown(-DRINK * node.width)
        return SignedBars(
            self.network.theme, box, entries=self._parts(weights), span=self.span, icon=True
        )

    def _parts(self, weights: np.ndarray) -> list[tuple[Hue, float]]:
        return list(zip(self.network.hues, map(float, weights), strict=True))

    def _number(self, cell: Cell, k: int, j: int) -> Number:
        x, y = cell.box.centre
        return Number(
            float(self.run.weights[0, k, j]), self.size, cell.theme.ink, x=x,
            baseline=cap_centred(y, self.size), anchor="center", places=self.places,
            claim=Claim("entry", (0, k, j), "learned"),
        ).set_z_index(1)  # fmt: skip

    def forget(self) -> Animation:
        """Put random weights in the place of the recipes: the error is large."""
        cells = [cell for _, _, cell in self._cells() if cell.number is not None]
        gone = [FadeOut(cell.let_go(), run_time=DRAW) for cell in cells]
        new = [FadeIn(number, run_time=2 * DRAW) for number in self.numbers]
        weights = self.network.weigh(self.run.weights[0], 3 * DRAW)
        glasses = [FadeOut(node.icon, run_time=DRAW) for _, node in self._outputs()]
        drinks = [FadeIn(drink, run_time=2 * DRAW) for drink in self.drinks]
        meter = FadeIn(self.meter, run_time=2 * DRAW)
        return AnimationGroup(*gone, *new, *glasses, *drinks, weights, meter)

    def found(self) -> Animation:
        """Mark what was found; the drinks are in their glasses again."""
        cells = self.matrix.all_cells()
        self.remove(*self.drinks)
        return AnimationGroup(
            *(cell.dress("act", cell.hue, DRAW) for cell in cells),
            *(FadeOut(drink, run_time=DRAW) for drink in self.drinks),
            *(FadeIn(node.icon, run_time=2 * DRAW) for _, node in self._outputs()),
        )

    def show_step(self, t: int) -> LearningReplay:
        """Show all as it was after ``t`` steps."""
        weights = self.run.weights[t]
        for number, (k, j, _) in zip(self.numbers, self._cells(), strict=True):
            number.claim = Claim("entry", (t, k, j), "learned")
            number.set_value(float(weights[k, j]))
        self.network.show_weights(weights)
        for j, drink in enumerate(self.drinks):
            drink.set_layers(self._parts(weights[:, j]))
        self.meter.show_step(t)
        return self


class Replay(Animation):
    """The run until nothing changes any more, slow at first; every moment is one of its steps."""

    def __init__(self, replay: LearningReplay, **kwargs: Any) -> None:
        super().__init__(replay, rate_func=linear, **kwargs)
        self.replay = replay

    def interpolate_mobject(self, alpha: float) -> None:
        """Show the step that the run has reached."""
        self.replay.show_step(round(self.replay.last * float(np.clip(alpha, 0, 1)) ** WARP))


def learn(replay: LearningReplay) -> Iterator[Animation | str]:
    """Tell the beat: random weights, the run, and the recipes that it found."""
    yield replay.forget()
    yield Wait(run_time=START)
    yield NEXT_LINE
    yield Replay(replay, run_time=RUN)
    yield NEXT_LINE
    yield replay.found()
