"""Why? The tower becomes one sign, and the question stands alone, in the light of the bar."""

from __future__ import annotations

from manim import FadeIn, MathTypst, VGroup

from scenes.acts.the_question.counting import Counting
from scenes.kit.bar.lamp import Lamp
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.frame import Box, to_point, units
from scenes.kit.ground.motion import TRAVEL
from scenes.kit.ground.sizes import SHAPE_LARGE
from scenes.kit.ground.text import paragraph
from scenes.kit.ground.theme import Theme
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.motions import Motions

SIGN, FONT, HEIGHT = "x dot W", 200.0, 150.0
ROW, QUESTION, LEADING = 420.0, 640.0, 84.0
ROOM = 1500.0  # for the question
LIGHT = Box(60, -200, 1800, 1180)
DAWN = 0.9  # seconds for the light to go on


class Asking:
    """The ``sign`` that all products are, the ``question``, and the ``lamp`` of the bar.

    Parameters
    ----------
    question : str
        What is asked.
    """

    def __init__(self, theme: Theme, question: str) -> None:
        self.sign = MathTypst(SIGN, font_size=FONT, color=theme.focus)
        self.sign.scale_to_fit_height(units(HEIGHT))
        self.sign.move_to(to_point(frame.CENTRE, ROW))
        lines = lettering.wrap(question, SHAPE_LARGE, ROOM, bold=True)
        self.question: VGroup = paragraph(
            lines, SHAPE_LARGE, theme.ink, x=frame.CENTRE, baseline=QUESTION, leading=LEADING,
            bold=True,
        )  # fmt: skip
        self.lamp = Lamp(theme, LIGHT)

    def ask(self, counting: Counting) -> Motions:
        """Let the tower run together in one sign, ask, and put the light on."""
        yield counting.gather(to_point(frame.CENTRE, ROW))
        yield FadeIn(self.sign, scale=0.5, run_time=TRAVEL)
        yield NEXT_LINE
        yield FadeIn(self.question, run_time=TRAVEL)
        yield FadeIn(self.lamp, run_time=DAWN)
