"""Chapter 5: a convolution is a matrix product too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from manim import Animation

from scenes.kit.conv_view import ConvView
from scenes.kit.layout.convolution import conv_place
from scenes.kit.phrases import count_word
from scenes.kit.script import Text
from scenes.kit.shape_line import beside
from scenes.kit.stacking import multiply, stack, tallies
from scenes.kit.stage import Chapter
from scenes.kit.tally import Tally
from scenes.kit.unrolled import Unrolled
from scenes.kit.unrolling import Unrolling
from scenes.kit.window_sum import SLIDES, slide, window_sums

Motions = Iterator[Animation | str]


class Convolution(Chapter):
    """A kernel slides over a picture; every window is a row, every kernel a column."""

    layer_kind: ClassVar[str | None] = "convolution"
    default_layer: ClassVar[str | None] = "glass_and_fruit"

    def construct(self) -> None:
        """Tell the chapter, beat by beat."""
        view = self.view()
        sums = window_sums(view, SLIDES)
        flat = Unrolled(view)
        row = Unrolling(flat, len(sums))

        self.add(view)
        self.beat("a_window_slides", slide(sums), **self.counted())
        self.beat("unroll", row.play(sums[-1]), **self.counted())

        units = {name: self.label(name) for name in ("copies", "pixels", "entries")}
        repeats, growth = tallies(flat, units)
        self.beat("every_window_a_row", stack(row, repeats, growth), **self.counted())
        self.beat("one_product", self.one_product(row, [repeats, growth]), **self.counted())

    def one_product(self, row: Unrolling, shown: list[Tally]) -> Motions:
        """Multiply the sheet by the column, its shape beside the heading, and fold the result."""
        trace, of = row.view.matmul, row.view.of
        sizes = (len(trace.left), *trace.right.shape)
        yield from multiply(row, shown, beside(self.heading, self.theme, sizes, of))

    @property
    def kernel_name(self) -> str:
        """The name of the kernel of the picture, in this film's language."""
        return self.layer.picture.kernel_names[0][self.lang]

    def view(self) -> ConvView:
        """Return the picture, its kernel and its output."""
        trace = self.layer.picture.trace
        names = self.label("output"), self.label("kernel", kernel=self.kernel_name)
        return ConvView(self.theme, trace, conv_place(trace), names)

    def counted(self) -> dict[str, Text | str]:
        """Return the counts that the spoken lines name."""
        return {"terms": count_word(self.layer.picture.trace.columns.shape[1])}
