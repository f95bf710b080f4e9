"""The mix: the recipe meets the values, as every recipe of chapter 2 does."""

from __future__ import annotations

from manim import FadeIn, Succession

from scenes.acts.attention.sharing import Sharing
from scenes.kit.ground.motion import DRAW, vanish
from scenes.kit.product.entries import first_entry
from scenes.kit.product.meeting import Meeting
from scenes.kit.stage.motions import Motions
from scenes.kit.sums.running_sum import running_sum


class Mixing:
    """The values beside the recipe, and how the first of them is mixed by it.

    Parameters
    ----------
    sharing : Sharing
        Where the recipe comes from.
    """

    def __init__(self, sharing: Sharing) -> None:
        self.sharing, self.view = sharing, sharing.recipe
        self.meeting = Meeting(self.view, running_sum(self.view, 0), 0, 0)

    def mix(self) -> Motions:
        """Show the values, and make the entry term by term; it says two further lines."""
        sharing, view = self.sharing, self.view
        gone = vanish(sharing.glass, sharing.percents, sharing.whole)
        come = FadeIn(view.left, view.entry_heads, view.result, run_time=DRAW)
        yield Succession(gone, come)
        yield from first_entry(self.meeting)
