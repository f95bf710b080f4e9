"""A product in Falk's layout: left rows, matrix, result, and the names around them."""

from __future__ import annotations

from manim import VGroup

from mathcore import MatmulTrace, RecipeBook
from scenes.kit.bar.bottle import Bottle
from scenes.kit.bar.mixture_icon import mixture_icon
from scenes.kit.ground.frame import Box
from scenes.kit.ground.sizes import LABEL, SMALL
from scenes.kit.ground.text import cap_centred
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.product.falk_geometry import ICON_ROOM, FalkPlace, head_baselines
from scenes.kit.product.matrix_grid import MatrixGrid
from scenes.kit.product.name_tag import Icon, NameTag

ENTRY_ICON = 62.0


class FalkView(VGroup):
    """The grids and heads of a product; the result's cells are empty until they are computed."""

    def __init__(
        self, theme: Theme, book: RecipeBook, trace: MatmulTrace, place: FalkPlace, language: str
    ) -> None:
        self.theme, self.book, self.place, self.language = theme, book, place, language
        rows = place.left.rows
        self.left = MatrixGrid(
            theme,
            place.left,
            values=trace.left[:rows],
            quantity="value",
            hue_of=lambda i, k: self.hue(k),
        )
        self.matrix = MatrixGrid(
            theme,
            place.matrix,
            values=trace.right,
            quantity="share",
            hue_of=lambda k, j: self.hue(k),
        )
        self.result = MatrixGrid(theme, place.result, state="empty", quantity="result")
        self.column_heads = VGroup(*(self._column_head(j) for j in range(place.matrix.columns)))
        self.row_heads = VGroup(*(self._row_head(k) for k in range(place.matrix.rows)))
        self.entry_heads = VGroup(*(self._entry_head(k) for k in range(place.left.columns)))
        self.property_heads = VGroup(
            *(self._property_head(i, names) for i, names in enumerate(place.property_names or ()))
        )
        self.hues = [self.hue(k) for k in range(place.matrix.rows)]
        super().__init__(
            self.left,
            self.matrix,
            self.result,
            self.column_heads,
            self.row_heads,
            self.entry_heads,
            self.property_heads,
        )

    def without_entry_heads(self) -> FalkView:
        """Leave out the names above the left rows, as when other rows have joined."""
        self.remove(self.entry_heads)
        return self

    def hue(self, k: int) -> Hue:
        """Return the hue of ingredient ``k``."""
        return self.theme.hue(self.book.ingredients[k].hue)

    def bottle(self, k: int, height: float, x: float, floor: float) -> Icon:
        """Return a drawer of ingredient ``k`` as an icon, alive or dimmed."""
        silhouette, hue = self.book.ingredients[k].bottle, self.hue(k)
        return lambda alive: Bottle(
            self.theme, hue, silhouette, height=height, x=x, floor=floor, icon=True, alive=alive
        )

    def _column_head(self, j: int) -> NameTag:
        x, floor = self.place.matrix.cell(0, j).centre[0], self.place.matrix.bracket_box.y - 24
        if self.place.column_names is None:
            box = Box(x - 26, floor + 12 - 84, 52, 84)
            return NameTag(
                self.theme,
                self.theme.ink,
                icon=lambda _: mixture_icon(self.theme, self.book, j, box),
            )
        lines = self.place.column_names[j]
        first = head_baselines(len(lines), floor)[0]
        return NameTag(self.theme, self.theme.ink, lines=lines, size=SMALL, x=x, baseline=first)

    def _row_head(self, k: int) -> NameTag:
        middle = self.place.matrix.cell(k, 0).centre[1]
        x = self.place.matrix.bracket_box.x - ICON_ROOM / 2 - 6
        height = min(74.0, self.place.matrix.cell_height - 4)
        names = self.place.row_names
        return NameTag(
            self.theme,
            self.hue(k).text,
            lines=(names[k],) if names else (),
            size=LABEL,
            x=x - ICON_ROOM / 2 - 6,
            baseline=cap_centred(middle, LABEL),
            anchor="right",
            icon=self.bottle(k, height, x, middle + height / 2),
        )

    def _entry_head(self, k: int) -> NameTag:
        x, floor = self.place.left.cell(0, k).centre[0], self.place.left.bracket_box.y - 22
        if self.place.entry_names is None:
            icon = self.bottle(k, ENTRY_ICON, x, floor + 10)
            return NameTag(self.theme, self.hue(k).text, icon=icon)
        lines = self.place.entry_names[k]
        first = head_baselines(len(lines), floor)[0]
        return NameTag(self.theme, self.hue(k).text, lines=lines, size=SMALL, x=x, baseline=first)

    def _property_head(self, i: int, lines: tuple[str, ...]) -> NameTag:
        left = self.place.left
        return NameTag(
            self.theme,
            self.theme.ink,
            lines=lines,
            size=SMALL,
            x=left.bracket_box.x - 16,
            baseline=cap_centred(left.cell(i, 0).centre[1], SMALL),
            anchor="right",
        )
