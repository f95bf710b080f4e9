"""The shares beside a glass: each at its layer, with a leader where it had to make way."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from manim import VGroup

from mathcore import RecipeBook
from scenes.kit.bar.glass import Glass, SignedBars
from scenes.kit.ground.frame import Box
from scenes.kit.ground.lettering import CAP_HEIGHT
from scenes.kit.ground.name_lines import spread, widest
from scenes.kit.ground.shapes import path
from scenes.kit.ground.sizes import SMALLEST
from scenes.kit.ground.text import Number, cap_centred
from scenes.kit.ground.theme import Theme
from scenes.kit.stage.claims import Claim

APART, DISPLACED = 37.0, 7.0
ABOVE = 3  # depth
OVER, UNDER, CLEAR = 10.0, 34.0, 4.0  # from a bar to a baseline; from the zero line to the ink
LONE_GAP = 10.0


class ShareLabel(VGroup):
    """One share and, where it had to make way, its leader."""


class ShareLabels(VGroup):
    """``self[k]`` stands beside layer ``k`` of a full ``vessel``; the last beside the full line."""

    def __init__(self, theme: Theme, book: RecipeBook, j: int, vessel: Glass, x: float) -> None:
        self.theme, self.edge, self.x = theme, vessel.box.right, x
        boxes = [vessel.layer_box(k) for k in range(len(vessel.layers))]
        seen = [k for k, share in enumerate(book.shares[:, j]) if share]
        rows = [*(boxes[k].centre[1] for k in seen), vessel.row_of(1)]
        lowest = vessel.box.bottom - 16
        places = spread(rows[::-1], APART, vessel.box.y - 40, lowest)[::-1]
        at = dict(zip(seen, zip(rows, places, strict=False), strict=False))
        labels = [VGroup() for _ in boxes]
        for k, (row, place) in at.items():
            hue = theme.hue(book.ingredients[k].hue)
            claim = Claim("share", (k, j))
            labels[k] = self._label(book.shares[k, j], claim, hue.text, row, place)
        whole = Claim("share_sum", (len(boxes) - 1, j))
        self.full = self._label(1, whole, theme.muted, rows[-1], places[-1])
        super().__init__(*labels, self.full)
        self.set_z_index(ABOVE)

    def _label(
        self, share: Fraction | int, claim: Claim, colour: str, row: float, place: float
    ) -> VGroup:
        number = Number(
            share,
            SMALLEST,
            colour,
            percent=True,
            x=self.x,
            baseline=cap_centred(place, SMALLEST),
            claim=claim,
        )
        label = ShareLabel(number)
        if abs(row - place) > DISPLACED:
            label.add(path([(self.edge + 3, row), (self.x - 6, place)], colour, 2))
        return label


class BarLabels(VGroup):
    """The shares above and below signed bars, where they are wide enough for them."""

    def __init__(self, theme: Theme, book: RecipeBook, j: int, vessel: SignedBars) -> None:
        shares = book.shares[:, j]
        boxes = [vessel.layer_box(k) for k in range(len(vessel.layers))]
        texts = [
            Number(
                share, SMALLEST, theme.hue(book.ingredients[k].hue).text, percent=True,
                anchor="center", x=boxes[k].centre[0], claim=Claim("share", (k, j)),
                baseline=_beside(boxes[k], vessel.row_of(0), share > 0),
            )
            for k, share in enumerate(shares)
        ]  # fmt: skip
        gaps = [after.x - before.right for before, after in pairwise(boxes)]
        room = boxes[0].width + 2 * min(gaps, default=LONE_GAP) - 4
        fits = widest([text.text for text in texts], SMALLEST) <= room
        self.full = VGroup()
        super().__init__(
            *(ShareLabel(text) if fits and text.value else VGroup() for text in texts), self.full
        )
        self.set_z_index(ABOVE)


def _beside(bar: Box, zero: float, above: bool) -> float:
    """Return the baseline of the share above or below a bar, clear of the zero line."""
    baseline = bar.y - OVER if above else bar.bottom + UNDER
    if not baseline - CAP_HEIGHT * SMALLEST - CLEAR < zero < baseline + CLEAR:
        return baseline
    return zero - OVER if above else zero + UNDER
