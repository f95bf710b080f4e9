"""Nothing but products: a large model as a tower, and how much of its work is matrix products."""

from __future__ import annotations

from collections.abc import Sequence

from manim import Animation, FadeIn, FadeOut, LaggedStart, VGroup

from mathcore.layer_file.transformer import TransformerLayer
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.motion import DRAW, TRAVEL
from scenes.kit.ground.sizes import LABEL, TOTAL
from scenes.kit.ground.text import Number, paragraph
from scenes.kit.ground.theme import Theme
from scenes.kit.network.model_tower import ModelTower
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.motions import Motions

FIGURE_LEFT, FIGURE_ROW, LEADING = 1356.0, 470.0, 48.0
PLACES = 1  # of the figure
LAG, RISE = 0.18, 0.5


class Counting:
    """The ``tower`` of a model, what is ``repeated`` in it, and the ``figure`` of it all.

    Parameters
    ----------
    layer : TransformerLayer
        Whose multiplications the figure is of.
    model : ModelTower
        The layer, as it is drawn.
    words : str
        What the figure is a share of.
    """

    def __init__(
        self, theme: Theme, layer: TransformerLayer, model: ModelTower, words: str
    ) -> None:
        self.theme, self.layer = theme, layer
        self.tower, self.repeated = model.tower, model.repeated
        self.figure = self._figure(words)

    def count(self) -> Motions:
        """Build the tower, light what is a matrix product, and say how much that is."""
        counted = range(len(self.layer.parts))
        yield self._staggered([self.tower.rise(n, RISE) for n in counted])
        yield FadeIn(self.repeated, run_time=DRAW)
        yield NEXT_LINE
        yield self._staggered([self.tower.count(n) for n in counted])
        yield NEXT_LINE
        yield FadeIn(self.figure, scale=0.7, run_time=TRAVEL)

    def gather(self, into: tuple[float, float, float]) -> Animation:
        """Let all that is lit run together in one point; the rest goes."""
        pairs = list(zip(self.tower.layers, self.tower.bars, self.tower.meant, strict=True))
        lit = [part for layer, bar, meant in pairs if meant for part in (layer, bar)]
        rest = [part for layer, bar, meant in pairs if not meant for part in (layer, bar)]
        away = [FadeOut(part, run_time=TRAVEL) for part in (*rest, self.repeated, self.figure)]
        run = [FadeOut(p, target_position=into, scale=0.1, run_time=2 * TRAVEL) for p in lit]
        return LaggedStart(*away, *run, lag_ratio=0.02)

    def _staggered(self, animations: Sequence[Animation]) -> Animation:
        return LaggedStart(*animations, lag_ratio=LAG)

    def _figure(self, words: str) -> VGroup:
        room = frame.RIGHT - FIGURE_LEFT
        number = Number(
            self.layer.share, TOTAL, self.theme.focus, percent=True, places=PLACES,
            x=FIGURE_LEFT, baseline=FIGURE_ROW, bold=True,
            claim=Claim("entry", (0,), "in_products"),
        )  # fmt: skip
        lines = lettering.wrap(words, LABEL, room)
        below = paragraph(
            lines, LABEL, self.theme.ink, x=FIGURE_LEFT, baseline=FIGURE_ROW + 1.4 * LEADING,
            leading=LEADING, anchor="left",
        )  # fmt: skip
        return VGroup(number, below)
