"""The ninth beat: a tile for every level of a real machine, from the innermost out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from manim import Animation, VGroup, VMobject

from mathcore.layer_file.cache import CacheLayer
from scenes.acts.writing_gemm.levels_geometry import (
    ADDS_BASELINE,
    CARDS,
    CREDIT_BASELINE,
    CREDIT_LEADING,
    SCALE_BASELINE,
    SIZE_BASELINE,
    card_width,
    cards,
    cut,
    inner_tile,
    name_baseline,
    name_places,
    strips,
)
from scenes.acts.writing_gemm.matrices import hue_of
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import TRAVEL, appear, together, travel, vanish
from scenes.kit.ground.name_lines import Lines, wrapped
from scenes.kit.ground.shapes import SIGN_WIDTH, Sign, rectangle
from scenes.kit.ground.sizes import CELL, LABEL, LEADING, SMALL
from scenes.kit.ground.text import Label, Number, paragraph
from scenes.kit.ground.theme import Theme
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.motions import Motions

TINT, EDGE, RADIUS, SPACE = 0.38, 2.6, 6.0, 10.0
LAG, PLUS = 0.35, 42.0
OF_A_COLUMN, OF_A_ROW = "A", "B"


class LevelsView:
    """The innermost tile, number by number, and beside it the tiles of all levels.

    Parameters
    ----------
    layer : CacheLayer
        With its levels, from the innermost out, and where those are published.
    adds : sequence of str
        What a library adds to it.
    scale : str
        What is said of how the tiles are drawn.
    """

    def __init__(
        self, theme: Theme, lang: str, layer: CacheLayer, adds: Sequence[str], scale: str
    ) -> None:
        self.theme, self.lang, self.levels = theme, lang, layer.levels
        inner = layer.levels[0]
        tile = inner_tile(inner.rows, inner.columns)
        self.place = tile
        left, above = strips(tile)
        self.tile = self._numbers(tile, inner.rows, inner.columns, inner.matrix)
        self.left = self._numbers(left, inner.rows, 1, OF_A_COLUMN)
        self.above = self._numbers(above, 1, inner.columns, OF_A_ROW)
        names, lines = wrapped(
            [level.name[lang] for level in layer.levels], LABEL, card_width(len(layer.levels))
        )
        places = cards(tuple((level.rows, level.columns) for level in layer.levels), lines)
        self.cards = [
            self._card(number, box, name, name_baseline(lines))
            for number, (box, name) in enumerate(zip(places, names, strict=True))
        ]
        self.scale = Label(
            scale, SMALL, theme.muted, x=frame.RIGHT, baseline=SCALE_BASELINE, anchor="right"
        )
        self.credit = self._credit([credit[lang] for credit in layer.credits])
        self.names = self._names(name_places(tile))
        self.adds = self._adds(adds)

    def _names(self, places: Mapping[str, tuple[float, float]]) -> VGroup:
        return VGroup(
            *(
                Label(name, CELL, hue_of(self.theme, name).text, x=x, baseline=y, bold=True)
                for name, (x, y) in places.items()
            )
        )

    def _credit(self, texts: Sequence[str]) -> VGroup:
        """Return where the tiles are published, in one line or several."""
        lines = [line for text in texts for line in lettering.wrap(text, SMALL, CARDS.width)]
        return paragraph(
            tuple(lines),
            SMALL,
            self.theme.muted,
            x=CARDS.x,
            baseline=CREDIT_BASELINE,
            leading=CREDIT_LEADING,
            anchor="left",
        )

    def _box(self, box: Box, matrix: str) -> VMobject:
        hue = hue_of(self.theme, matrix)
        fill = self.theme.tint(hue.fill, TINT)
        return rectangle(box, fill=fill, edge=hue.text, edge_width=EDGE, radius=RADIUS)

    def _numbers(self, box: Box, rows: int, columns: int, matrix: str) -> VGroup:
        return VGroup(*(self._box(each, matrix) for each in cut(box, rows, columns)))

    def _card(self, number: int, box: Box, lines: Lines, baseline: float) -> VGroup:
        """Return a level: its tile, its name, and the sizes of the tile."""
        x = box.centre[0]
        name = paragraph(lines, LABEL, self.theme.ink, x=x, baseline=baseline, leading=LEADING)
        tile = self._box(box, self.levels[number].matrix)
        return VGroup(tile, name, self._size(number, x))

    def _size(self, number: int, x: float) -> VGroup:
        level, colour = self.levels[number], self.theme.muted
        texts = [
            Number(count, LABEL, colour, claim=Claim("entry", (number, axis), "levels"))
            for axis, count in enumerate((level.rows, level.columns))
        ]
        wide = [lettering.width(each.text, LABEL) for each in texts]
        sign = SIGN_WIDTH["×"] * LABEL
        start = x - (sum(wide) + sign + 2 * SPACE) / 2
        texts[0].place(start, SIZE_BASELINE)
        texts[1].place(start + wide[0] + sign + 2 * SPACE, SIZE_BASELINE)
        at = start + wide[0] + SPACE + sign / 2
        times = Sign("×", LABEL, colour, at, _middle(SIZE_BASELINE))
        return VGroup(texts[0], times, texts[1])

    def _adds(self, texts: Sequence[str]) -> list[VGroup]:
        """Return what is added: a plus before each, spread over the frame."""
        room = frame.RIGHT - frame.LEFT
        widths = [lettering.width(text, LABEL) + PLUS for text in texts]
        gap, x = (room - sum(widths)) / max(1, len(texts) - 1), frame.LEFT
        found = []
        for text, wide in zip(texts, widths, strict=True):
            sign = Sign("+", LABEL, self.theme.focus, x + PLUS / 3, _middle(ADDS_BASELINE))
            label = Label(text, LABEL, self.theme.ink, x=x + PLUS, baseline=ADDS_BASELINE)
            found.append(VGroup(sign, label))
            x += wide + gap
        return found

    def innermost(self, gone: VGroup) -> Motions:
        """Show the innermost tile, made by a column times a row."""
        yield vanish(gone)
        yield appear(self.left, self.above, self.names, lag=LAG)
        yield together(*self._products())
        yield NEXT_LINE

    def _products(self) -> list[Animation]:
        """Return the coming of every number of the tile: from its number of A, and of B."""
        columns = max(1, len(self.tile) // len(self.left))
        return [
            travel(self.left[place // columns].copy(), number, TRAVEL, 0.0)
            for place, number in enumerate(self.tile)
        ]

    def outwards(self) -> Motions:
        """Show a larger tile for each level around it."""
        first, *others = self.cards
        whole = self._box(self.place, self.levels[0].matrix)
        yield travel(whole, first[0], arc=0.0)
        yield appear(*first[1:], self.scale, self.credit)
        for card in others:
            yield appear(card)
        yield NEXT_LINE
        yield appear(*self.adds, lag=LAG)


def _middle(baseline: float) -> float:
    """Return the middle of capitals on a baseline."""
    return baseline - lettering.CAP_HEIGHT * LABEL / 2
