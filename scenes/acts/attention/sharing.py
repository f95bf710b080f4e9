"""Shares: softmax fills a glass to 100 %, and the shares stand up as a column, a recipe."""

from __future__ import annotations

from manim import Animation, AnimationGroup, FadeIn, FadeOut, LaggedStart, VGroup

from mathcore import format_percent
from scenes.acts.attention.asked import Asked
from scenes.acts.attention.comparing import Comparing
from scenes.acts.attention.likenesses import bottle_of, layers_of
from scenes.acts.attention.receiving import receive
from scenes.acts.attention.root import Root
from scenes.kit.bar.bottle import Bottle
from scenes.kit.bar.filling import FillUp, emptied
from scenes.kit.bar.glass import Glass
from scenes.kit.bar.silhouettes import height_beside
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import DRAW, SHORT, TRAVEL, travel, vanish
from scenes.kit.ground.name_lines import spread
from scenes.kit.ground.shapes import path
from scenes.kit.ground.sizes import CELL, PRODUCT
from scenes.kit.ground.text import Label, Number, cap_centred
from scenes.kit.ground.theme import Theme
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.name_tag import NameTag
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.motions import Motions

GLASS = Box(330.0, 176.0, 250.0, 640.0)
BESIDE, MARK = 30.0, 26.0  # from the glass to the shares; how long a line to one is
ICON, ICON_GAP = 50.0, 44.0  # how high a bottle beside a share is; from the share to its middle
APART, LOWEST = 56.0, 30.0
FILL, LAG = 2.2, 0.5  # seconds for the whole glass; share of one between two numbers


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
        self.percents = VGroup(*self._percents())
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
        yield vanish(view.left, view.left_heads, *root.spread.seen, root.sign)
        yield FadeIn(self.glass, self.softmax, run_time=DRAW)
        scaled = [cell.written.copy() for cell in self.root.scaled.row(0)]
        arriving = [
            travel(old, new[0], FILL / 2) for old, new in zip(scaled, self.percents, strict=True)
        ]
        lines = [FadeIn(each[1:], run_time=SHORT) for each in self.percents]
        yield AnimationGroup(
            FillUp(self.glass, self.layers, 0, len(self.layers), run_time=FILL),
            LaggedStart(*arriving, lag_ratio=LAG),
        )
        yield AnimationGroup(*lines)
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
                receive(cell, percent[0], 2 * TRAVEL)
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
                moves.append(travel(bottles[j], icon, 2 * TRAVEL))
            moves += self._rename(head, words, icon if not len(bottles) else None)
        return moves

    def _rename(self, head: NameTag, words: VGroup, icon: VGroup | None) -> list[Animation]:
        if icon is not None:
            come = [FadeIn(words, run_time=TRAVEL)] if len(words) else []
            return [travel(head, icon, 2 * TRAVEL), *come]
        if len(head.words) == len(words) == 1:
            return [travel(head.words[0], words[0], 2 * TRAVEL)]
        come = [FadeIn(words, run_time=TRAVEL)] if len(words) else []
        return [FadeOut(head, run_time=SHORT), *come]

    def _percents(self) -> list[VGroup]:
        """Return each share beside its layer, with its name, and a line where it made way."""
        rows = [self.glass.layer_box(k).centre[1] for k in range(len(self.layers))]
        low, high = GLASS.y + APART, GLASS.bottom - LOWEST
        places = spread(rows[::-1], APART, low, high)[::-1]
        x = GLASS.right + BESIDE + MARK
        shown = []
        for k, (row, place) in enumerate(zip(rows, places, strict=True)):
            hue, share = (
                self.theme.hue(self.asked.ingredients[k].hue),
                self.asked.trace.recipe[k, 0],
            )
            number = Number(
                share, CELL, hue.text, percent=True, x=x, baseline=cap_centred(place, CELL),
                bold=True, claim=self.asked.mix.claim("share", k, 0),
            )  # fmt: skip
            line = path([(GLASS.right + 6, row), (x - 10, place)], hue.text, 2.4)
            shown.append(VGroup(number, line, self._bottle(k, x, place)))
        return shown

    def _bottle(self, k: int, x: float, row: float) -> Bottle:
        """Return the bottle that a share is of, beside the widest share there can be."""
        height = height_beside(self.asked.ingredients[k].bottle, ICON)
        end = x + lettering.width(format_percent(1), CELL, bold=True) + ICON_GAP
        return bottle_of(
            self.theme, self.asked, k, height=height, x=end, floor=row + ICON / 2, icon=True,
            alive=True,
        )  # fmt: skip

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
