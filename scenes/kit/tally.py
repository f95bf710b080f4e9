"""A tally: how many of one thing became how many of another, in large figures."""

from __future__ import annotations

from collections.abc import Sequence

from manim import VGroup

from scenes.kit import lettering
from scenes.kit.claims import Claim
from scenes.kit.shapes import Sign
from scenes.kit.sizes import SMALL, TOTAL
from scenes.kit.text import Label, Number
from scenes.kit.theme import Theme

BELOW, SPACE = 52.0, 44.0
Count = tuple[int, Claim, str]


class Tally(VGroup):
    """Counts beside each other, an arrow between them; the last one in the focus colour.

    A count is a number, its claim and its unit; ``counts[n]`` is drawn by ``parts[n]``.
    """

    def __init__(self, theme: Theme, counts: Sequence[Count], *, x: float, baseline: float) -> None:
        self.parts: list[VGroup] = []
        self.arrows: list[Sign] = []
        for n, (count, claim, unit) in enumerate(counts):
            number = Number(
                count,
                TOTAL,
                theme.focus if n == len(counts) - 1 else theme.ink,
                bold=True,
                anchor="center",
                claim=claim,
            )
            label = Label(unit, SMALL, theme.muted, anchor="center")
            half = (
                max(lettering.width(number.text, TOTAL, bold=True), lettering.width(unit, SMALL))
                / 2
            )
            if n:
                middle = baseline - lettering.CAP_HEIGHT * TOTAL / 2
                self.arrows.append(Sign("→", TOTAL * 0.6, theme.muted, x + SPACE, middle))
                x += 2 * SPACE
            number.place(x + half, baseline)
            label.place(x + half, baseline + BELOW)
            self.parts.append(VGroup(number, label))
            x += 2 * half + SPACE * (n < len(counts) - 1)
        super().__init__(*self.parts, *self.arrows)
