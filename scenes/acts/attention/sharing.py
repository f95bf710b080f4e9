"""Shares: softmax fills a glass to 100 %, and the shares stand up as a column, a recipe."""

from __future__ import annotations

from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    Succession,
    VGroup,
    VMobject,
)

from scenes.acts.attention.asked import Asked
from scenes.acts.attention.comparing import Comparing
from scenes.acts.attention.likenesses import layers_of
from scenes.acts.attention.receiving import receive
from scenes.acts.attention.root import Root
from scenes.acts.attention.share_marks import BESIDE, arrive, share_marks
from scenes.kit.bar.filling import FillUp, emptied
from scenes.kit.bar.glass import Glass
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import DRAW, SHORT, TRAVEL, travel, vanish
from scenes.kit.ground.shapes import path
from scenes.kit.ground.sizes import CELL, PRODUCT
from scenes.kit.ground.text import Label, Number, cap_centred
from scenes.kit.ground.theme import Theme
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.name_tag import NameTag
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.motions import Motions

GLASS = Box(330.0, 176.0, 250.0, 640.0)
FILL, LAG, TURN = 1.5, 0.5, 0.8  # seconds for the whole glass; of it, between two; for what turns


class Sharing:
    """The ``glass`` that the shares fill, their ``percents`` beside it, and their ``whole``.

    Parameters
    ----------
    asked : Asked
        Whose shares they are.
    comparing : Comparing
        The bottles and the keys.
    root : Root
        The scores, divided.
    recipe : FalkView
        The product that the column is to be a factor of.
    softmax : str
        What is done to the scores.
    """

    def __init__(
        self,
        theme: Theme,
        asked: Asked,
        comparing: Comparing,
        root: Root,
        recipe: FalkView,
        softmax: str,
    ) -> None:
        self.theme, self.asked, self.recipe = theme, asked, recipe
        self.comparing, self.root = comparing, root
        self.layers = layers_of(theme, asked)
        self.glass = Glass(theme, GLASS, full_line=True, layers=self.layers)
        self.percents = share_marks(theme, asked, self.glass)
        self.whole = self._whole()
        emptied(self.glass)
        place = root.scaled.place.bracket_box
        self.softmax = Label(
            softmax, PRODUCT, theme.focus, x=place.x - BESIDE,
            baseline=cap_centred(place.centre[1], PRODUCT), anchor="right", bold=True,
        )  # fmt: skip

    def share(self) -> Motions:
        """Fill the glass by the shares; then let these stand up."""
        view, root = self.comparing.view, self.root
        gone = vanish(view.left, view.left_heads, *root.spread.seen, root.sign)
        come = FadeIn(self.glass, self.softmax, run_time=DRAW)
        yield Succession(gone, come)
        scores = root.scaled.row(0)
        arriving = [
            arrive(mark, cell.written, FILL / 2)
            for mark, cell in zip(self.percents, scores, strict=True)
        ]
        yield AnimationGroup(
            FillUp(self.glass, self.layers, 0, len(self.layers), run_time=FILL),
            LaggedStart(*arriving, lag_ratio=LAG),
        )
        yield NEXT_LINE
        yield FadeIn(self.whole, run_time=DRAW)
        yield NEXT_LINE
        yield from self._stand_up()

    def _stand_up(self) -> Motions:
        """Let the numbers of the glass go to the cells of a column, with the names beside."""
        view, recipe = self.comparing.view, self.recipe
        yield AnimationGroup(
            vanish(view.matrix, view.result, self.root.scaled, self.softmax), *self._name_rows()
        )
        yield FadeIn(recipe.matrix.brackets, recipe.column_heads, run_time=DRAW)
        yield LaggedStart(
            *(
                receive(cell, percent.number, TURN)
                for percent, cell in zip(self.percents, recipe.matrix.column(0), strict=True)
            ),
            lag_ratio=LAG / 2,
        )

    def _name_rows(self) -> list[Animation]:
        """Let bottles and names go from the columns of keys to the rows of the recipe."""
        heads, bottles = self.comparing.view.column_heads, self.comparing.bottles
        moves: list[Animation] = []
        for j, row in enumerate(self.recipe.row_heads):
            icon, words, head = row[0], row.words, heads[j]
            if len(bottles):
                moves.append(travel(bottles[j], icon, TURN))
            moves += self._rename(head, words, icon if not len(bottles) else None)
        return moves

    def _rename(self, head: NameTag, words: VGroup, icon: VMobject | None) -> list[Animation]:
        if icon is not None:
            come = [FadeIn(words, run_time=TRAVEL)] if len(words) else []
            return [travel(head, icon, TURN), *come]
        if len(head.words) == len(words) == 1:
            return [travel(head.words[0], words[0], TURN)]
        come = [FadeIn(words, run_time=TRAVEL)] if len(words) else []
        return [FadeOut(head, run_time=SHORT), *come]

    def _whole(self) -> VGroup:
        """Return the sum of the shares, at the full line."""
        row = self.glass.row_of(1)
        x = GLASS.x - BESIDE
        return VGroup(
            Number(
                self.asked.total, CELL, self.theme.focus, percent=True, x=x,
                baseline=cap_centred(row, CELL), anchor="right", bold=True,
                claim=self.asked.whole,
            ),
            path([(x + 8, row), (GLASS.x - 4, row)], self.theme.focus, 4),
        )  # fmt: skip
