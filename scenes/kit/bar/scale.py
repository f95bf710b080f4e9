"""The scale at the left of a glass: round numbers and their marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from manim import VGroup

from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import path
from scenes.kit.ground.text import Label, cap_centred
from scenes.kit.ground.theme import Theme


class Measured(Protocol):
    """What holds amounts: where it stands, and the row that an amount of it reaches."""

    @property
    def box(self) -> Box:
        """Where it stands."""
        ...

    def row_of(self, amount: float) -> float:
        """Return the row of pixels that an amount reaches."""
        ...


class Scale(VGroup):
    """Ticks to the left of a glass; ``labels`` are pairs of an amount and the text beside it.

    Parameters
    ----------
    glass : Measured
        A glass, or whatever has a ``box`` and can tell the row of an amount.
    labels : sequence of (float, Label)
        Amounts on the glass's own scale.
    """

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
