"""Chapter 5: a convolution is a matrix product too."""

from __future__ import annotations

from typing import ClassVar

from scenes.acts.convolution.channel_sum import ChannelSum
from scenes.acts.convolution.channel_view import ChannelView
from scenes.acts.convolution.conv_geometry import conv_place
from scenes.acts.convolution.conv_view import ConvView
from scenes.acts.convolution.reaching import every_row, reach_through, second_kernel, show
from scenes.acts.convolution.stacking import multiply, stack, tallies
from scenes.acts.convolution.stride_view import StrideView
from scenes.acts.convolution.striding import multiply_strided, pad, step_everywhere, stride
from scenes.acts.convolution.unrolled import Unrolled
from scenes.acts.convolution.unrolling import Unrolling
from scenes.acts.convolution.window_sum import SLIDES, slide, window_sums
from scenes.kit.ground.motion import vanish
from scenes.kit.product.shape_line import beside
from scenes.kit.stage.caption import Caption
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.heading import Heading
from scenes.kit.stage.motions import Motions
from scenes.kit.stage.numeral import Numeral
from scenes.kit.stage.phrases import count_word
from scenes.kit.stage.script import Text
from scenes.kit.sums.tally import Tally


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

        channels = self.channels()
        first, second = (ChannelSum(channels, o) for o in range(len(channels.kernels)))
        reach = self.leave(), show(channels), reach_through(first)
        self.beat("three_channels", *reach, **self.counted())
        self.beat("two_kernels", second_kernel(first, second), every_row(second), **self.counted())

        strided = StrideView(self.theme, self.layer, (self.label("output"), self.label("windows")))
        steps = self.leave(), pad(strided), step_everywhere(strided), stride(strided)
        self.beat("stride_and_padding", *steps, multiply_strided(strided), **self.counted())

    def leave(self) -> Motions:
        """Let the picture make room: all that stands here goes, but for the words."""
        words = Heading | Caption
        yield vanish(*(part for part in self.mobjects if not isinstance(part, words)))

    def one_product(self, row: Unrolling, shown: list[Tally]) -> Motions:
        """Multiply the sheet by the column, its shape beside the heading, and fold the result."""
        trace, of = row.view.matmul, row.view.of
        sizes = (len(trace.left), *trace.right.shape)
        yield from multiply(row, shown, beside(self.heading, self.theme, sizes, of))

    @property
    def kernel_name(self) -> str:
        """The name of the kernel of the picture, in this film's language."""
        name: str = self.layer.picture.kernel_names[0][self.lang]
        return name

    def view(self) -> ConvView:
        """Return the picture, its kernel and its output."""
        trace = self.layer.picture.trace
        names = self.label("output"), self.label("kernel", kernel=self.kernel_name)
        return ConvView(self.theme, trace, conv_place(trace), names)

    def channels(self) -> ChannelView:
        """Return the picture of several channels, and its kernels."""
        stack = self.layer.stack
        names = [self.label("kernel", kernel=name[self.lang]) for name in stack.kernel_names]
        return ChannelView(self.theme, stack, self.lang, names)

    def counted(self) -> dict[str, Text | str]:
        """Return the counts that the spoken lines name."""
        part, stack = self.layer.picture, self.layer.stack
        return {
            "terms": count_word(part.trace.columns.shape[1], Claim("inner", (), "window")),
            "channels": count_word(len(stack.image), Claim("entry", (0,), "depth")),
            "kernels": count_word(len(stack.kernels), Claim("entry", (0,), "kernels")),
            "padding": Numeral(self.layer.padding, Claim("entry", (0,), "strides")),
            "stride": Numeral(self.layer.stride, Claim("entry", (1,), "strides")),
            "long": Numeral(stack.trace.columns.shape[1], Claim("inner", (), "stack")),
        }
