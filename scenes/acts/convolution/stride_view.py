"""A padded picture with a window that strides, and the product that its rows make."""

from __future__ import annotations

from collections.abc import Callable

from manim import VGroup, VMobject

from mathcore.layer_file.convolution import ConvolutionLayer
from scenes.acts.convolution.conv_view import name_below, output_cells
from scenes.acts.convolution.numeral_room import has_room, printed
from scenes.acts.convolution.results import result_cells
from scenes.acts.convolution.stride_geometry import (
    TALLY_BASELINE,
    TALLY_X,
    padded,
    stride_place,
)
from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import brackets, for_the_eye, rectangle
from scenes.kit.ground.theme import Theme, mix
from scenes.kit.images.feature_map import FeatureMap
from scenes.kit.images.im2col_sheet import Im2colSheet
from scenes.kit.images.kernel_window import KernelWindow
from scenes.kit.images.tile import Tile
from scenes.kit.images.tile_style import TileStyle, padding_style, pixel_style, weight_style
from scenes.kit.product.cell import Cell
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.numeral import Numeral
from scenes.kit.sums.tally import Tally

OF, PIXELS, COUNTS = "strided", "padded", "strides"
STRIP_INK = 0.55
PLATE = 2.0  # pixels around a row


class StrideView(VGroup):
    """The picture inside its padding; ``every`` are the windows pixel by pixel.

    ``name`` is that of the output, ``unit`` tells what so many windows are called.
    """

    def __init__(
        self, theme: Theme, layer: ConvolutionLayer, name: str, unit: Callable[[Numeral], str]
    ) -> None:
        self.theme, self.every, self.trace = theme, layer.padded, layer.strided
        self.matmul = self.trace.matmul()
        self.place = stride_place(self.every, self.trace)
        self.picture = self._picture()
        self.rim = [tile for tile in self.picture.all_tiles() if tile.style.dashed]
        self.pixels = [tile for tile in self.picture.all_tiles() if not tile.style.dashed]
        ink = mix(theme.background, theme.muted, STRIP_INK)
        self.strips = [
            for_the_eye(rectangle(box, fill=ink, radius=2), "a row so thin that it is but counted")
            for box in self.place.strips
        ]
        plain = not has_room(self.place.sheet, printed(padded(self.trace)))
        self.sheet = Im2colSheet(theme, self.place.sheet, self.trace, OF, plain=plain)
        self.column = self._column()
        results = printed(self.trace.result)
        self.result = result_cells(theme, self.place.result, OF, results)
        self.brackets = VGroup(
            self.sheet.brackets,
            *(
                brackets(grid.bracket_box, theme.ink, tick=grid.tick)
                for grid in (self.place.column, self.place.result)
            ),
        )
        self.output_label = name_below(theme, name, self.place.output.box)
        self.tally = self._tally(unit)
        self.walker = VMobject()  # the outline of the window, while it steps
        super().__init__()

    def _picture(self) -> FeatureMap:
        (top, _), (left, _) = self.trace.windows.padding
        pixels = padded(self.trace)
        most = float(max(1, abs(pixels).max()))

        def style(y: int, x: int) -> TileStyle:
            if not self.trace.windows.covers(y - top, x - left):
                return padding_style(self.theme)
            return pixel_style(self.theme, float(pixels[y, x]) / most)

        return FeatureMap(
            self.theme,
            self.place.picture,
            pixels,
            lambda y, x: Claim("entry", (y, x), PIXELS),
            style,
        )

    def _column(self) -> list[Tile]:
        weights = self.trace.kernel_matrix[:, 0].tolist()
        plain = not has_room(self.place.column, printed(weights))
        most = max(1.0, *(abs(weight) for weight in weights))
        return [
            Tile(
                self.theme,
                self.place.column.cell(k, 0),
                weight,
                weight_style(self.theme, weight / most),
                Claim("share", (k, 0), OF),
                plain=plain,
            )
            for k, weight in enumerate(weights)
        ]

    def _tally(self, unit: Callable[[Numeral], str]) -> Tally:
        """Return how many windows there are, and how many of them the stride keeps."""
        all_kept = self.every.windows.shape == self.trace.windows.shape
        traces = [self.every] if all_kept else [self.every, self.trace]
        claims = [Claim("entry", (n,), COUNTS) for n in (2, 3)]
        totals = [
            Numeral(len(trace.columns), claim) for trace, claim in zip(traces, claims, strict=False)
        ]
        counts = [(int(total.value), total.claim, unit(total)) for total in totals]
        return Tally(self.theme, counts, centre=TALLY_X, baseline=TALLY_BASELINE)

    def window_box(self, p: int, *, strided: bool = False) -> Box:
        """Return what window ``p`` sees of the padded picture, with or without the stride."""
        windows = (self.trace if strided else self.every).windows
        (top, _), (left, _) = windows.padding
        (y, x), (v, u) = windows.places[p][[0, -1]].tolist()
        return self.picture.box((y + top, x + left), (v + top, u + left))

    def kept(self) -> list[int]:
        """Return which of all windows the stride keeps, in order."""
        corners = [tuple(places[0]) for places in self.every.windows.places.tolist()]
        return [corners.index(tuple(each[0])) for each in self.trace.windows.places.tolist()]

    def plate(self, row: int) -> VMobject:
        """Return the ground of a row of the sheet."""
        place = self.place.sheet
        box = Box.around(place.cell(row, 0), place.cell(row, place.columns - 1)).grown(PLATE)
        plate = rectangle(box, fill=self.theme.panel, radius=7)
        return for_the_eye(plate, "the ground of a row: its entries tell it")

    def outputs(self) -> list[Cell]:
        """Return the made cells of the output, folded into a picture."""
        totals = self.matmul.result[:, 0].tolist()
        cells = output_cells(self.theme, self.place.output, OF, printed(self.trace.result))
        return [cell.fill(total, "filled") for cell, total in zip(cells, totals, strict=True)]

    def window(self, p: int) -> KernelWindow:
        """Return the window at position ``p`` of the stride."""
        return KernelWindow(self.theme, self.window_box(p, strided=True))
