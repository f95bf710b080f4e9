"""A long column of weights, too many for numerals: a strand for each, in the colour of its sign."""

from __future__ import annotations

from collections.abc import Sequence

from manim import VGroup, VMobject

from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import for_the_eye, rectangle
from scenes.kit.ground.theme import Hue, Theme, mix
from scenes.kit.images.tile_style import sign_colour
from scenes.kit.product.grid_geometry import GridPlace

MARK = 14.0  # pixels: the mark of the channel's hue at the left of each strand
FAINT, FULL = 0.35, 0.9
REASON = "a weight without its numeral: that stands in the kernel"


class WeightColumn(VGroup):
    """Column ``j`` of a kernel matrix; ``hues[k]`` is that of the channel of entry ``k``.

    Parameters
    ----------
    place : GridPlace
        A row for each weight, in pixels.
    j : int
        The column of the place that it stands in.
    weights : sequence of float
        Of either sign.
    hues : sequence of Hue
        As many.
    """

    def __init__(
        self,
        theme: Theme,
        place: GridPlace,
        j: int,
        weights: Sequence[float],
        hues: Sequence[Hue],
    ) -> None:
        most = max(1.0, *(abs(weight) for weight in weights))
        self.strands = [
            VGroup(
                _mark(place.cell(k, j), hues[k]), _strand(theme, place.cell(k, j), weight / most)
            )
            for k, weight in enumerate(weights)
        ]
        super().__init__(*self.strands)


def _mark(box: Box, hue: Hue) -> VMobject:
    mark = rectangle(Box(box.x, box.y, MARK, box.height), fill=hue.fill, radius=2)
    return for_the_eye(mark, REASON)


def _strand(theme: Theme, box: Box, share: float) -> VMobject:
    ink = FAINT + (FULL - FAINT) * abs(share) if share else 0.0
    fill = mix(theme.line, sign_colour(theme, share), ink)
    inner = Box(box.x + MARK + 3, box.y, box.width - MARK - 3, box.height)
    return for_the_eye(rectangle(inner, fill=fill, radius=2), REASON)
