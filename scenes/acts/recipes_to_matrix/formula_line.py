"""A line of the formulas: mixture = share · ingredient + … + share · ingredient."""

from __future__ import annotations

from manim import VGroup

from mathcore import RecipeBook, format_percent
from scenes.acts.recipes_to_matrix.formulas_geometry import FormulaPlace
from scenes.kit.bar.bottle import Bottle
from scenes.kit.bar.mixture_icon import mixture_icon
from scenes.kit.bar.silhouettes import height_beside
from scenes.kit.ground import lettering
from scenes.kit.ground.shapes import Sign
from scenes.kit.ground.sizes import LABEL, LEADING, SMALLEST
from scenes.kit.ground.text import Number, cap_centred, paragraph
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.product.cell import Cell
from scenes.kit.stage.claims import Claim


class FormulaLine(VGroup):
    """Line ``j``: ``glass``, ``title``, ``equals``, and for each ingredient a term.

    A term is ``cells[k]``, ``dots[k]`` and ``terms[k]`` (its name, or its bottle), with
    ``pluses[k - 1]`` before all but the first.
    """

    def __init__(self, theme: Theme, book: RecipeBook, place: FormulaPlace, j: int) -> None:
        self.theme, self.book, self.place, self.j = theme, book, place, j
        columns = range(len(place.columns))
        x, first = place.name_at(j)
        self.glass = mixture_icon(theme, book, j, place.glass(j))
        self.shown_glass = self.glass  # or the very glass that travels there
        self.title = paragraph(
            place.heads[j], place.head_size, theme.ink, x=x, baseline=first, leading=LEADING,
            anchor="left", bold=True,
        )  # fmt: skip
        self.equals = Sign("=", LABEL, theme.muted, *place.equals(j))
        self.cells = [self._cell(k) for k in columns]
        self.dots = VGroup(*(Sign("·", LABEL, self.hue(k).text, *place.dot(j, k)) for k in columns))
        self.terms = VGroup(*(self._term(k) for k in columns))
        self.pluses = VGroup(
            *(Sign("+", LABEL, theme.muted, *place.plus_sign(j, k)) for k in columns[1:])
        )
        super().__init__(
            self.glass, self.title, self.equals, *self.cells, self.dots, self.terms, self.pluses
        )

    def hue(self, k: int) -> Hue:
        """Return the hue of ingredient ``k``."""
        return self.theme.hue(self.book.ingredients[k].hue)

    def _cell(self, k: int) -> Cell:
        value, size = self.book.shares[k, self.j], self.place.size
        return Cell(
            self.theme,
            self.place.cell_box(self.j, k),
            hue=self.hue(k),
            value=value,
            size=size,
            claim=Claim("share", (k, self.j)),
        )

    def _term(self, k: int) -> VGroup:
        place, (left, right) = self.place, self.place.term_room(k)
        if place.terms is None:
            return VGroup(self._bottle(k, (left + right) / 2))
        lines = place.terms[k]
        first = cap_centred(place.middle(self.j), SMALLEST) - (len(lines) - 1) * LEADING / 2
        return paragraph(
            lines,
            SMALLEST,
            self.hue(k).text,
            x=left,
            baseline=first,
            leading=LEADING,
            anchor="left",
        )

    def _bottle(self, k: int, x: float) -> Bottle:
        silhouette = self.book.ingredients[k].bottle
        left, right = self.place.term_room(k)
        tallest = min(self.place.cell[1] + 4, 74.0, (right - left) / 0.5)
        height = height_beside(silhouette, tallest)
        floor = self.place.middle(self.j) + height / 2
        return Bottle(
            self.theme, self.hue(k), silhouette, height=height, x=x, floor=floor, icon=True
        )

    def percent(self, k: int) -> Number:
        """Return the share as a percentage, as it arrives where the decimal will stand."""
        size, y = min(self.place.size, SMALLEST), self.place.middle(self.j)
        share = self.book.shares[k, self.j]
        x = self.place.percent_middle(k, lettering.width(format_percent(share), size, bold=True))
        return Number(
            share, size, self.theme.ink, percent=True, x=x,
            baseline=cap_centred(y, size), anchor="center", bold=True,
            claim=Claim("share", (k, self.j)),
        )  # fmt: skip
