"""The shares beside their glass: each at its layer, with the bottle that it is of."""

from __future__ import annotations

from manim import Animation, ReplacementTransform, VGroup

from mathcore import format_percent
from scenes.acts.attention.asked import Asked
from scenes.acts.attention.likenesses import bottle_of
from scenes.kit.bar.glass import Glass
from scenes.kit.bar.silhouettes import height_beside
from scenes.kit.ground import lettering
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.name_lines import spread
from scenes.kit.ground.shapes import path
from scenes.kit.ground.sizes import CELL
from scenes.kit.ground.text import Number, cap_centred
from scenes.kit.ground.theme import Theme

BESIDE, MARK = 30.0, 26.0  # from the glass to a share; how long the line to it is
ICON, ICON_GAP = 50.0, 44.0  # how high the bottle beside it is; from the share to its middle
APART, LOWEST = 56.0, 30.0  # two shares; the lowest, and the foot of the glass
THIN = 2.4


class ShareMark(VGroup):
    """Share ``k`` of a recipe, its ``number``, and the ``rest``: a line to its layer, its bottle.

    Parameters
    ----------
    asked : Asked
        Whose recipe it is.
    k : int
        Which bottle.
    edge, row : float
        Pixels: where the glass ends, and the middle of the layer.
    place : float
        The row on which the share stands.
    """

    def __init__(
        self, theme: Theme, asked: Asked, k: int, *, edge: float, row: float, place: float
    ) -> None:
        hue, x = theme.hue(asked.ingredients[k].hue), edge + BESIDE + MARK
        self.number = Number(
            asked.trace.recipe[k, 0], CELL, hue.text, percent=True, x=x,
            baseline=cap_centred(place, CELL), bold=True, claim=asked.mix.claim("share", k, 0),
        )  # fmt: skip
        line = path([(edge + BESIDE / 5, row), (x - BESIDE / 3, place)], hue.text, THIN)
        middle = x + lettering.width(format_percent(1), CELL, bold=True) + ICON_GAP
        bottle = bottle_of(
            theme, asked, k, height=height_beside(asked.ingredients[k].bottle, ICON), x=middle,
            floor=place + ICON / 2, icon=True, alive=True,
        )  # fmt: skip
        self.rest = VGroup(line, bottle)
        super().__init__(self.number, self.rest)


def arrive(mark: ShareMark, number: Number, run_time: float) -> Animation:
    """Let a numeral become a share beside its layer; its line and its bottle come with it."""
    rest = mark.rest.copy().set_opacity(0)
    return ReplacementTransform(VGroup(number.copy(), rest), mark, run_time=run_time)


def share_marks(theme: Theme, asked: Asked, glass: Glass) -> GroupOf[ShareMark]:
    """Return the shares of a full glass, spread where they would touch."""
    rows = [glass.layer_box(k).centre[1] for k in range(len(glass.layers))]
    box = glass.box
    places = spread(rows[::-1], APART, box.y + APART, box.bottom - LOWEST)[::-1]
    return GroupOf(
        *(
            ShareMark(theme, asked, k, edge=box.right, row=row, place=place)
            for k, (row, place) in enumerate(zip(rows, places, strict=True))
        )
    )
