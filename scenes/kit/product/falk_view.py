"""A product in Falk's layout: left rows, matrix, result, and the names around them."""

from __future__ import annotations

from manim import VGroup

from scenes.kit.ground.frame import Box
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.sizes import LABEL, SMALL
from scenes.kit.ground.text import cap_centred
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.product.falk_geometry import BESIDE_MATRIX, falk_place, head_baselines
from scenes.kit.product.labelled_product import LabelledProduct
from scenes.kit.product.likenesses import Likenesses
from scenes.kit.product.matrix_grid import MatrixGrid
from scenes.kit.product.name_tag import Icon, NameTag

ENTRY_ICON = 62.0


class FalkView(VGroup):
    """The grids and heads of a product; the result's cells are empty until they are computed.

    It shows the first ``rows`` rows, all by default; a single row has its name at the left only if
    ``staged``, which leaves room for a running sum, too.  ``likenesses`` stand beside the names, or
    for them where these do not fit.

    Parameters
    ----------
    product : LabelledProduct
        (m, K) · (K, n).
    language : str
        ``"en"`` or ``"zh"``.
    rows : int, optional
        How many of the m rows are shown.
    staged : bool, optional
        Whether a single row has its name at the left, and a running sum has room above it.
    likenesses : Likenesses, optional
        What is drawn for an inner index or a column.
    head_room : float, optional
        Pixels above the matrix of a single row for what stands on its columns.

    Raises
    ------
    LayoutError
        If there is not enough room.
    """

    def __init__(
        self,
        theme: Theme,
        product: LabelledProduct,
        language: str,
        *,
        rows: int | None = None,
        staged: bool = False,
        likenesses: Likenesses | None = None,
        head_room: float = 0.0,
    ) -> None:
        self.theme, self.product, self.language = theme, product, language
        self.likenesses = likenesses
        icons = likenesses is not None
        self.place = place = falk_place(
            product, language, rows=rows, staged=staged, icons=icons, head_room=head_room
        )
        self.hues, of = product.hues(theme), product.of
        self.left = MatrixGrid(
            theme,
            place.left,
            values=product.trace.left[: place.left.rows],
            quantity="value",
            hue_of=lambda i, k: self.hues[k],
            of=of,
        )
        self.matrix = MatrixGrid(
            theme,
            place.matrix,
            values=product.trace.right,
            quantity="share",
            hue_of=lambda k, j: self.hues[k],
            of=of,
        )
        self.result = MatrixGrid(theme, place.result, state="empty", quantity="result", of=of)
        self.column_heads = GroupOf(*(self._column_head(j) for j in range(place.matrix.columns)))
        self.row_heads = GroupOf(*(self._row_head(k) for k in range(place.matrix.rows)))
        self.entry_heads = GroupOf(*(self._entry_head(k) for k in range(place.left.columns)))
        self.left_heads = GroupOf(
            *(self._left_head(i, names) for i, names in enumerate(place.left_names or ()))
        )
        super().__init__(
            self.left,
            self.matrix,
            self.result,
            self.column_heads,
            self.row_heads,
            self.entry_heads,
            self.left_heads,
        )

    def without_entry_heads(self) -> FalkView:
        """Leave out the names above the left rows, as when other rows have joined."""
        self.remove(self.entry_heads)
        return self

    def inner_heads(self, k: int | None = None) -> list[NameTag]:
        """Return what names inner index ``k``, or all of them, as far as it is in view."""
        shown = [self.row_heads, *([self.entry_heads] if self.entry_heads in self else [])]
        return [head for heads in shown for n, head in enumerate(heads) if k in (n, None)]

    def hue(self, k: int) -> Hue:
        """Return the hue of inner index ``k``."""
        return self.hues[k]

    def _icon(self, k: int, height: float, x: float, floor: float) -> Icon | None:
        """Return a drawer of the likeness of inner index ``k``, alive or dimmed, if it has one."""
        drawn = self.likenesses
        if drawn is None:
            return None
        return lambda alive: drawn.inner(k, height=height, x=x, floor=floor, alive=alive)

    def _column_head(self, j: int) -> NameTag:
        x, floor = self.place.matrix.cell(0, j).centre[0], self.place.matrix.bracket_box.y - 24
        if self.place.column_names is None:
            box, drawn = Box(x - 26, floor + 12 - 84, 52, 84), self.likenesses
            icon = None if drawn is None else lambda _: drawn.column(j, box)
            return NameTag(self.theme, self.theme.ink, icon=icon)
        lines = self.place.column_names[j]
        first = head_baselines(len(lines), floor)[0]
        return NameTag(self.theme, self.theme.ink, lines=lines, size=SMALL, x=x, baseline=first)

    def _row_head(self, k: int) -> NameTag:
        place, middle = self.place, self.place.matrix.cell(k, 0).centre[1]
        x = place.matrix.bracket_box.x - place.icon_room / 2 - BESIDE_MATRIX / 2
        height = min(74.0, place.matrix.cell_height - 4)
        names = place.row_names
        return NameTag(
            self.theme,
            self.hue(k).text,
            lines=(names[k],) if names else (),
            size=LABEL,
            x=place.row_names_right,
            baseline=cap_centred(middle, LABEL),
            anchor="right",
            icon=self._icon(k, height, x, middle + height / 2),
        )

    def _entry_head(self, k: int) -> NameTag:
        x, floor = self.place.left.cell(0, k).centre[0], self.place.left.bracket_box.y - 22
        if self.place.entry_names is None:
            icon = self._icon(k, ENTRY_ICON, x, floor + 10)
            return NameTag(self.theme, self.hue(k).text, icon=icon)
        lines = self.place.entry_names[k]
        first = head_baselines(len(lines), floor)[0]
        return NameTag(self.theme, self.hue(k).text, lines=lines, size=SMALL, x=x, baseline=first)

    def _left_head(self, i: int, lines: tuple[str, ...]) -> NameTag:
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
