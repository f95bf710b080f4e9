"""A deliberately bad chapter: every beat has one fault, and only one."""

from __future__ import annotations

from fractions import Fraction

from manim import Animation, Rectangle, UpdateFromAlphaFunc, VMobject, Wait

from scenes.kit.ground.frame import units
from scenes.kit.ground.motion import appear, vanish
from scenes.kit.ground.text import Label, Number
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Claim

SIZE = 44.0
THERE = {"x": 600.0, "baseline": 500.0}
SHARE_OF_FRAME = 480.0, 216.0  # pixels: 5 % of the frame
FOUR_HERTZ, SECONDS = 4, 2.0
HURRIED = 2.0  # seconds for 50 characters: 25 a second


class BadChapter(Chapter):
    """Six beats, six faults."""

    hurried = False

    def construct(self) -> None:
        """Do it all wrong."""
        ink, grey = self.theme.ink, "#777777"
        one = Label(self.label("one_text"), SIZE, ink, **THERE)
        other = Label(self.label("over_another"), SIZE, ink, x=640.0, baseline=500.0)
        panel = self.area(600.0, 200.0, "#888888")
        faint = Label(self.label("grey"), SIZE, grey, x=800.0, baseline=555.0)
        tiny = Label(self.label("tiny"), 10.0, ink, **THERE)
        lamp = self.area(*SHARE_OF_FRAME, grey)
        wrong = Number(Fraction(3, 10), SIZE, ink, claim=Claim("share", (0, 0)), **THERE)

        self.beat("overlap", self.show(one, other))
        self.beat("grey_on_grey", self.show(panel, faint))
        self.beat("ten_pixels", self.show(tiny))
        self.beat("blinking", appear(lamp), self.blink(lamp, grey), vanish(lamp))
        self.hurried = True
        self.beat("in_a_hurry")
        self.hurried = False
        self.beat("wrong_digit", self.show(wrong))

    def show(self, *things: VMobject) -> tuple[Animation, ...]:
        """Show things for long enough to be read, then take them away."""
        return appear(*things), Wait(1.5), vanish(*things)

    def area(self, width: float, height: float, colour: str) -> Rectangle:
        """Return a plain area in the middle of the frame."""
        area = Rectangle(width=units(width), height=units(height), stroke_width=0)
        return area.set_fill(colour, opacity=1)

    def blink(self, area: Rectangle, colour: str) -> UpdateFromAlphaFunc:
        """Change between two colours, four times a second there and back."""

        def paint(lamp: Rectangle, alpha: float) -> None:
            half_periods = int(alpha * 2 * FOUR_HERTZ * SECONDS)
            lamp.set_fill(colour if half_periods % 2 == 0 or alpha == 1 else self.theme.ink)

        return UpdateFromAlphaFunc(area, paint, run_time=SECONDS, rate_func=lambda t: t)

    def _dwell(self, still: float, until: float = 0.0) -> None:
        """Wait for nobody."""
        if not self.hurried:
            return super()._dwell(still, until)
        self.wait(self._cues[-1].start + HURRIED - self.seconds)
        return self._close_cue()
