"""A convolution unrolled: the sheet of windows, the kernel as a column, the output as a column."""

from __future__ import annotations

from manim import VGroup

from scenes.acts.convolution.conv_view import ConvView
from scenes.kit.ground.shapes import brackets
from scenes.kit.ground.sizes import LEADING, SMALL
from scenes.kit.ground.text import cap_centred, paragraph
from scenes.kit.images.im2col_sheet import Im2colSheet
from scenes.kit.images.tile_style import sign_colour
from scenes.kit.product.beam import Beam
from scenes.kit.product.cell import Cell
from scenes.kit.stage.claims import Claim
from scenes.kit.sums.term_line import TermLine

RESULT_SIZE = 34.0


class Unrolled(VGroup):
    """The same convolution as ``view``, in Falk's layout: row right, column down.

    It is empty until :mod:`scenes.acts.convolution.unrolling` brings the parts.
    """

    def __init__(self, view: ConvView) -> None:
        place = view.place
        self.view, self.theme, self.place = view, view.theme, place
        self.sheet = Im2colSheet(view.theme, place.sheet, view.trace, view.of)
        self.column = [
            tile.at(place.column.cell(k, 0)) for k, tile in enumerate(view.kernel.all_tiles())
        ]
        self.result = [self._cell(p) for p in range(place.result.rows)]
        self.column_brackets, self.result_brackets = (
            brackets(grid.bracket_box, view.theme.ink, tick=grid.tick)
            for grid in (place.column, place.result)
        )
        super().__init__()

    def _cell(self, p: int) -> Cell:
        cell = Cell(
            self.theme,
            self.place.result.cell(p, 0),
            state="empty",
            size=RESULT_SIZE,
            halo=True,
            claim=Claim("result", (p, 0), self.view.of),
        )
        cell.halo.set_z_index(-2)  # no glow over the numerals beside it
        return cell

    def kernel_label(self) -> VGroup:
        """Return the kernel's name at the left of its column."""
        lines = [line.text for line in self.view.kernel_label]
        return self._beside(lines, cap_centred(self.place.column.cell(0, 0).centre[1], SMALL))

    def output_label(self) -> VGroup:
        """Return the output's name at the left of its column."""
        first = cap_centred(self.place.result.cell(0, 0).centre[1], SMALL)
        return self._beside([line.text for line in self.view.output_label], first)

    def _beside(self, lines: list[str], baseline: float) -> VGroup:
        return paragraph(
            tuple(lines),
            SMALL,
            self.theme.muted,
            x=self.place.column.bracket_box.x - 24,
            baseline=baseline,
            leading=LEADING,
            anchor="right",
        )

    def beam(self, p: int) -> Beam:
        """Return the light on row ``p`` and the column."""
        place = self.place
        return Beam(self.theme, place.sheet, place.column, place.result, p, 0)

    def strip(self, p: int) -> TermLine:
        """Return the terms of row ``p``, below it."""
        product = self.view.product
        colours = [sign_colour(self.theme, step.product) for step in product.entry(p, 0)]
        return TermLine(self.theme, self.place.row_strip(p), product, p, 0, colours)
