"""The sizes of a product in large figures, each under its matrix; the inner two are linked."""

from __future__ import annotations

import numpy as np
from manim import VGroup, VMobject

from mathcore import format_number
from scenes.kit.bar.liquid import corners, draw, stroked
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import LEFT, RIGHT, Box
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.shapes import SIGN_WIDTH, Sign
from scenes.kit.ground.sizes import SHAPE_LARGE, SMALL
from scenes.kit.ground.text import Label, Number
from scenes.kit.ground.theme import Theme
from scenes.kit.product.product_geometry import ProductPlace
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.numeral import Numeral

LABEL_ROW, SHAPE_ROW, LINK_TOP, LINK_FOOT = 768.0, 848.0, 868.0, 900.0
SPACE = 14.0  # ink to ink, beside ×
LINK = 4.0

Counted = tuple[int, Claim]


class ProductShape(VGroup):
    """``captions`` say what each matrix is; ``sizes[n]`` is rows × columns under matrix n.

    ``rows`` is how many rows what we have is, for a spoken line.
    """

    def __init__(self, theme: Theme, place: ProductPlace, captions: tuple[str, str, str]) -> None:
        self.theme = theme
        grids = (place.row, place.matrix, place.result)
        one, inner, many = (
            (place.row.rows, Claim("rows", (place.row.rows,))),
            (place.row.columns, Claim("inner")),
            (place.result.columns, Claim("columns")),
        )
        self.rows = Numeral(*one)
        middles = [grid.box.centre[0] for grid in grids]
        self.captions = VGroup(
            *(
                Label(
                    text, SMALL, theme.muted, x=_inside(x, lettering.width(text, SMALL)),
                    baseline=LABEL_ROW, anchor="center",
                )
                for text, x in zip(captions, middles, strict=True)
            )
        )  # fmt: skip
        sizes = [
            self._size(counts, x)
            for counts, x in zip(((one, inner), (inner, many), (one, many)), middles, strict=True)
        ]
        self.sizes = VGroup(*(VGroup(*size) for size in sizes))
        row = SHAPE_ROW - lettering.CAP_HEIGHT * SHAPE_LARGE / 2
        self.dot = Sign("·", SHAPE_LARGE, theme.muted, place.dot[0], row)
        self.arrow = Sign("→", SHAPE_LARGE * 0.7, theme.muted, place.equals[0], row)
        self.inner = GroupOf(sizes[0][2], sizes[1][0])
        self.link = self._link()
        super().__init__(self.captions, self.sizes, self.dot, self.arrow, self.link)

    def _size(self, counts: tuple[Counted, Counted], middle: float) -> tuple[Number, Sign, Number]:
        widths = [lettering.width(format_number(n), SHAPE_LARGE, True) for n, _ in counts]
        cross = SIGN_WIDTH["×"] * SHAPE_LARGE * 0.8
        whole = sum(widths) + cross + 2 * SPACE
        x = _inside(middle, whole) - whole / 2
        row = SHAPE_ROW - lettering.CAP_HEIGHT * SHAPE_LARGE / 2
        return (
            self._count(counts[0], x),
            Sign("×", SHAPE_LARGE * 0.8, self.theme.muted, x + widths[0] + SPACE + cross / 2, row),
            self._count(counts[1], x + widths[0] + cross + 2 * SPACE),
        )

    def _count(self, counted: Counted, x: float) -> Number:
        count, claim = counted
        return Number(
            count, SHAPE_LARGE, self.theme.ink, x=x, baseline=SHAPE_ROW, bold=True, claim=claim
        )

    def _link(self) -> VMobject:
        left, right = (self._middle(figure) for figure in self.inner)
        line = stroked(self.theme.focus, LINK)
        draw(
            line,
            np.array(corners(Box(left, LINK_TOP, right - left, LINK_FOOT - LINK_TOP), 14)),
            closed=False,
        )
        return line

    def _middle(self, figure: Label) -> float:
        return figure.at[0] + lettering.width(figure.text, figure.size, True) / 2


def _inside(middle: float, width: float) -> float:
    """Return the middle of what may be wider than its matrix: it stays in the margins."""
    return min(max(middle, LEFT + width / 2), RIGHT - width / 2)
