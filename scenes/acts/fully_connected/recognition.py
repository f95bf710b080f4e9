"""All that takes part when a layer recognises a picture, each thing at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction

import numpy as np
from manim import VGroup

from mathcore import format_number
from mathcore.layer_file.classifier import PERCENT_PLACES, Classifier
from mathcore.numerals import most_places
from scenes.acts.fully_connected.recognition_geometry import (
    ANSWER_ROOM,
    CREDIT_BELOW,
    LABELS_RIGHT,
    SCORE_WIDTH,
    SUM_BASELINE,
    RecognitionPlace,
    fitting,
)
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import LEFT
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.name_lines import Lines, widest
from scenes.kit.ground.sizes import LABEL, SMALL
from scenes.kit.ground.text import Label, Number, cap_centred
from scenes.kit.ground.theme import Theme
from scenes.kit.images.pixel_geometry import PixelPlace
from scenes.kit.images.pixel_grid import PixelGrid
from scenes.kit.network.class_name import class_name, name_lines, name_size
from scenes.kit.network.softmax_bars import SoftmaxBars
from scenes.kit.network.softmax_bars_geometry import shares_place
from scenes.kit.network.weight_picture import WeightPicture
from scenes.kit.product.cell import Cell
from scenes.kit.product.cell_style import State
from scenes.kit.stage.claims import Claim
from scenes.kit.sums.product_note import ProductNote
from scenes.kit.sums.running_curve import RunningCurve
from scenes.kit.sums.waterfall_geometry import WaterfallPlace, even_slots, waterfall_place

OF = "scores"
BAR = 0.62  # of the column of a class
SCORE, SCORE_PAD, TOTAL, NOTE = 36.0, 10.0, 60.0, 40.0  # sizes, and the room beside a score

Texts = Callable[[str], str]


class Recognition:
    """The parts of a classifier's picture; ``label(name)`` gives the short texts beside them.

    ``chosen`` is the class whose score is made at length: that of the picture.
    """

    def __init__(self, theme: Theme, layer: Classifier, language: str, label: Texts) -> None:
        self.theme, self.layer, self.language, self.label = theme, layer, language, label
        self.count, self.chosen = len(layer.classes), layer.label
        plain = RecognitionPlace(*layer.size, self.count)
        self.head_size = name_size(layer, language, LABEL, plain.head_room)
        self.place = replace(plain, lines=self._most_lines(plain.head_room))
        self.levels = [float(pixel) / layer.brightest for pixel in layer.sample[0]]
        weights = layer.weights.astype(float)
        self.strengths = (weights / (np.abs(weights).max() or 1.0)).T
        self.trace = layer.scores
        self.places = decimals(self.trace.partials.ravel())

    def _most_lines(self, room: float) -> int:
        """Return how many lines the longest name has, or the answer's in its narrower room."""
        lines = [len(self._lines(j, room)) for j in range(self.count)]
        return max(len(self._lines(self.chosen, ANSWER_ROOM)), *lines)

    def _lines(self, j: int, room: float) -> Lines:
        return name_lines(self.layer, j, self.language, self.head_size, room)

    @property
    def signs(self) -> list[int]:
        """The signs that weights have, of all recipes: 1 and -1, or one of them."""
        return [sign for sign in (1, -1) if (np.sign(self.strengths) == sign).any()]

    @property
    def others(self) -> list[int]:
        """The classes that are not chosen, in their order."""
        return [j for j in range(self.count) if j != self.chosen]

    def image(self, place: PixelPlace, *, focused: bool = False) -> PixelGrid:
        """Return the picture at a place."""
        return PixelGrid(self.theme, place, self.levels, focused=focused)

    def recipe(
        self, j: int, place: PixelPlace, *, alive: bool = True, focused: bool = False
    ) -> WeightPicture:
        """Return recipe ``j`` at a place, square or unrolled."""
        marks = [float(weight) for weight in self.strengths[j]]
        return WeightPicture(self.theme, place, marks, alive=alive, focused=focused)

    def head(
        self, j: int, place: PixelPlace, *, strong: bool = False, room: float | None = None
    ) -> GroupOf[Label]:
        """Return the name of class ``j`` above its picture."""
        x, baseline = self.place.head(place)
        colour = self.theme.focus if strong else self.theme.ink
        room = room or self.place.head_room
        return class_name(
            self.layer, j, self.language, self.head_size, colour, x=x, baseline=baseline,
            bold=strong, room=room,
        )  # fmt: skip

    def head_width(self, j: int) -> float:
        """Return how wide the name of class ``j`` is, when it is meant."""
        return widest(self._lines(j, self.place.head_room), self.head_size, bold=True)

    def head_top(self, j: int) -> float:
        """Return what is just above the head of class ``j`` in its column."""
        return self.place.head_top(len(self._lines(j, self.place.head_room)))

    def image_head(self) -> Label:
        """Return what stands above the picture at the left."""
        x, baseline = self.place.head(self.place.small)
        return Label(
            self.label("image"), SMALL, self.theme.ink, x=x, baseline=baseline, anchor="center"
        )

    def credit(self) -> VGroup:
        """Return whom the picture is from, under it; nothing, if the file does not say."""
        ground = self.place.large.ground
        x, baseline = ground.centre[0], ground.bottom + CREDIT_BELOW
        lines = [each[self.language] for each in self.layer.credits]
        return VGroup(
            *(
                Label(line, SMALL, self.theme.muted, x=x, baseline=baseline, anchor="center")
                for line in lines
            )
        )

    def answer(self) -> GroupOf[Label]:
        """Return the class that the picture is recognised as, above it."""
        return self.head(self.chosen, self.place.small, strong=True, room=ANSWER_ROOM)

    def beside(self, name: str, middle: float) -> Label:
        """Return a text at the left, centred on a row of the frame."""
        return Label(
            self.label(name), SMALL, self.theme.ink, x=LABELS_RIGHT,
            baseline=cap_centred(middle, SMALL), anchor="right",
        )  # fmt: skip

    def nought(self, row: float) -> Number:
        """Return the 0 beside the zero line of the waterfall."""
        return Number(
            0,
            SMALL,
            self.theme.muted,
            x=LABELS_RIGHT,
            baseline=cap_centred(row, SMALL),
            anchor="right",
            claim=Claim("scale", (0, 0), OF),
        )

    def recipe_label(self, middle: float) -> VGroup:
        """Return "recipe" and the class it is for, at the left; "recipe", if that is too long."""
        baseline, text = cap_centred(middle, SMALL), self.label("recipe")
        colour, name = self.theme.focus, self.layer.classes[self.chosen][self.language]
        wide = lettering.width(name + " ", SMALL, bold=True)
        fits = wide + lettering.width(text, SMALL) <= LABELS_RIGHT - LEFT
        right = LABELS_RIGHT - (wide if fits else 0.0)
        word = Label(text, SMALL, colour, x=right, baseline=baseline, anchor="right")
        if not fits:
            return VGroup(word)
        named = class_name(
            self.layer, self.chosen, self.language, SMALL, colour, x=LABELS_RIGHT,
            baseline=baseline, anchor="right", bold=True, room=LABELS_RIGHT - LEFT,
        )  # fmt: skip
        return VGroup(word, named)

    def fall(self) -> WaterfallPlace:
        """Return where the waterfall of the chosen class stands, under its row of weights."""
        slots = [(box.x, box.width) for box in self.place.weights("high").boxes]
        sums = self.sums(self.chosen)
        return waterfall_place(self.place.fall, slots, sums, (min(sums), max(sums)))

    def curve(self, j: int, height: str) -> RunningCurve:
        """Return the small waterfall of class ``j``; all have one scale."""
        box, sums = self.place.curve(j, height), self.sums(j)
        every = [float(partial) for partial in self.trace.partials.ravel()]
        place = waterfall_place(box, even_slots(box, len(sums)), sums, (min(every), max(every)))
        return RunningCurve(self.theme, place)

    def sums(self, j: int) -> list[float]:
        """Return the running sums of class ``j``."""
        return [float(partial) for partial in self.trace.partials[0, j]]

    def score(self, j: int, state: State, height: str) -> Cell:
        """Return the cell of score ``j``."""
        value = self.trace.result[0, j]
        size = fitting(self.printed(self.trace.result.ravel()), SCORE, SCORE_WIDTH - SCORE_PAD)
        claim = Claim("result", (0, j), OF)
        box = self.place.score(j, height)
        return Cell(
            self.theme, box, state=state, value=value, size=size, halo=True, claim=claim,
            places=self.places,
        )  # fmt: skip

    def printed(self, values: Iterable[float | Fraction]) -> list[str]:
        """Return sums as they are printed, all with as many places."""
        return [format_number(value, places=self.places) for value in values]

    def total(self) -> Number:
        """Return the running sum of the chosen class before its first product."""
        j = self.chosen
        return Number(
            0,
            fitting(self.printed(self.trace.partials[0, j]), TOTAL, LABELS_RIGHT - LEFT),
            self.theme.focus,
            x=LABELS_RIGHT,
            baseline=SUM_BASELINE,
            anchor="right",
            bold=True,
            places=self.places,
            claim=Claim("partial", (0, j, -1), OF),
        )

    def note(self, k: int, baseline: float) -> ProductNote:
        """Return term ``k`` of the chosen class, written out at the left."""
        at, step = (0, self.chosen), self.trace.entry(0, self.chosen)[k]
        size = fitting([f"{step.left} × ({float(step.right)})"], NOTE, LABELS_RIGHT - LEFT)
        return ProductNote(self.theme, step, at, OF, size, right=LABELS_RIGHT, baseline=baseline)

    def shares(self) -> SoftmaxBars:
        """Return the softmax of the scores."""
        middles = [self.place.column(j) for j in range(self.count)]
        place = shares_place(self.place.shares, middles, BAR * self.place.score(0, "short").width)
        claims = [Claim("entry", (j,), "percentages") for j in range(self.count)]
        probabilities = [float(share) for share in self.layer.probabilities]
        printed = list(self.layer.percentages)
        return SoftmaxBars(
            self.theme, place, probabilities, printed, claims,
            places=PERCENT_PLACES, best=self.chosen,
        )  # fmt: skip


def decimals(values: Iterable[float | Fraction]) -> int:
    """Return how many places all these numbers need, so that they stand in line.

    >>> decimals([Fraction(1, 4), Fraction(2)])
    2
    """
    return max(map(most_places, values), default=0)
