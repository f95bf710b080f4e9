"""Who wrote it? The shelf, a recipe of which nothing is known, and a word that a guest says."""

from __future__ import annotations

from manim import FadeIn, VGroup

from scenes.acts.attention.asked import Asked
from scenes.kit.bar.shelf import Shelf
from scenes.kit.bar.shelf_geometry import left_shelf
from scenes.kit.bar.speech_bubble import SpeechBubble
from scenes.kit.ground.frame import LEFT, RIGHT, Box
from scenes.kit.ground.motion import DRAW, TRAVEL, wave
from scenes.kit.ground.shapes import brackets, dashed_rectangle
from scenes.kit.ground.sizes import CELL, LABEL
from scenes.kit.ground.text import Label, cap_centred
from scenes.kit.ground.theme import Theme
from scenes.kit.product.falk_geometry import CELL_HEIGHT, CELL_WIDTH, GAP, OUTER
from scenes.kit.product.grid_geometry import GridPlace
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.motions import Motions

FLOOR, TALLEST = 736.0, 330.0  # of the shelf
BUBBLE_TOP = 176.0
CLEARANCE = 150.0  # from the shelf to the recipe
HEAD = 30.0  # from the brackets to the word above them
RECIPE_FLOOR = 752.0  # of a recipe, if it is not too high


class Opening:
    """The first picture, in parts: ``shelf``, ``bubble``, and the ``recipe`` that is still empty.

    Parameters
    ----------
    asked : Asked
        The word and the shelf.
    language : str
        ``"en"`` or ``"zh"``.
    recipe, unknown : str
        What the empty column is called, and what stands in its cells.
    """

    def __init__(
        self, theme: Theme, asked: Asked, language: str, *, recipe: str, unknown: str
    ) -> None:
        self.theme = theme
        place = _recipe_place(len(asked.shelf))
        self.recipe = self._recipe(place, recipe, unknown)
        right = place.bracket_box.x - CLEARANCE
        self.shelf = Shelf(theme, asked, left_shelf(asked, language, right, FLOOR, TALLEST))
        self.bubble = SpeechBubble(theme, asked.word[language], x=LEFT, y=BUBBLE_TOP)

    def ask(self) -> Motions:
        """Show the empty recipe; then a guest says a word."""
        brackets_, head, *cells = self.recipe
        yield FadeIn(brackets_, head, run_time=DRAW)
        yield wave([FadeIn(cell, run_time=TRAVEL) for cell in cells])
        yield NEXT_LINE
        yield FadeIn(self.bubble, scale=0.6, run_time=DRAW)

    def _recipe(self, place: GridPlace, recipe: str, unknown: str) -> VGroup:
        box = place.bracket_box
        head = Label(
            recipe, LABEL, self.theme.ink, x=box.centre[0], baseline=box.y - HEAD, anchor="center",
            bold=True,
        )  # fmt: skip
        cells = [self._unknown(place.cell(k, 0), unknown) for k in range(place.rows)]
        return VGroup(brackets(box, self.theme.ink, tick=place.tick), head, *cells)

    def _unknown(self, box: Box, unknown: str) -> VGroup:
        x, y = box.centre
        baseline = cap_centred(y, CELL)
        mark = Label(unknown, CELL, self.theme.muted, x=x, baseline=baseline, anchor="center")
        return VGroup(dashed_rectangle(box, self.theme.muted, 2.4), mark)


def _recipe_place(count: int) -> GridPlace:
    """Return the empty column at the right, its foot level with that of the shelf."""
    pitch = CELL_HEIGHT + GAP
    x, top = RIGHT - OUTER - CELL_WIDTH, RECIPE_FLOOR - count * pitch + GAP
    return GridPlace(x, top, count, 1, CELL_WIDTH, CELL_HEIGHT, GAP)
