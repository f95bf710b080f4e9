"""The scale at the left of a glass: round numbers and their ticks."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor, log10
from typing import Protocol

from manim import VGroup

from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import path
from scenes.kit.ground.text import Label, cap_centred
from scenes.kit.ground.theme import Theme

NICE = tuple(Fraction(n) for n in ("1", "5", "2", "2.5", "4", "3", "1.5"))  # roundest first


def ticks(maximum: float) -> tuple[Fraction, ...]:
    """Return four or five round numbers from 0 up to at least ``maximum``.

    >>> [int(tick) for tick in ticks(30)], [int(tick) for tick in ticks(17)]
    ([0, 10, 20, 30], [0, 5, 10, 15, 20])
    """
    if not maximum > 0:
        raise ValueError(f"a scale needs a maximum above 0, not {maximum}")
    ten = Fraction(10) ** floor(log10(maximum))
    steps = [nice * ten / tenth for tenth in (1, 10) for nice in NICE]
    fitting = [step for step in steps if ceil(Fraction(maximum) / step) in (3, 4)]
    best = min(fitting, key=lambda step: ceil(Fraction(maximum) / step) * step)
    return tuple(n * best for n in range(ceil(Fraction(maximum) / best) + 1))


class Measured(Protocol):
    """What holds amounts: where it stands, and the row that an amount of it reaches."""

    box: Box

    def row_of(self, amount: float) -> float:
        """Return the row of pixels that an amount reaches."""
        ...


class Scale(VGroup):
    """Ticks to the left of a glass; ``labels`` are pairs of an amount and the text beside it."""

    def __init__(
        self, theme: Theme, glass: Measured, labels: Sequence[tuple[float, Label]]
    ) -> None:
        super().__init__()
        end = glass.box.x - 8
        for amount, label in labels:
            row = glass.row_of(amount)
            label.anchor = "right"
            label.place(end - 26, cap_centred(row, label.size))
            self.add(path([(end - 16, row), (end, row)], theme.muted, 2.6), label)
