"""The mixtures in a row, each a glass (or signed bars) that fills by its recipe, and its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from manim import Animation, AnimationGroup, VGroup

from mathcore import RecipeBook
from scenes.kit.bar.filling import FillUp, emptied
from scenes.kit.bar.glass import Glass
from scenes.kit.bar.mixture_icon import layers_of
from scenes.kit.bar.signed_bars import SignedBars
from scenes.kit.ground.frame import Box
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.name_lines import Lines
from scenes.kit.ground.sizes import SMALLEST
from scenes.kit.ground.theme import Theme
from scenes.kit.product.name_tag import NameTag


class Drinks(VGroup):
    """Empty ``vessels`` in their boxes; ``names`` is empty where no names are given.

    Parameters
    ----------
    book : RecipeBook
        Its mixtures are shown, all n of them.
    boxes : sequence of Box
        Where each vessel stands, in pixels; n of them.
    names : sequence of tuple of str, or None
        The lines of each name.
    baseline : float
        Of the first line of the names, a row of pixels.
    """

    def __init__(
        self,
        theme: Theme,
        book: RecipeBook,
        boxes: Sequence[Box],
        names: Sequence[Lines] | None,
        baseline: float,
    ) -> None:
        self.theme, self.book = theme, book
        self.vessels = GroupOf(*(emptied(self._vessel(j, box)) for j, box in enumerate(boxes)))
        self.names = GroupOf(
            *(
                NameTag(
                    theme, theme.ink, lines=lines, size=SMALLEST, x=box.centre[0], baseline=baseline
                )
                for lines, box in zip(names or (), boxes, strict=False)
            )
        )
        super().__init__(self.vessels, self.names)

    def _vessel(self, j: int, box: Box) -> Glass | SignedBars:
        layers = layers_of(self.theme, self.book, j)
        if not self.book.free_weights:
            return Glass(self.theme, box, layers=layers)
        weights = [float(share) for share in self.book.shares.flat]
        span = (min(0.0, *weights), max(0.0, *weights))
        return SignedBars(self.theme, box, entries=layers, span=span)

    def pour(self, k: int, j: int, run_time: float, last: int | None = None) -> Animation:
        """Let ingredient ``k`` rise in mixture ``j``, and those after it up to ``last``."""
        end = k + 1 if last is None else last + 1
        layers = layers_of(self.theme, self.book, j)
        return FillUp(self.vessels[j], layers, k, end, run_time=run_time)

    def pour_everywhere(self, k: int, run_time: float) -> Animation:
        """Let ingredient ``k`` rise in every mixture at once."""
        return AnimationGroup(*(self.pour(k, j, run_time) for j in range(len(self.vessels))))

    def drain(self, run_time: float) -> Animation:
        """Empty them all."""
        return AnimationGroup(*(Sink(vessel, run_time=run_time) for vessel in self.vessels))


class Sink(Animation):
    """A vessel empties, every layer in proportion."""

    def __init__(self, vessel: Glass | SignedBars, **kwargs: Any) -> None:
        super().__init__(vessel, **kwargs)
        self.vessel = vessel

    def begin(self) -> None:
        """Remember what it holds."""
        self.held = list(self.vessel.layers)
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        """Keep the share that is left after ``alpha`` of the time."""
        left = 1 - self.rate_func(alpha)
        self.vessel.set_layers([(hue, share * left) for hue, share in self.held])
