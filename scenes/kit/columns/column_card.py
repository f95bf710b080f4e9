"""A column on its way: its entries on a card in the hue of its ingredient."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from manim import VGroup

from scenes.kit.ground.shapes import rectangle
from scenes.kit.ground.text import Number, cap_centred
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.product.cell import cell_size
from scenes.kit.product.cell_style import cell_style
from scenes.kit.product.grid_geometry import GridPlace
from scenes.kit.stage.claims import Claim

BEHIND = -2  # the cells that it passes: no numeral of theirs is ever covered


class ColumnCard(VGroup):
    """Column ``j`` of a grid place, lifted off: opaque frames, and the numbers in them.

    Parameters
    ----------
    place : GridPlace
        The grid that the column is lifted off, in pixels.
    j : int
        Which column of it.
    hue : Hue
        Of its cells.
    values : sequence of (m,) numbers
        What stands in its cells, the uppermost first.
    claims : sequence of (m,) Claim
        What each of them is.
    """

    def __init__(
        self,
        theme: Theme,
        place: GridPlace,
        j: int,
        hue: Hue,
        values: Sequence[float | Fraction],
        claims: Sequence[Claim],
    ) -> None:
        style = cell_style(theme, "act", hue)
        boxes = [place.cell(i, j) for i in range(place.rows)]
        size = place.type_size or cell_size(place.cell_height)
        radius = 10.0 if place.cell_height > 50 else 7.0
        self.frames = VGroup(
            *(
                rectangle(
                    box,
                    fill=style.fill,
                    edge=style.edge,
                    edge_width=style.edge_width,
                    radius=radius,
                )
                for box in boxes
            )
        )
        self.numbers = VGroup(
            *(
                Number(
                    value,
                    size,
                    style.text,
                    x=box.centre[0],
                    baseline=cap_centred(box.centre[1], size),
                    anchor="center",
                    bold=True,
                    claim=claim,
                )
                for box, value, claim in zip(boxes, values, claims, strict=True)
            )
        )
        super().__init__(self.frames, self.numbers)
        self.set_z_index(BEHIND)
