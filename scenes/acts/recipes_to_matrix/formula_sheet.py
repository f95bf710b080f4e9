"""All formulas, ingredient under ingredient, and above each column its bottle."""

from __future__ import annotations

from manim import VGroup, VMobject

from mathcore import RecipeBook
from scenes.acts.recipes_to_matrix.formula_line import FormulaLine
from scenes.acts.recipes_to_matrix.formulas_geometry import formula_place
from scenes.kit.bar.pose import Pose
from scenes.kit.bar.silhouettes import height_beside
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import LEFT
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.shapes import brackets, for_the_eye, rectangle
from scenes.kit.ground.sizes import LABEL, LEADING, SMALLEST
from scenes.kit.ground.text import paragraph
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.numeral import Numeral

TINT = 0.09  # how much of its hue a column shows
DEPTH = -8
NOTE_GAP = 30.0


class FormulaSheet:
    """``lines[j]``; of the columns ``tints``, ``names``, ``bracket``; a ``remark`` beside it."""

    def __init__(self, theme: Theme, book: RecipeBook, language: str) -> None:
        self.theme, self.book = theme, book
        self.place = place = formula_place(book, language)
        columns = range(len(book.ingredients))
        self.lines = [FormulaLine(theme, book, place, j) for j in range(len(book.mixtures))]
        self.tints = VGroup(*(self._tint(k) for k in columns)).set_z_index(DEPTH)
        self.names = GroupOf(*(self._name(k) for k in columns if place.names))
        self.spare: list[VGroup] = []  # names that have merged into one
        self.bracket = brackets(place.bracket, theme.focus)
        self.remark = VGroup()

    def hue(self, k: int) -> Hue:
        """Return the hue of ingredient ``k``."""
        return self.theme.hue(self.book.ingredients[k].hue)

    def standing(self, k: int) -> Pose:
        """Return where bottle ``k`` stands above its column."""
        height = height_beside(self.book.ingredients[k].bottle, self.place.tallest)
        return Pose(self.place.columns[k].centre[0], self.place.floor, height)

    def _tint(self, k: int) -> VMobject:
        fill = self.theme.tint(self.hue(k).fill, TINT)
        band = rectangle(self.place.columns[k], fill=fill, radius=12)
        return for_the_eye(band, "a hint of the hue of a column: its names and cells tell it")

    def _name(self, k: int) -> VGroup:
        return paragraph(
            (self.place.names or ())[k], SMALLEST, self.hue(k).text,
            x=self.place.columns[k].centre[0], baseline=self.place.first_baseline, leading=LEADING,
        )  # fmt: skip

    def first_share(self) -> dict[str, Numeral]:
        """Return the first share as it is said: as a percentage and as a decimal."""
        share, claim = self.book.shares[0, 0], Claim("share", (0, 0))
        return {"percent": Numeral(share, claim, percent=True), "decimal": Numeral(share, claim)}

    def note(self, strong: str, plain: str) -> VGroup:
        """Return the ``remark`` at the left of the bracket: a bold line in focus, one below it."""
        right = self.place.bracket.x - NOTE_GAP
        room = right - LEFT
        first = lettering.wrap(strong, LABEL, room, True)
        second = lettering.wrap(plain, SMALLEST, room)
        middle = self.place.floor - self.place.tallest / 2
        top = middle - (len(first) + len(second) - 1) * LEADING / 2 + 12
        bold = paragraph(
            first,
            LABEL,
            self.theme.focus,
            x=right,
            baseline=top,
            leading=LEADING,
            anchor="right",
            bold=True,
        )
        below = paragraph(
            second, SMALLEST, self.theme.muted, x=right, baseline=top + len(first) * LEADING,
            leading=LEADING, anchor="right",
        )  # fmt: skip
        self.remark = VGroup(bold, below)
        return self.remark
