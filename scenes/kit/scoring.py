"""A row of features meets every column of weights: one score at length, then all of them."""

from __future__ import annotations

from collections.abc import Iterator

from manim import (
    Animation,
    Create,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    Succession,
    Transform,
    VGroup,
)

from scenes.kit.claims import Claim
from scenes.kit.frame import Box
from scenes.kit.layout.recognition import readings
from scenes.kit.layout.waterfall import WaterfallPlace
from scenes.kit.motion import DRAW, SHORT, TRAVEL, appear, together, vanish, wave
from scenes.kit.picture_unrolling import PictureUnrolling
from scenes.kit.recognition import OF, Recognition
from scenes.kit.shapes import rectangle
from scenes.kit.softmax_bars import Grow
from scenes.kit.stage import NEXT_LINE
from scenes.kit.text import Label
from scenes.kit.waterfall import Cascade, Waterfall

FIRST, STREAM, ONE_BAR, SWEEP_LAG = 0.6, 5.0, 0.5, 0.22  # seconds
TELLING = 1 / 8  # of the greatest sum: a product that can be seen
COLUMN_TOP, COLUMN_FLOOR, COLUMN_PAD, COLUMN_EDGE = 142.0, 926.0, 9.0, 3.4

Motions = Iterator[Animation | str]


class Scoring:
    """What stands on stage from the first score to the answer."""

    def __init__(self, parts: Recognition, before: PictureUnrolling) -> None:
        self.parts, self.before, self.theme = parts, before, parts.theme
        self.steps = parts.trace.entry(0, parts.chosen)
        self.curves = [parts.curve(j, "tall") for j in range(parts.count)]
        self.scores = [
            parts.score(j, "focus" if j == parts.chosen else "filled", "tall")
            for j in range(parts.count)
        ]
        self.shares = parts.shares()
        fall = parts.fall()
        self.note_baseline, middle, baseline = readings(fall.row_of(0.0))
        self.waterfall = self._waterfall(fall, baseline)
        self.sum_label = parts.beside("running_sum", middle)
        self.nought = parts.nought(fall.row_of(0.0))

    def _waterfall(self, fall: WaterfallPlace, baseline: float) -> Waterfall:
        j = self.parts.chosen
        total = self.parts.total(baseline)
        total.set_z_index(1)  # it drops into a cell that is drawn later
        claims = [Claim("partial", (0, j, step.k), OF) for step in self.steps]
        sums = [step.partial for step in self.steps]
        return Waterfall(self.theme, fall, sums=sums, claims=claims, total=total)

    def telling(self) -> int:
        """Return the first term whose product can be seen."""
        least = TELLING * max(abs(step.partial) for step in self.steps)
        seen = [step.k for step in self.steps if abs(step.product) >= least]
        return next(iter(seen), 0)

    def make_score(self) -> Motions:
        """Stream all products of the chosen column into a waterfall; one is written out."""
        fall, k = self.waterfall, self.telling()
        yield appear(fall, fall.total, self.sum_label, self.nought)
        yield Cascade(fall, 0, k, run_time=FIRST)
        note, marker = self.parts.note(k, self.note_baseline), self._marker(k)
        yield appear(marker, note, run_time=DRAW)
        yield Cascade(fall, k, k + 1, run_time=ONE_BAR)
        yield NEXT_LINE
        yield vanish(marker, note)
        yield Cascade(fall, k + 1, len(self.steps), run_time=STREAM)

    def _marker(self, k: int) -> VGroup:
        """Return an outline around a feature and the weight that it meets."""
        place = self.parts.place
        pair = Box.around(place.features("high").boxes[k], place.weights("high").boxes[k])
        return VGroup(rectangle(pair.grown(4), edge=self.theme.focus, edge_width=3.4, radius=5))

    def make_all(self) -> Motions:
        """Shrink the waterfall to its column, then let the row meet every other column."""
        parts, before, j = self.parts, self.before, self.parts.chosen
        image = parts.image(parts.place.small)
        folded = parts.recipe(j, parts.place.recipe(j), focused=True)
        curve = self.curves[j]
        sums_label, self.scores_label = self._side_labels("tall")
        yield together(
            ReplacementTransform(before.row, image.pixels, run_time=TRAVEL),
            ReplacementTransform(before.strip, folded, run_time=TRAVEL),
            FadeOut(before.row_label, before.strip_label, self.nought, run_time=SHORT),
            FadeOut(self.waterfall.bars, run_time=SHORT),
            ReplacementTransform(self.waterfall.zero, curve.zero, run_time=TRAVEL),
            ReplacementTransform(self.waterfall.line, curve.line, run_time=TRAVEL),
            ReplacementTransform(self.sum_label, sums_label, run_time=TRAVEL),
        )
        self.image, self.folded = image, folded
        self.sum_label = sums_label
        yield self._drop(j)
        yield NEXT_LINE
        yield wave([self._meet(other) for other in parts.others], SWEEP_LAG)

    def _drop(self, j: int) -> Animation:
        """Let the sum drop into its cell."""
        cell, total = self.scores[j], self.waterfall.total
        cell.number.set_z_index(1)
        return together(
            FadeIn(self.curves[j].end),
            FadeIn(cell.halo, cell.frame, self.scores_label),
            ReplacementTransform(total, cell.number, run_time=TRAVEL),
        )

    def _side_labels(self, height: str) -> tuple[Label, Label]:
        """Return the labels of the small waterfalls and of the scores."""
        place = self.parts.place
        boxes = place.curve(0, height), place.score(0, height)
        names = ("running_sums", "scores")
        sums, scores = (
            self.parts.beside(name, box.centre[1]) for name, box in zip(names, boxes, strict=True)
        )
        return sums, scores

    def _shorten(self) -> Animation:
        """Make the small waterfalls short: room for the shares."""
        parts, labels = self.parts, self._side_labels("short")
        motions = [
            ReplacementTransform(self.sum_label, labels[0], run_time=TRAVEL),
            ReplacementTransform(self.scores_label, labels[1], run_time=TRAVEL),
        ]
        for j, (curve, cell) in enumerate(zip(self.curves, self.scores, strict=True)):
            goal = parts.score(j, cell.state, "short")
            self.scores[j] = goal
            motions += [
                Transform(curve, parts.curve(j, "short"), run_time=TRAVEL),
                ReplacementTransform(cell, goal, run_time=TRAVEL),
            ]
        return together(*motions)

    def _meet(self, j: int) -> Animation:
        """Let the row meet column ``j``: its running sum is drawn, and its score is there."""
        curve, picture = self.curves[j], self.before.tiles[j]
        return together(
            picture.to(picture.at(), DRAW),
            FadeIn(curve.zero, run_time=SHORT),
            Succession(
                Create(curve.line, run_time=TRAVEL),
                FadeIn(curve.end, self.scores[j], run_time=SHORT),
            ),
        )

    def recognise(self) -> Motions:
        """Turn the scores into shares; the largest is the answer."""
        parts, shares = self.parts, self.shares
        label = parts.beside("softmax", parts.place.shares.centre[1])
        shares.show(0.0)
        yield self._shorten()
        yield appear(shares, label)
        yield Grow(shares, run_time=TRAVEL)
        yield appear(*shares.percents, lag=0.1)
        yield NEXT_LINE
        yield self._pick_out()
        answer = parts.answer()
        head = self.before.heads[parts.chosen].copy()
        focused = parts.image(parts.place.small, focused=True)
        yield together(
            ReplacementTransform(head, answer, run_time=TRAVEL, path_arc=-0.3),
            FadeOut(self.before.image_head, run_time=SHORT),
            Transform(self.before.image, focused, run_time=TRAVEL),
        )

    def _pick_out(self) -> Animation:
        """Frame the winner's column; the others step back."""
        parts = self.parts
        cell = parts.place.score(parts.chosen, "short")
        column = Box(cell.x, COLUMN_TOP, cell.width, COLUMN_FLOOR - COLUMN_TOP).grown(COLUMN_PAD)
        frame = rectangle(column, edge=self.theme.focus, edge_width=COLUMN_EDGE, radius=14)
        tiles = self.before.tiles
        return together(
            FadeIn(frame),
            *(self.scores[j].to("idle", DRAW) for j in parts.others),
            *(tiles[j].to(tiles[j].at(alive=False), DRAW) for j in parts.others),
        )
