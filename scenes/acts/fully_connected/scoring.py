"""A row of features meets every column of weights: one score at length, then all of them."""

from __future__ import annotations

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

from scenes.acts.fully_connected.picture_unrolling import PictureUnrolling
from scenes.acts.fully_connected.recognition import OF, Recognition
from scenes.acts.fully_connected.recognition_geometry import readings
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import (
    DRAW,
    SHORT,
    TRAVEL,
    appear,
    sideways_first,
    together,
    vanish,
    wave,
)
from scenes.kit.ground.shapes import rectangle
from scenes.kit.ground.text import Label, Number
from scenes.kit.network.softmax_bars import Grow
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.motions import Motions
from scenes.kit.sums.waterfall import Cascade, Waterfall
from scenes.kit.sums.waterfall_geometry import WaterfallPlace

FIRST, STREAM, ONE_BAR, SWEEP_LAG, TO_TIP = 0.6, 2.4, 0.5, 0.26, 0.8  # seconds
TELLING = 1 / 8  # of the greatest sum: a product that can be seen
FRAME_PAD, EDGE, TIP, ROW_PAD, FAR = 5.0, 3.4, 14.0, 6.0, 400.0  # pixels


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
        self.note_baseline, middle = readings(fall.row_of(0.0))
        self.total = self._total()
        self.waterfall = self._waterfall(fall)
        self.slim = [parts.image(parts.place.slim(j)).pixels for j in range(parts.count)]
        self.sum_label = parts.beside("running_sum", middle)
        self.nought = parts.nought(fall.row_of(0.0))
        row = parts.place.features("high").ground.grown(ROW_PAD)
        self.row_edge = rectangle(row, edge=parts.theme.ink, edge_width=EDGE, radius=8)

    def _waterfall(self, fall: WaterfallPlace) -> Waterfall:
        j = self.parts.chosen
        claims = [Claim("partial", (0, j, step.k), OF) for step in self.steps]
        sums = [step.partial for step in self.steps]
        return Waterfall(self.theme, fall, sums=sums, claims=claims, total=self.total)

    def _total(self) -> Number:
        total = self.parts.total()
        return total.set_z_index(1)  # it drops into a cell that is drawn later

    def telling(self) -> int:
        """Return the first term whose product can be seen."""
        least = TELLING * max(abs(float(step.partial)) for step in self.steps)
        seen = [step.k for step in self.steps if abs(float(step.product)) >= least]
        return next(iter(seen), 0)

    def make_score(self) -> Motions:
        """Stream all products of the chosen column into a waterfall; one is written out."""
        fall, k = self.waterfall, self.telling()
        yield appear(fall, self.total, self.sum_label, self.nought, self.before.key)
        yield Cascade(fall, 0, k, run_time=FIRST)
        note, marker = self.parts.note(k, self.note_baseline), self._marker(k)
        yield appear(marker, note, run_time=DRAW)
        yield Cascade(fall, k, k + 1, run_time=ONE_BAR)
        yield NEXT_LINE
        yield vanish(marker, note)
        yield Cascade(fall, k + 1, len(self.steps), run_time=STREAM)
        yield self._to_the_tip()

    def _to_the_tip(self) -> Animation:
        """Let the whole sum go to where its line ends."""
        total, place = self.total, self.waterfall.place
        goal, wide = total.copy(), lettering.width(total.text, total.size, bold=True)
        goal.place(place.box.right, place.crest(wide + TIP) - TIP)
        return Transform(total, goal, path_func=sideways_first(total, goal), run_time=TO_TIP)

    def _marker(self, k: int) -> VGroup:
        """Return an outline around a feature and the weight that it meets."""
        place = self.parts.place
        pair = Box.around(place.features("high").boxes[k], place.weights("high").boxes[k])
        return VGroup(rectangle(pair.grown(4), edge=self.theme.focus, edge_width=3.4, radius=5))

    def make_all(self) -> Motions:
        """Shrink the waterfall to its column, then let the row meet every other column."""
        before, curve = self.before, self.curves[self.parts.chosen]
        sums_label, self.scores_label = self._side_labels("tall")
        in_the_way = [] if self._way_is_free() else [self.total]
        yield together(
            self._row_into(self.parts.chosen),
            self._fold_strip(),
            FadeOut(before.strip_label, before.key, self.nought, *in_the_way, run_time=SHORT),
            FadeOut(self.waterfall.bars, run_time=SHORT),
            ReplacementTransform(self.waterfall.zero, curve.zero, run_time=TRAVEL),
            ReplacementTransform(self.waterfall.line, curve.line, run_time=TRAVEL),
            ReplacementTransform(self.sum_label, sums_label, run_time=TRAVEL),
        )
        self.sum_label = sums_label
        yield self._drop(self.parts.chosen)
        yield NEXT_LINE
        yield appear(self.row_edge, run_time=DRAW)
        yield wave([self._meet(other) for other in self.parts.others], SWEEP_LAG)

    def _way_is_free(self) -> bool:
        """Tell whether the column is far enough from the tip that the sum can drop beside it."""
        place = self.parts.place
        return place.fall.right - place.curve(self.parts.chosen, "tall").right > FAR

    def _row_into(self, j: int) -> Animation:
        """Let a copy of the row of features become the one above waterfall ``j``."""
        return ReplacementTransform(self.before.row.copy(), self.slim[j], run_time=TRAVEL)

    def _fold_strip(self) -> Animation:
        """Let the row of weights go into its column, as the waterfall does."""
        strip, column = self.before.strip, self.slim[self.parts.chosen]
        goal = strip.copy().stretch_to_fit_width(column.width).move_to(column).set_opacity(0)
        return Succession(Transform(strip, goal, run_time=TRAVEL), FadeOut(strip, run_time=0.05))

    def _drop(self, j: int) -> Animation:
        """Let the sum drop into its cell."""
        cell, total = self.scores[j], self.total
        cell.written.set_z_index(1)
        return together(
            FadeIn(self.curves[j].end),
            FadeIn(cell.halo, cell.frame, self.scores_label),
            ReplacementTransform(total, cell.written, run_time=TRAVEL)
            if self._way_is_free()
            else FadeIn(cell.written, run_time=TRAVEL),
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
        motions: list[Animation] = [
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
        return Succession(
            together(self._row_into(j), picture.to(picture.at(), DRAW)),
            together(
                FadeIn(curve.zero, run_time=SHORT),
                Create(curve.line, run_time=TRAVEL),
            ),
            FadeIn(curve.end, self.scores[j], run_time=SHORT),
        )

    def recognise(self) -> Motions:
        """Turn the scores into shares; the largest is the answer."""
        parts, shares = self.parts, self.shares
        label = parts.beside("softmax", parts.place.shares.centre[1])
        shares.grow_to(0.0)
        yield self._shorten()
        yield appear(shares, label)
        yield Grow(shares, run_time=TRAVEL)
        yield appear(*shares.percents, lag=0.1)
        yield NEXT_LINE
        yield self._pick_out()
        answer = parts.answer()
        head = self.before.heads[parts.chosen].copy()
        yield together(
            ReplacementTransform(head, answer, run_time=TRAVEL, path_arc=-0.3),
            FadeOut(self.before.image_head, run_time=SHORT),
        )

    def _pick_out(self) -> Animation:
        """Frame the winner's recipe and its name; the others step back."""
        parts, tiles, chosen = self.parts, self.before.tiles, self.parts.chosen
        picture, top = parts.place.recipe(chosen).ground, parts.head_top(chosen)
        wide = max(picture.width, parts.head_width(chosen)) + 2 * FRAME_PAD
        height = picture.bottom + FRAME_PAD - top
        box = Box(picture.centre[0] - wide / 2, top, wide, height)
        return together(
            FadeIn(rectangle(box, edge=self.theme.focus, edge_width=EDGE, radius=8)),
            tiles[chosen].to(tiles[chosen].at(), DRAW),
            FadeOut(self.row_edge, run_time=SHORT),
            *(self.scores[j].to("idle", DRAW) for j in parts.others),
            *(tiles[j].to(tiles[j].at(alive=False), DRAW) for j in parts.others),
        )
