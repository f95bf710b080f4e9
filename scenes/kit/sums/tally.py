"""A tally: how many of one thing became how many of another, in large figures."""

from __future__ import annotations

from collections.abc import Sequence

from manim import VGroup

from mathcore import format_number
from scenes.kit.ground import lettering
from scenes.kit.ground.shapes import Sign
from scenes.kit.ground.sizes import SMALL, TOTAL
from scenes.kit.ground.text import Label, Number
from scenes.kit.ground.theme import Theme
from scenes.kit.stage.claims import Claim

BELOW, ARROW_ROOM, ARROW = 52.0, 76.0, 55.0
Count = tuple[int, Claim, str]


class Tally(VGroup):
    """Counts beside each other, an arrow between two; each is a number, its claim and its unit.

    Parameters
    ----------
    counts : sequence of (int, Claim, str)
        Each a number, what it is, and what is counted.
    centre, baseline : float
        Pixels.
    focused : bool, optional
        Whether the numbers are in the focus.
    """

    def __init__(
        self,
        theme: Theme,
        counts: Sequence[Count],
        *,
        centre: float,
        baseline: float,
        focused: bool = False,
    ) -> None:
        widths = [_width(count, unit) for count, _, unit in counts]
        x = centre - (sum(widths) + 2 * ARROW_ROOM * (len(counts) - 1)) / 2
        middle = baseline - lettering.CAP_HEIGHT * TOTAL / 2
        parts: list[VGroup | Sign] = []
        for n, (count, claim, unit) in enumerate(counts):
            if n:
                x += ARROW_ROOM
                parts.append(Sign("→", ARROW, theme.muted, x, middle))
                x += ARROW_ROOM
            colour = theme.focus if focused else theme.ink
            at = x + widths[n] / 2
            number = Number(
                count,
                TOTAL,
                colour,
                x=at,
                baseline=baseline,
                anchor="center",
                bold=True,
                claim=claim,
            )
            label = Label(
                unit, SMALL, theme.muted, x=at, baseline=baseline + BELOW, anchor="center"
            )
            parts.append(VGroup(number, label))
            x += widths[n]
        super().__init__(*parts)


def _width(count: int, unit: str) -> float:
    number = lettering.width(format_number(count), TOTAL, bold=True)
    return max(number, lettering.width(unit, SMALL))
