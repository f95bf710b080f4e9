"""The root: sums spread the wider the longer they are, so a score is divided by √d."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

from manim import FadeIn, Wait

from mathcore import chances_of_sums, format_number
from scenes.acts.attention.asked import Asked
from scenes.acts.attention.receiving import receive
from scenes.acts.attention.root_sign import RootSign
from scenes.acts.attention.spread import Spread
from scenes.acts.attention.spread_geometry import spread_places
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import LEFT, Box
from scenes.kit.ground.motion import DRAW, vanish, wave
from scenes.kit.ground.sizes import LABEL
from scenes.kit.ground.theme import Theme
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.grid_geometry import GridPlace, numeral_size
from scenes.kit.product.matrix_grid import MatrixGrid
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.ledgers.attention import LENGTHS
from scenes.kit.stage.motions import Motions
from scenes.kit.stage.numeral import Numeral

SHOWN = LENGTHS[:3]
TOP, FLOOR, GAP = 150.0, 592.0, 60.0
BESIDE = 34.0  # from what is done to a row to the row
PLACES = 2  # to which a score over the root is printed
LOOK = 0.3  # seconds to see how wide the last one is
DOWN = 60.0  # from the scores to what they become


class Root:
    """How sums spread, and the scores over the root: ``spread``, ``sign``, ``scaled``.

    Parameters
    ----------
    asked : Asked
        Whose scores they are.
    view : FalkView
        Where these stand.
    say : callable
        Given a name and numerals, a label of the chapter.
    """

    def __init__(self, theme: Theme, asked: Asked, view: FalkView, say: Callable[..., str]) -> None:
        self.theme, self.view = theme, view
        lengths = [
            say("terms", length=Numeral(n, Claim("entry", (row, 0), "spread")))
            for row, n in enumerate(SHOWN)
        ]
        start = LEFT + max(lettering.width(text, LABEL) for text in lengths) + GAP
        right = view.place.matrix.bracket_box.x - 2 * GAP
        box = Box(start, TOP, right - start, FLOOR - TOP)
        places = spread_places(box, SHOWN, [chances_of_sums(n) for n in SHOWN])
        widths = [
            say("spread", spread=Numeral(sqrt(n), Claim("entry", (row, 1), "spread")))
            for row, n in enumerate(SHOWN)
        ]
        self.spread = Spread(theme, places, LEFT, lengths, widths)
        self.scaled = self._scaled(asked)
        place = self.scaled.place.bracket_box
        at = {"x": place.x - BESIDE, "y": place.centre[1]}
        self.sign = RootSign(theme, say("divided"), asked.trace.width, **at)

    def divide(self) -> Motions:
        """Show why; then divide the sums of the picture, and then the scores."""
        yield self.spread.come()
        yield NEXT_LINE
        yield Wait(run_time=LOOK)
        yield self.spread.divide()
        yield NEXT_LINE
        scores, scaled = self.view.result, self.scaled
        yield FadeIn(self.sign, scaled.brackets, run_time=DRAW)
        yield wave(
            [
                receive(new, old.written)
                for old, new in zip(scores.row(0), scaled.row(0), strict=True)
            ]
        )

    def leave_the_picture(self) -> Motions:
        """Clear the picture away; the numbers stay."""
        yield vanish(*self.spread.seen)

    def _scaled(self, asked: Asked) -> MatrixGrid:
        place, scaled = self.view.place.result, asked.trace.scaled
        printed = [format_number(value, places=PLACES) for value in scaled[0]]
        size = numeral_size(printed, place.cell_width, place.cell_height)
        below = GridPlace(
            place.x, place.box.bottom + DOWN, 1, place.columns, place.cell_width,
            place.cell_height, place.gap, size,
        )  # fmt: skip
        return MatrixGrid(
            self.theme, below, values=scaled, state="filled", quantity="entry",
            of=f"{asked.source}scaled", places=PLACES,
        )  # fmt: skip
