"""A convolution unrolled: the sheet of windows, the kernel as a column, the output as a column."""

from __future__ import annotations

from manim import VGroup

from scenes.acts.convolution.conv_geometry import LABEL_APART, LOWER, UPPER
from scenes.acts.convolution.conv_view import ConvView
from scenes.acts.convolution.numeral_room import has_room, printed
from scenes.acts.convolution.results import result_cells
from scenes.kit.ground.shapes import brackets
from scenes.kit.ground.sizes import LEADING, SMALL
from scenes.kit.ground.text import cap_centred, paragraph
from scenes.kit.images.im2col_sheet import Im2colSheet
from scenes.kit.images.tile_style import sign_colour
from scenes.kit.product.beam import Beam
from scenes.kit.sums.tally import BELOW
from scenes.kit.sums.term_line import TermLine

ABOVE_LIGHT = 20.0  # pixels, from the baseline of a name to the row that is lit


class Unrolled(VGroup):
    """The same convolution as ``view``, in Falk's layout: row right, column down.

    It is empty until :mod:`scenes.acts.convolution.unrolling` brings the parts.  Where there are so
    many that their numerals have no room, they are told by their looks alone.
    """

    def __init__(self, view: ConvView) -> None:
        place = view.place
        self.view, self.theme, self.place = view, view.theme, place
        plain = not has_room(place.sheet, printed(view.trace.image))
        self.sheet = Im2colSheet(view.theme, place.sheet, view.trace, view.of, plain=plain)
        plain = not has_room(place.column, printed(view.trace.kernels))
        self.column = [
            tile.at(place.column.cell(k, 0), plain=plain)
            for k, tile in enumerate(view.kernel.all_tiles())
        ]
        results = printed(view.trace.result)
        self.result = result_cells(view.theme, place.result, view.of, results)
        self.column_brackets, self.result_brackets = (
            brackets(grid.bracket_box, view.theme.ink, tick=grid.tick)
            for grid in (place.column, place.result)
        )
        super().__init__()

    def kernel_label(self) -> VGroup:
        """Return the kernel's name at the left of its column.

        It ends where the column does, and is on one baseline with other names or clear of them.
        """
        lines = [line.text for line in self.view.kernel_label]
        more = LEADING * (len(lines) - 1)
        top, bottom = (self.place.column.cell(k, 0).centre[1] for k in (0, len(self.column) - 1))
        first = cap_centred(min(top, bottom - more), SMALL)
        others = self.view.label_baseline, UPPER + BELOW, LOWER + BELOW
        lifts = (other - n * LEADING - first for other in others for n, _ in enumerate(lines))
        near = min(lifts, key=abs)
        return self._beside(lines, first + near if abs(near) < LEADING / 2 else first)

    def output_label(self, p: int) -> VGroup:
        """Return the output's name at the left of its column, above the light on row ``p``."""
        first = cap_centred(self.place.result.cell(0, 0).centre[1], SMALL)
        if p:
            first = min(first, self.place.result.cell(p, 0).y - ABOVE_LIGHT)
        return self._beside([line.text for line in self.view.output_label], first)

    def _beside(self, lines: list[str], baseline: float) -> VGroup:
        return paragraph(
            tuple(lines),
            SMALL,
            self.theme.muted,
            x=self.place.column.bracket_box.x - LABEL_APART,
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
