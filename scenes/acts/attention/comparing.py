"""Orders and labels: the word becomes a query, every bottle wears a key, and all are arrows."""

from __future__ import annotations

from functools import cached_property, partial

from manim import DOWN, RIGHT, Animation, AnimationGroup, FadeIn, FadeOut, VGroup, VMobject, Wait

from mathcore import flatten
from scenes.acts.attention.asked import Asked
from scenes.acts.attention.likenesses import KeyLikenesses, bottle_of
from scenes.acts.attention.meant import mean_the_rows
from scenes.acts.attention.opening import Opening
from scenes.kit.bar.bottle import Bottle
from scenes.kit.bar.silhouettes import height_beside
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import LEFT, TOP, Box, units
from scenes.kit.ground.motion import DRAW, SHORT, TRAVEL, appear, travel, vanish, wave
from scenes.kit.ground.sizes import SMALL
from scenes.kit.ground.theme import Theme
from scenes.kit.network.arrow_plane import ArrowLook, ArrowPlane
from scenes.kit.network.arrow_plane_geometry import ICON, arrow_place
from scenes.kit.product.cell import Cell
from scenes.kit.product.falk_geometry import head_baselines
from scenes.kit.product.product_stage import ProductStage
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.motions import Motions

HEAD_ROOM = 100.0  # above the names of the columns, for the bottles that wear them
TALLEST, LEAST = 190.0, 70.0  # of such a bottle
ABOVE_NAMES = 18.0
PLANE_TOP, PLANE_FLOOR, PLANE_GAP = 152.0, 612.0, 40.0
SLIDE = 30.0
LOOK = 0.15  # more, to read the name that comes last
EACH = 0.65  # seconds from one key to the next


class Comparing:
    """The query and the keys in Falk's layout, the ``bottles`` on these, and the ``plane``.

    Parameters
    ----------
    opening : Opening
        What all of it comes from.
    asked : Asked
        The word and the shelf.
    language : str
        ``"en"`` or ``"zh"``.
    """

    def __init__(self, theme: Theme, opening: Opening, asked: Asked, language: str) -> None:
        self.theme, self.opening, self.asked, self.language = theme, opening, asked, language
        likenesses = KeyLikenesses(theme, asked)
        self.stage = ProductStage(theme, asked.scores, language, likenesses, HEAD_ROOM)
        self.view = self.stage.view
        mean_the_rows(self.view)
        self.bottles = VGroup(*self._bottles())

    def compare(self) -> Motions:
        """Let the word become a row, and every bottle get a column."""
        yield from self._move_over()
        query = self.view.left
        cells = [FadeIn(cell, shift=units(SLIDE) * RIGHT, run_time=TRAVEL) for cell in query.row(0)]
        yield AnimationGroup(FadeIn(query.brackets, run_time=DRAW), wave(cells))
        yield AnimationGroup(FadeIn(self.plane.axes, run_time=DRAW), self.plane.grow(0))
        yield NEXT_LINE
        yield FadeIn(self.view.matrix.brackets, run_time=DRAW)
        yield wave([self._label(j) for j in range(len(self.asked.shelf))], EACH)
        yield Wait(run_time=LOOK)

    def _label(self, j: int) -> Animation:
        """Return how bottle ``j`` gets its key, and its arrow with it."""
        cells = self.view.matrix.column(j)
        falling = (FadeIn(cell, shift=units(SLIDE) * DOWN, run_time=TRAVEL) for cell in cells)
        return AnimationGroup(*falling, self.plane.grow(j + 1, 1.5 * TRAVEL))

    def _move_over(self) -> Motions:
        """Let bottles, names and the word go to where they are compared."""
        opening, heads = self.opening, self.view.column_heads
        gone = [opening.shelf.plank, opening.recipe, opening.bubble.panel]
        moves: list[Animation] = [FadeOut(part, run_time=SHORT) for part in gone]
        for old, new in zip(opening.shelf.bottles, self._standing(), strict=True):
            moves.append(travel(old, new))
        for name, head in zip(opening.shelf.names, heads, strict=True):
            lines = head.words
            if len(lines) == len(name):
                moves += [travel(a, b) for a, b in zip(name, lines, strict=True)]
            else:
                moves += [FadeOut(name, run_time=SHORT), FadeIn(lines, run_time=TRAVEL)]
        moves += self._take_the_word()
        yield AnimationGroup(*moves)

    def _take_the_word(self) -> list[Animation]:
        word, heads = self.opening.bubble.word, self.view.left_heads
        if not len(heads):
            return [FadeOut(word, run_time=SHORT)]
        return [travel(word, heads[0].words[0])]

    def _standing(self) -> list[VMobject]:
        """Return the bottles as they stand on their columns, or in the place of their names."""
        heads = self.view.column_heads
        return [*self.bottles] if len(self.bottles) else [head[0] for head in heads]

    def _bottles(self) -> list[Bottle]:
        """Return the bottles above the names, where there are names; else these are bottles."""
        place = self.view.place
        if place.column_names is None:
            return []
        lines = max(map(len, place.column_names))
        floor = place.matrix.bracket_box.y - 24
        top = head_baselines(lines, floor)[0] - lettering.CAP_HEIGHT * SMALL - ABOVE_NAMES
        tallest = max(LEAST, min(TALLEST, top - TOP))
        bottles = []
        for j, thing in enumerate(self.asked.ingredients):
            x, _ = place.matrix.cell(0, j).centre
            height = height_beside(thing.bottle, tallest)
            bottles.append(
                bottle_of(
                    self.theme, self.asked, j, height=height, x=x, floor=top, icon=False, alive=True
                )
            )
        return bottles

    @cached_property
    def plane(self) -> ArrowPlane:
        """The query as a broad arrow, and on it the keys."""
        scores, language = self.asked.trace.scores, self.language
        vectors = flatten([*scores.left, *scores.right.T])
        looks = [ArrowLook(self.asked.word[language], self.theme.ink, broad=True)]
        looks += [
            ArrowLook(
                thing.name[language], self.theme.hue(thing.hue).text, icon=partial(self._icon, j)
            )
            for j, thing in enumerate(self.asked.ingredients)
        ]
        right = self.view.place.matrix.bracket_box.x - PLANE_GAP
        box = Box(LEFT, PLANE_TOP, right - LEFT, PLANE_FLOOR - PLANE_TOP)
        points = [(float(x), float(y)) for x, y in vectors]
        place = arrow_place(box, points, [look.name for look in looks])
        return ArrowPlane(self.theme, place, looks)

    def _icon(self, j: int, x: float, floor: float) -> Bottle:
        height = height_beside(self.asked.ingredients[j].bottle, ICON)
        return bottle_of(
            self.theme, self.asked, j, height=height, x=x, floor=floor, icon=True, alive=True
        )

    @property
    def best(self) -> Cell:
        """The cell of the highest score."""
        return self.view.result.cell(0, self.asked.best)

    def find(self) -> Animation:
        """Light the highest score up, and show again which arrows it is of."""
        return AnimationGroup(self.best.to("focus"), appear(self.plane))

    def let_go(self) -> Animation:
        """Let the highest score be one of them all again, before another picture comes."""
        return AnimationGroup(self.best.to("filled"), vanish(self.plane))

    def leave_the_plane(self) -> Animation:
        """Clear the plane away; the numbers stay."""
        return vanish(self.plane)
