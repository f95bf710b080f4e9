"""A tower of layers: a large model, its parts one upon the other, those that are meant lit."""

from __future__ import annotations

from collections.abc import Sequence

from manim import (
    RIGHT,
    UP,
    Animation,
    AnimationGroup,
    FadeIn,
    GrowFromEdge,
    Transform,
    VGroup,
    VMobject,
)

from scenes.kit.ground.frame import Box, units
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.motion import TRAVEL
from scenes.kit.ground.shapes import for_the_eye, rectangle
from scenes.kit.ground.sizes import SMALL
from scenes.kit.ground.text import Label, cap_centred
from scenes.kit.ground.theme import Theme
from scenes.kit.network.tower_geometry import TowerPlace

INDENT, ROUND = 22.0, 8.0
EDGE, LIT_EDGE, LIT = 2.0, 3.0, 0.16  # widths of edges; how much of the focus covers the ground
FALL = 40.0
LEAST = 2.0  # pixels: of a bar for next to nothing


class TowerLayer(VGroup):
    """One layer: its ``panel`` and its ``name``, in the focus if ``lit``.

    Parameters
    ----------
    box : Box
        Where it stands, in pixels.
    name : str
        What it is called.
    lit : bool
        Whether it is one of those that are meant.
    """

    def __init__(self, theme: Theme, box: Box, name: str, *, lit: bool = False) -> None:
        self.theme, self.box, self.text = theme, box, name
        fill = theme.tint(theme.focus, LIT) if lit else theme.panel
        edge, width = (theme.focus, LIT_EDGE) if lit else (theme.line, EDGE)
        self.panel = rectangle(box, fill=fill, edge=edge, edge_width=width, radius=ROUND)
        for_the_eye(self.panel, "" if lit else "the edge of a layer that is not meant: its name")
        self.name_label = Label(
            name, SMALL, theme.ink if lit else theme.muted, x=box.x + INDENT,
            baseline=cap_centred(box.centre[1], SMALL), bold=lit,
        )  # fmt: skip
        super().__init__(self.panel, self.name_label)

    def light(self, run_time: float = TRAVEL) -> Animation:
        """Put the layer in the focus."""
        for_the_eye(self.panel, "")
        lit = TowerLayer(self.theme, self.box, self.text, lit=True)
        return Transform(self, lit, run_time=run_time)


class Tower(VGroup):
    """``layers[n]``, the first at the bottom, and for each a bar of what it counts.

    Parameters
    ----------
    place : TowerPlace
        Pixels.
    names : sequence of (n,) str
        What the layers are called.
    counts : sequence of (n,) float
        How long their bars are, in proportion.
    meant : sequence of (n,) bool
        Which light up.
    """

    def __init__(
        self,
        theme: Theme,
        place: TowerPlace,
        names: Sequence[str],
        counts: Sequence[float],
        meant: Sequence[bool],
    ) -> None:
        self.theme, self.place, self.meant = theme, place, list(meant)
        self.layers = GroupOf(
            *(TowerLayer(theme, place.layer(n), name) for n, name in enumerate(names))
        )
        most = max(counts, default=0.0)
        self.bars = GroupOf(*(self._bar(n, count, most) for n, count in enumerate(counts)))
        super().__init__(self.layers)

    def rise(self, n: int, run_time: float = TRAVEL) -> Animation:
        """Let layer ``n`` come down onto those below it."""
        return FadeIn(self.layers[n], shift=-units(FALL) * UP, run_time=run_time)

    def count(self, n: int, run_time: float = TRAVEL) -> Animation:
        """Let the bar of layer ``n`` grow; the layer lights up if it is meant."""
        grown = GrowFromEdge(self.bars[n], -RIGHT, run_time=run_time)
        if not self.meant[n]:
            return grown
        return AnimationGroup(grown, self.layers[n].light(run_time))

    def _bar(self, n: int, count: float, most: float) -> VMobject:
        box = self.place.bar(n, count, most)
        hue = self.theme.focus if self.meant[n] else self.theme.muted
        shown = Box(box.x, box.y, max(box.width, LEAST), box.height)
        bar = rectangle(shown, fill=hue, radius=min(ROUND, shown.width / 2))
        return for_the_eye(bar, "next to nothing" if box.width < 3 * LEAST else "")
