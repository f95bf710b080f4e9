"""What a row of scores is divided by: ``÷ √2``, its root drawn, as that of the font is too wide."""

from __future__ import annotations

from manim import VGroup

from scenes.kit.ground import lettering
from scenes.kit.ground.shapes import path
from scenes.kit.ground.sizes import PRODUCT
from scenes.kit.ground.text import Label, Number, cap_centred
from scenes.kit.ground.theme import Theme
from scenes.kit.stage.claims import Claim

OVER, UNDER = 15.0, 5.0  # pixels that the root reaches above the digits, and below them
HOOK, FOOT, STEM = 16.0, 12.0, 20.0  # from left to right: its tick, its way down, its way up
AIR, STROKE = 8.0, 4.4


class RootSign(VGroup):
    """``÷ √d`` with its right end at ``x``, the digits centred on the row ``y``.

    Parameters
    ----------
    divided : str
        What stands before the root.
    width : int
        The d.
    x, y : float
        Pixels.
    """

    def __init__(self, theme: Theme, divided: str, width: int, *, x: float, y: float) -> None:
        baseline = cap_centred(y, PRODUCT)
        number = Number(
            width, PRODUCT, theme.focus, x=x - AIR, baseline=baseline, anchor="right", bold=True,
            claim=Claim("entry", (0,), "root"),
        )  # fmt: skip
        top = baseline - lettering.CAP_HEIGHT * PRODUCT - OVER
        left = x - 2 * AIR - lettering.width(number.text, PRODUCT, bold=True) - STEM
        bottom, hook = baseline + UNDER, (top + baseline) / 2 + OVER
        strokes = [(left - FOOT - HOOK, hook + AIR), (left - FOOT, hook), (left, bottom)]
        root = path([*strokes, (left + STEM, top), (x, top)], theme.focus, STROKE)
        end = left - FOOT - HOOK - AIR
        sign = Label(
            divided, PRODUCT, theme.focus, x=end, baseline=baseline, anchor="right", bold=True
        )
        super().__init__(sign, root, number)
