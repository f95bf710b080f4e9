"""A recipe laid below the columns that it mixes: ``×0.2`` under each, in its hue."""

from __future__ import annotations

from fractions import Fraction

from manim import VGroup

from scenes.kit.columns.column_view_geometry import TIMES_ROOM, MixingPlace
from scenes.kit.ground import lettering
from scenes.kit.ground.shapes import SIGN_WIDTH, Sign
from scenes.kit.ground.text import Number
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.product.labelled_product import LabelledProduct
from scenes.kit.stage.claims import Claim


class Weight(VGroup):
    """``×`` and a weight, together centred at ``x``; without × where there is no room for it.

    Parameters
    ----------
    place : MixingPlace
        Where the weights lie, and how large.
    value : float or Fraction
        The weight.
    claim : Claim
        What it is.
    hue : Hue
        Of its inner index.
    x : float
        Pixels: the middle.
    """

    def __init__(
        self,
        theme: Theme,
        place: MixingPlace,
        value: float | Fraction,
        claim: Claim,
        hue: Hue,
        x: float,
    ) -> None:
        size = place.weight_size or 0.0
        room = TIMES_ROOM * size if place.times else 0.0
        self.number = Number(value, size, hue.text, baseline=place.baseline, bold=True, claim=claim)
        start = x - (lettering.width(self.number.text, size, bold=True) + room) / 2
        self.number.place(start + room, place.baseline)
        self.times = VGroup()
        if place.times:
            middle = place.baseline - lettering.CAP_HEIGHT * size / 2
            at = start + SIGN_WIDTH["×"] * size / 2
            self.times.add(Sign("×", size, theme.muted, at, middle))
        super().__init__(self.times, self.number)


def laid_out(
    theme: Theme,
    place: MixingPlace,
    product: LabelledProduct,
    j: int,
) -> list[Weight]:
    """Return column ``j`` of the matrix below the columns that it mixes, if it fits there.

    Parameters
    ----------
    place : MixingPlace
        Where the weights lie; none, where the columns are too narrow for them.
    product : LabelledProduct
        Whose right matrix has the weights.
    j : int
        Which column of it.
    """
    if place.weight_size is None:
        return []
    return [
        Weight(theme, place, weight, product.claim("share", k, j), hue, x)
        for k, (weight, hue, x) in enumerate(
            zip(product.trace.right[:, j], product.hues(theme), place.slots, strict=True)
        )
    ]
