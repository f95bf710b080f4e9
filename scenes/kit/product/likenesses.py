"""What may stand for names: a drawn thing for every inner index, and one for every column.

A product that has none is shown with its names alone, and no room is left for them.  Pure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from manim import Animation, VGroup, VMobject

    from scenes.kit.ground.frame import Box
    from scenes.kit.ground.manim_types import GroupOf
    from scenes.kit.product.name_tag import NameTag


class Likenesses(Protocol):
    """Draws the likenesses of a product; all lengths in pixels.

    ``signed`` tells that those of columns are bars on a zero line, which are wider than glasses.
    """

    signed: bool

    def inner(
        self, k: int, *, height: float, x: float, floor: float, icon: bool = True,
        alive: bool = True,
    ) -> VMobject:  # fmt: skip
        """Return the thing that inner index ``k`` stands for, standing on ``floor``."""

    def inner_height(self, k: int, tallest: float) -> float:
        """Return how high it is where the tallest of all is so high."""

    def column(self, j: int, box: Box) -> VGroup:
        """Return the likeness of column ``j`` as it fills a box."""


class Vessels(Protocol):
    """What fills beside a product while its columns are mixed; ``names`` stand below."""

    names: GroupOf[NameTag]

    def pour(self, k: int, j: int, run_time: float) -> Animation:
        """Let the part of inner index ``k`` rise in vessel ``j``."""

    def pour_everywhere(self, k: int, run_time: float) -> Animation:
        """Let the part of inner index ``k`` rise in every vessel."""

    def drain(self, run_time: float) -> Animation:
        """Empty them all."""
