"""The head above a kernel: its size, and what it is."""

from __future__ import annotations

from manim import VGroup

from scenes.kit.ground import lettering
from scenes.kit.ground.shapes import SIGN_WIDTH, Sign
from scenes.kit.ground.text import Label, Number
from scenes.kit.ground.theme import Theme
from scenes.kit.stage.claims import Claim

SPACE = 0.14  # on either side of the sign, of the size


class KernelHead(VGroup):
    """``1×1 kernel``, centred at ``x``; its sizes are those of the source ``kernel``.

    Parameters
    ----------
    sizes : (int, int)
        Rows and columns.
    word : str
        What stands after them.
    size : float
        Of the type, in pixels.
    x, baseline : float
        Pixels.
    """

    def __init__(
        self, theme: Theme, sizes: tuple[int, int], word: str, size: float, x: float,
        baseline: float,
    ) -> None:  # fmt: skip
        room = (SIGN_WIDTH["×"] + 2 * SPACE) * size
        numbers = [
            Number(count, size, theme.ink, claim=Claim("entry", (n,), "kernel"))
            for n, count in enumerate(sizes)
        ]
        widths = [lettering.width(number.text, size) for number in numbers]
        gap = lettering.width(" ", size)
        whole = sum(widths) + room + gap + lettering.width(word, size)
        start = x - whole / 2
        numbers[0].place(start, baseline)
        numbers[1].place(start + widths[0] + room, baseline)
        middle = baseline - lettering.CAP_HEIGHT * size / 2
        sign = Sign("×", size, theme.ink, start + widths[0] + room / 2, middle)
        label = Label(word, size, theme.ink, x=start + sum(widths) + room + gap, baseline=baseline)
        super().__init__(*numbers, sign, label)
