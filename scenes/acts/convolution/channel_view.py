"""Several channels and several kernels in view, and what they unroll into."""

from __future__ import annotations

from collections.abc import Sequence

from manim import VGroup

from mathcore.layer_file.convolution import Stack
from scenes.acts.convolution.channel_names import stack_place
from scenes.acts.convolution.numeral_room import has_room, printed
from scenes.acts.convolution.results import result_cells
from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import brackets
from scenes.kit.ground.sizes import SMALL
from scenes.kit.ground.text import Label
from scenes.kit.ground.theme import Theme
from scenes.kit.images.feature_map import FeatureMap, kernel, picture
from scenes.kit.images.im2col_sheet import Im2colSheet
from scenes.kit.images.kernel_window import KernelWindow
from scenes.kit.images.tile import Tile
from scenes.kit.images.tile_style import lit, made_style
from scenes.kit.images.weight_column import WeightColumn
from scenes.kit.product.grid_geometry import numeral_size
from scenes.kit.stage.claims import Claim

NAME_ABOVE, HEAD_ABOVE, NAME_BELOW = 18.0, 12.0, 44.0
OF, PIXELS = "stack", "channels"


class ChannelView(VGroup):
    """The channels and the kernels under their names; :mod:`.reaching` brings the rest."""

    def __init__(
        self, theme: Theme, stack: Stack, language: str, kernel_names: Sequence[str]
    ) -> None:
        self.theme, self.stack, self.trace = theme, stack, stack.trace
        self.matmul = stack.trace.matmul()
        self.place = stack_place(stack, language, kernel_names)
        self.hues = tuple(theme.hue(channel.hue) for channel in stack.channels)
        self.each = self.trace.columns.shape[1] // len(self.hues)
        self.maps = [self._map(c) for c in range(len(self.hues))]
        self.kernels = [self._kernel(o) for o in range(len(stack.kernels))]
        self.channel_names = [
            self._name(channel.name[language], self.place.upper.channels[c].box, hue.text)
            for c, (channel, hue) in enumerate(zip(stack.channels, self.hues, strict=True))
        ]
        self.kernel_names = [
            self._name(name, self.place.upper.kernels[o][0].box, theme.ink)
            for o, name in enumerate(kernel_names)
        ]
        self.heads = [self._head(name[language], o) for o, name in enumerate(stack.kernel_names)]
        plain = not has_room(self.place.sheet, printed(stack.image))
        self.sheet = Im2colSheet(theme, self.place.sheet, self.trace, OF, self.hues, plain=plain)
        self.columns = [self._column(o) for o in range(len(stack.kernels))]
        self.numerals, each = printed(self.trace.result), len(stack.kernels)
        cells = result_cells(theme, self.place.result, OF, self.numerals)
        self.result = [cells[p : p + each] for p in range(0, len(cells), each)]
        self.row_brackets = self.sheet.row_brackets(0)
        self.column_brackets, self.result_brackets = (
            brackets(grid.bracket_box, theme.ink, tick=grid.tick)
            for grid in (self.place.columns, self.place.result)
        )
        self.seen: list[KernelWindow] = []
        super().__init__(*self.maps, *self.channel_names)

    def hue_of(self, k: int) -> int:
        """Return the channel of entry ``k`` of a row."""
        return int(k // self.each)

    def _map(self, c: int) -> FeatureMap:
        def claim(y: int, x: int) -> Claim:
            return Claim("entry", (c, y, x), PIXELS)

        return picture(
            self.theme, self.place.upper.channels[c], self.stack.image[c], claim, self.hues[c]
        )

    def _kernel(self, o: int) -> list[FeatureMap]:
        most = float(abs(self.stack.kernels).max())
        return [self._part(o, c, most) for c in range(len(self.hues))]

    def _part(self, o: int, c: int, most: float) -> FeatureMap:
        wide = self.stack.kernels.shape[3]

        def claim(y: int, x: int) -> Claim:
            return Claim("share", (c * self.each + y * wide + x, o), OF)

        weights = self.stack.kernels[o, c]
        return kernel(self.theme, self.place.upper.kernels[o][c], weights, claim, most)

    def _column(self, o: int) -> WeightColumn:
        weights = self.trace.kernel_matrix[:, o].tolist()
        hues = [self.hues[self.hue_of(k)] for k in range(len(weights))]
        return WeightColumn(self.theme, self.place.columns, o, weights, hues)

    def _name(self, name: str, box: Box, colour: str) -> Label:
        return Label(name, SMALL, colour, x=box.x, baseline=box.y - NAME_ABOVE)

    def windows(self, p: int) -> list[KernelWindow]:
        """Return the window at position ``p``, on every channel."""
        first, last = self.trace.windows.places[p][[0, -1]].tolist()
        return [KernelWindow(self.theme, each.box(tuple(first), tuple(last))) for each in self.maps]

    def outputs(self, o: int) -> list[Tile]:
        """Return output channel ``o``, folded into a picture; its greatest entry is lit."""
        place, made = self.place.outputs[o], made_style(self.theme)
        totals = self.matmul.result[:, o].tolist()
        best = totals.index(max(totals))
        return [
            Tile(
                self.theme,
                place.cell(*divmod(p, place.columns)),
                total,
                lit(self.theme, made) if p == best else made,
                Claim("result", (p, o), OF),
                numeral_size(self.numerals, place.cell_width, place.cell_height),
            )
            for p, total in enumerate(totals)
        ]

    def _head(self, name: str, o: int) -> Label:
        box = self.place.columns.cell(0, o)
        baseline = self.place.columns.bracket_box.y - HEAD_ABOVE
        return Label(
            name, SMALL, self.theme.ink, x=box.centre[0], baseline=baseline, anchor="center"
        )

    def output_name(self, o: int) -> Label:
        """Return the name of output channel ``o``, which is that of its kernel."""
        box = self.place.outputs[o].box
        return Label(
            self.heads[o].text,
            SMALL,
            self.theme.ink,
            x=box.centre[0],
            baseline=box.bottom + NAME_BELOW,
            anchor="center",
        )
