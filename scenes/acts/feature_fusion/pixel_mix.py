"""One pixel is mixed: its channels are a row, the kernel is a column, and they meet."""

from __future__ import annotations

from collections.abc import Iterator

from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    VGroup,
    VMobject,
)

from scenes.acts.feature_fusion.channels import Channels
from scenes.acts.feature_fusion.magnifier import Magnifier, mark
from scenes.acts.feature_fusion.pixel_mix_geometry import PixelPlace
from scenes.acts.feature_fusion.side_sum import SideSum
from scenes.kit.ground.motion import DRAW, SHORT, STAGGER, TRAVEL, wave
from scenes.kit.ground.shapes import path
from scenes.kit.product.beam import Beam
from scenes.kit.product.labelled_product import LabelledProduct
from scenes.kit.product.matrix_grid import MatrixGrid, size_in
from scenes.kit.sums.step_chart import grow
from scenes.kit.sums.term_line import TermLine

OF = "mixing"
BAR, BRISK, GROWTH = 150.0, 0.5, 0.5
UNDER = 0.9  # radians: the sum goes to its cell below the products
LEAD = 2.4  # the line from the result to its pixel


class PixelMix:
    """All that takes part when the first recipe mixes the pixel that is looked at."""

    def __init__(self, channels: Channels, place: PixelPlace) -> None:
        self.channels, self.place, theme = channels, place, channels.theme
        trace, hues = channels.layer.mixing, channels.hues
        self.product = LabelledProduct(trace, OF)
        self.steps = self.product.entry(0, 0)
        colours = [hue.text for hue in hues]
        self.left = MatrixGrid(
            theme, place.left, values=trace.left, quantity="value", of=OF,
            hue_of=lambda _, k: hues[k], size=size_in(place.left, trace.left.flat),
        )  # fmt: skip
        self.kernel = MatrixGrid(
            theme, place.kernel, values=trace.right[:, :1], quantity="share", of=OF,
            hue_of=lambda k, _: hues[k], size=size_in(place.kernel, trace.right[:, 0]),
        )  # fmt: skip
        self.result = MatrixGrid(
            theme, place.result, state="empty", quantity="result", of=OF, bracketed=False,
            size=size_in(place.result, trace.result[0, :1]),
        )  # fmt: skip
        self.strip = TermLine(theme, place.strip, self.product, 0, 0, colours)
        sums = [step.partial for step in self.steps]
        self.chart = SideSum(theme, place.chart, place.strip.slots, colours, sums, BAR)
        self.beam = Beam(theme, place.left, place.kernel, place.result, 0, 0)
        self.fused = channels.fused(0, place.fused, hidden=True)
        self.pixel = self._pixel()

    def _pixel(self) -> VGroup:
        """Return the fused pixel in its map, marked."""
        spot = self.channels.layer.spot
        box = self.fused.pixel(*spot)
        theme, cell = self.channels.theme, self.place.result.cell(0, 0)
        line = path([(cell.centre[0], cell.bottom), box.centre], theme.focus, LEAD)
        return VGroup(self.fused.tile(*spot), line, *mark(theme, box))

    def take_out(self, magnifiers: list[Magnifier], label: VMobject) -> Iterator[Animation]:
        """Let the marked pixels become the cells of a row."""
        cells = self.left.row(0)
        arrivals = [
            AnimationGroup(
                ReplacementTransform(magnifier.spot[1].copy(), cell.frame, run_time=TRAVEL),
                FadeIn(cell.written, run_time=TRAVEL),
            )
            for magnifier, cell in zip(magnifiers, cells, strict=True)
        ]
        yield wave(arrivals, lag=2 * STAGGER)
        yield FadeIn(self.left.brackets, label, run_time=DRAW)

    def bring_kernel(self, head: VMobject) -> Iterator[Animation]:
        """Let the kernel come down as a column, above the place of the result."""
        cells = self.kernel.column(0)
        yield FadeIn(head, run_time=DRAW)
        yield wave([FadeIn(cell, run_time=DRAW) for cell in cells], lag=2 * STAGGER)
        yield AnimationGroup(
            FadeIn(self.kernel.brackets, run_time=DRAW), FadeIn(self.result, run_time=DRAW)
        )

    def begin(self, labels: VGroup) -> Iterator[Animation]:
        """Light the beam."""
        quiet = [*self.left.row(0), *self.kernel.column(0)]
        yield AnimationGroup(
            FadeIn(self.beam, run_time=DRAW),
            self.result.cell(0, 0).to("focus", DRAW),
            *(cell.to("soft", DRAW) for cell in quiet),
        )
        yield FadeIn(labels, self.chart.zero, run_time=DRAW)

    def term(self, k: int) -> Iterator[Animation]:
        """Make term ``k``: its factors meet, their product joins the line, and the sum grows."""
        pace = 1.0 if k == 0 else BRISK
        cells = self.left.cell(0, k), self.kernel.cell(k, 0)
        before = (self.left.cell(0, k - 1), self.kernel.cell(k - 1, 0)) if k else ()
        yield AnimationGroup(
            *(cell.to("act", SHORT * pace) for cell in cells),
            *(cell.to("on", SHORT * pace) for cell in before),
        )
        met = self.strip.factors[k]
        numbers = (cell.written.copy() for cell in cells)
        goals = zip(numbers, (met.left, met.right), (0.0, -0.5), strict=True)
        yield AnimationGroup(
            *(
                ReplacementTransform(number, goal, path_arc=arc, run_time=TRAVEL * pace)
                for number, goal, arc in goals
            ),
            FadeIn(met.times, run_time=TRAVEL * pace),
        )
        signs = [self.strip.signs[k - 1]] if k else []
        yield FadeIn(self.strip.products[k], *signs, run_time=DRAW * pace)
        yield grow(self.chart, self.product, (0, 0), k, run_time=GROWTH * pace)

    def finish(self) -> Iterator[Animation]:
        """Let the sum drop into its cell."""
        last = len(self.steps) - 1
        cell = self.result.cell(0, 0)
        numeral = cell.numeral(self.steps[-1].partial)
        yield AnimationGroup(
            ReplacementTransform(
                self.chart.total.copy(), numeral, path_arc=UNDER, run_time=2 * TRAVEL
            ),
            self.left.cell(0, last).to("on"),
            self.kernel.cell(last, 0).to("on"),
        )
        cell.take(numeral)

    def place_pixel(self, name: VMobject) -> Iterator[Animation]:
        """Let the fused pixel take its place in a new map."""
        yield FadeIn(self.fused, name, run_time=DRAW)
        start = self.result.cell(0, 0).written.copy()
        yield AnimationGroup(
            ReplacementTransform(start, self.pixel[0], run_time=TRAVEL),
            FadeIn(self.pixel[1:], run_time=TRAVEL),
        )

    def leave(self) -> Animation:
        """Take away what belongs to this one pixel."""
        gone = VGroup(
            self.left, self.result, self.beam, self.strip.terms, self.chart, self.pixel[1:]
        )
        return FadeOut(gone, run_time=SHORT)
