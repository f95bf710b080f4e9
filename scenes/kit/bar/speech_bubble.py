"""A speech bubble: what a guest says, in a word or two."""

from __future__ import annotations

from manim import VGroup

from scenes.kit.ground import lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import area, for_the_eye, path
from scenes.kit.ground.sizes import PRODUCT
from scenes.kit.ground.text import Label, cap_centred
from scenes.kit.ground.theme import Theme
from scenes.kit.product.beam import rounded

PADDING, HEIGHT, ROUND, EDGE = 44.0, 112.0, 24.0, 3.0
TAIL = (46.0, 34.0, 30.0)  # where it begins, how wide it is, how far it hangs down


class SpeechBubble(VGroup):
    """A panel with a tail, and the ``word`` in it; the word can go on to be something else.

    Parameters
    ----------
    text : str
        What is said.
    x, y : float
        Pixels: the upper left corner of the panel.
    """

    def __init__(self, theme: Theme, text: str, *, x: float, y: float) -> None:
        width = lettering.width(text, PRODUCT, bold=True) + 2 * PADDING
        self.box = Box(x, y, max(width, sum(TAIL)), HEIGHT)
        outline = rounded(_corners(self.box), ROUND)
        self.panel = VGroup(area(outline, theme.panel), path(outline, theme.ink, EDGE, closed=True))
        middle, row = self.box.centre
        for_the_eye(self.panel[0], "the ground of a bubble: its edge and its word tell it")
        self.word = Label(
            text, PRODUCT, theme.ink, x=middle, baseline=cap_centred(row, PRODUCT),
            anchor="center", bold=True,
        )  # fmt: skip
        super().__init__(self.panel, self.word)


def _corners(box: Box) -> list[tuple[float, float]]:
    start, wide, down = TAIL
    return [
        (box.x, box.y),
        (box.right, box.y),
        (box.right, box.bottom),
        (box.x + start + wide, box.bottom),
        (box.x + start * 0.6, box.bottom + down),
        (box.x + start, box.bottom),
        (box.x, box.bottom),
    ]
