"""A deliberately bad chapter: every beat has one fault, and only one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import numpy as np
from manim import Animation, Dot, Mobject, Rectangle, UpdateFromAlphaFunc, VGroup, VMobject, Wait

from scenes.kit.ground.frame import CAPTION_TOP, Box, units
from scenes.kit.ground.motion import appear, vanish
from scenes.kit.ground.shapes import path, rectangle
from scenes.kit.ground.text import Label, Number
from scenes.kit.product.grid_geometry import GridPlace
from scenes.kit.product.matrix_grid import MatrixGrid
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Claim, Ledger
from scenes.kit.stage.motions import Motion
from scenes.kit.stage.script import Text

SIZE = 44.0
THERE: dict[str, Any] = {"x": 600.0, "baseline": 500.0}
SHARE_OF_FRAME = 480.0, 216.0  # pixels: 5 % of the frame
FOUR_HERTZ, SECONDS = 4, 2.0
GREY, FAINT = "#777777", "#303540"
STANDS = {"in_a_hurry": 2.0, "too_short": 1.5}  # seconds: of a caption, read or not
MathTex = type("MathTex", (VGroup,), {})  # as the one that LaTeX sets is called

Motions = Iterator[Animation]


class Reaching(VGroup):
    """What may leave the safe area at the sides."""

    bleeds = "sides"


class Names(VGroup):
    """Texts of one kind."""


class BadChapter(Chapter):
    """As many beats as faults: the method of its name does each wrong."""

    def construct(self) -> None:
        """Do it all wrong."""
        self.kept: list[VMobject] = []
        for name in self.script.beats:
            if name == "jumping":
                self.kept = [self.area(300, 200, GREY)]
                self.add(*self.kept)
            self.beat(name, self.sweep(), getattr(self, name, self.nothing)())

    def ledger(self) -> Ledger:
        """Know a number that no oracle has heard of."""
        return super().ledger().joined({"own": np.array([7])})

    def sweep(self) -> Motions:
        """Take away what the last beat has left."""
        if self.kept and self.present != "jumping":
            yield vanish(*self.kept)
            self.kept = []

    def nothing(self) -> Motions:
        """Let the words be wrong."""
        yield from ()

    def show(self, *things: VMobject, seconds: float = 1.5) -> Motions:
        """Show things for long enough to be read, then take them away."""
        yield appear(*things)
        yield Wait(seconds)
        yield vanish(*things)

    def word(self, text: str, colour: str = "", size: float = SIZE, **there: float) -> Label:
        """Return a word."""
        return Label(text, size, colour or self.theme.ink, **{**THERE, **there})

    def number(self, value: Fraction | int, claim: Claim, **there: float) -> Number:
        """Return a numeral."""
        return Number(value, SIZE, self.theme.ink, claim=claim, **{**THERE, **there})

    def area(self, width: float, height: float, colour: str) -> Rectangle:
        """Return a plain area in the middle of the frame."""
        area = Rectangle(width=units(width), height=units(height), stroke_width=0)
        return area.set_fill(colour, opacity=1)

    # ---- what is written ----

    def overlap(self) -> Motions:
        one, other = self.label("one_text"), self.label("over_another")
        return self.show(self.word(one), self.word(other, x=640.0))

    def grey_on_grey(self) -> Motions:
        faint = self.word(self.label("grey"), GREY, x=800.0, baseline=555.0)
        return self.show(self.area(600.0, 200.0, "#888888"), faint)

    def ten_pixels(self) -> Motions:
        return self.show(self.word(self.label("tiny"), size=10.0))

    def bent(self) -> Motions:
        word = self.word("rum")
        word.set_points(self.word("ram").points)
        return self.show(word)

    def not_level(self) -> Motions:
        return self.show(Names(self.word("gin"), self.word("rum", x=800.0, baseline=503.0)))

    def struck_out(self) -> Motions:
        line = path([(560, 485), (760, 485)], self.theme.muted, 3)
        return self.show(line, self.word("gin"))

    def gone_too_soon(self) -> Motions:
        return self.show(self.word("soon"), seconds=0.3)

    def muttered(self) -> Motions:
        for line in self._caption or VGroup():
            assert isinstance(line, Label)
            line.set_text("Something else.").place(*line.at)
        yield Wait(1.0)

    # ---- numbers ----

    def wrong_digit(self) -> Motions:
        return self.show(self.number(Fraction(3, 10), Claim("share", (0, 0))))

    def from_nowhere(self) -> Motions:
        return self.show(self.word("42"))

    def unproven(self) -> Motions:
        return self.show(self.number(7, Claim("entry", (0,), "own")))

    def swapped(self) -> Motions:
        place = GridPlace(600, 300, 2, 2, 120, 84)
        grid = MatrixGrid(self.theme, place, values=self.book.shares[:2, :2], quantity="share")
        first, second = grid.cell(0, 0), grid.cell(0, 1)
        apart = second.get_center() - first.get_center()
        first.shift(apart)
        second.shift(-apart)
        return self.show(grid)

    def a_term_too_few(self) -> Motions:
        inner = range(len(self.book.ingredients))
        values, shares = self.book.values[0], self.book.shares[:, 0]
        row = [self.number(values[k], Claim("value", (0, k)), x=500 + 150 * k) for k in inner]
        column = [
            self.number(shares[k], Claim("share", (k, 0)), x=500 + 150 * k, baseline=600.0)
            for k in inner
        ]
        yield appear(*row, *column)
        terms = [
            self.number(
                values[k] * shares[k], Claim("product", (0, 0, k)), x=500 + 150 * k, baseline=700.0
            )
            for k in inner
            if values[k]
        ]
        total = self.number(values @ shares, Claim("result", (0, 0)), x=1100.0, baseline=700.0)
        yield from self.show(*terms, total)
        yield vanish(*row, *column)

    def too_early(self) -> Motions:
        total = self.book.values[1] @ self.book.shares[:, 1]
        return self.show(self.number(total, Claim("result", (1, 1))))

    def untold_rows(self) -> Motions:
        one = self.number(self.book.values[0, 0], Claim("value", (0, 0)))
        self.kept = [one, self.number(2, Claim("rows", (2,)), x=800.0)]
        yield appear(*self.kept)

    def out_of_scale(self) -> Motions:
        rows = (700.0, 600.0, 550.0)
        marks = (
            self.number(10 * n, Claim("scale", (0, n)), baseline=row) for n, row in enumerate(rows)
        )
        return self.show(*marks)

    # ---- what is drawn ----

    def outside(self) -> Motions:
        return self.show(rectangle(Box(20, 500, 120, 60), fill=GREY))

    def in_the_band(self) -> Motions:
        return self.show(Reaching(rectangle(Box(200, CAPTION_TOP - 60, 60, 90), fill=GREY)))

    def too_faint(self) -> Motions:
        return self.show(rectangle(Box(700, 500, 300, 100), fill=FAINT))

    def set_by_latex(self) -> Motions:
        return self.show(MathTex(Dot(color=self.theme.ink)))

    def jumping(self) -> Motions:
        yield Wait(1.0)
        yield vanish(*self.kept)
        self.kept = []

    def blinking(self) -> Motions:
        lamp = self.area(*SHARE_OF_FRAME, GREY)
        yield appear(lamp)
        yield UpdateFromAlphaFunc(lamp, self.blink(), run_time=SECONDS, rate_func=lambda t: t)
        yield vanish(lamp)

    def blink(self) -> Callable[[Mobject, float], None]:
        """Change between two colours, four times a second there and back."""

        def paint(lamp: Mobject, alpha: float) -> None:
            assert isinstance(lamp, Rectangle)
            half_periods = int(alpha * 2 * FOUR_HERTZ * SECONDS)
            lamp.set_fill(GREY if half_periods % 2 == 0 or alpha == 1 else self.theme.ink)

        return paint

    # ---- what is said ----

    def half_said(self) -> Motions:
        yield Wait(1.0)

    def unlike(self) -> Motions:
        yield Wait(1.0)

    def beat(self, name: str, *motions: Motion, **values: Text | str) -> None:
        """Note which it is."""
        self.present = name
        super().beat(name, *motions, **values)

    def _dwell(self, still: float, until: float = 0.0) -> None:
        """Wait for nobody, where that is the fault."""
        if self.present not in STANDS:
            return super()._dwell(still, until)
        self.wait(self._cues[-1].start + STANDS[self.present] - self.seconds)
        return self._close_cue()
