"""Chapter 5: a convolution is a matrix product too."""

from __future__ import annotations

from typing import ClassVar

from mathcore import MatmulTrace
from mathcore.layer_file.convolution import Stack
from scenes.acts.convolution.cases import best_of, kept_of, left_of, overlap_of, uses_of
from scenes.acts.convolution.channel_sum import ChannelSum
from scenes.acts.convolution.channel_view import ChannelView
from scenes.acts.convolution.conv_geometry import conv_place
from scenes.acts.convolution.conv_view import ConvView
from scenes.acts.convolution.reaching import more_kernels, reach_through, show
from scenes.acts.convolution.room import require_room
from scenes.acts.convolution.stacking import multiply, stack, tallies
from scenes.acts.convolution.stride_view import StrideView
from scenes.acts.convolution.striding import multiply_strided, pad, step_everywhere, stride
from scenes.acts.convolution.unrolled import Unrolled
from scenes.acts.convolution.unrolling import Unrolling
from scenes.acts.convolution.window_sum import row_after, slide, window_sums
from scenes.kit.ground.motion import appear, vanish
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
        require_room(self.layer, self.lang, self.kernel_labels)
        self.tell_the_window()
        self.tell_the_channels()
        if self.layer.strides:
            self.tell_the_stride()

    def tell_the_window(self) -> None:
        """Tell of one channel and one kernel, sliding and unrolled."""
        view = self.view()
        sums, flat = window_sums(view), Unrolled(view)
        row = Unrolling(flat, row_after(sums))

        self.add(view)
        self.beat("a_window_slides", slide(sums), **self.counted())
        self.beat("unroll", row.play(sums[-1]), **self.counted())
        if len(flat.result) > 1:
            repeats, growth = tallies(flat, self.units("copies", "pixels", "entries"))
            self.beat("every_window_a_row", stack(row, repeats, growth), **self.counted())
            self.beat("one_product", self.one_product(row, [repeats, growth]), **self.counted())

    def tell_the_channels(self) -> None:
        """Tell of several channels and several kernels: of as many as there are."""
        channels = self.channels()
        sums = [ChannelSum(channels, o) for o in range(len(channels.kernels))]
        reach = self.leave(), show(channels), reach_through(sums[0])
        self.beat("three_channels", *reach, **self.counted())
        shape = self.show_shape(self.layer.stack.trace.matmul(), "stack")
        self.beat("two_kernels", more_kernels(sums), shape, **self.counted())

    def tell_the_stride(self) -> None:
        """Tell of padding and stride, if there is either."""
        strided = StrideView(self.theme, self.layer, self.label("output"), self.windows)
        steps = self.leave(), pad(strided), step_everywhere(strided)
        self.beat("padding", *steps, **self.counted())
        few = self.show_shape(self.layer.strided.matmul(), "strided")
        self.beat("stride", stride(strided), few, multiply_strided(strided), **self.counted())

    def windows(self, count: Numeral) -> str:
        """Return what so many windows are called."""
        return self.label("windows", count=count)

    def units(self, *names: str) -> dict[str, str]:
        """Return what is counted, by its name."""
        return {name: self.label(name, **self.counted()) for name in names}

    def leave(self) -> Motions:
        """Let the picture make room: all that stands here goes, but for the words."""
        words = Heading | Caption
        yield vanish(*(part for part in self.mobjects if not isinstance(part, words)))

    def show_shape(self, trace: MatmulTrace, of: str) -> Motions:
        """Show the shape of a product beside the heading."""
        yield appear(beside(self.heading, self.theme, (len(trace.left), *trace.right.shape), of))

    def one_product(self, row: Unrolling, shown: list[Tally]) -> Motions:
        """Multiply the sheet by the column, its shape beside the heading, and fold the result."""
        trace, of = row.view.matmul, row.view.of
        sizes = (len(trace.left), *trace.right.shape)
        yield from multiply(row, shown, beside(self.heading, self.theme, sizes, of))

    def view(self) -> ConvView:
        """Return the picture, its kernel and its output."""
        trace = self.layer.picture.trace
        (kernel,) = self.kernel_labels(self.layer.picture)
        names = self.label("output"), kernel
        return ConvView(self.theme, trace, conv_place(trace, kernel), names)

    def channels(self) -> ChannelView:
        """Return the picture of several channels, and its kernels."""
        stack = self.layer.stack
        return ChannelView(self.theme, stack, self.lang, self.kernel_labels(stack))

    def kernel_labels(self, stack: Stack) -> list[str]:
        """Return what stands beside kernels, in this film's language."""
        return [self.label("kernel", kernel=name[self.lang]) for name in stack.kernel_names]

    def counted(self) -> dict[str, Text | str]:
        """Return the counts that the spoken lines name."""
        layer, stack, trace = self.layer, self.layer.stack, self.layer.picture.trace
        windows, rows = len(trace.columns), len(stack.trace.columns)
        return {
            "windows": Numeral(windows, Claim("rows", (windows,), "window")),
            "stack_windows": Numeral(rows, Claim("rows", (rows,), "stack")),
            "uses": uses_of(trace),
            "overlap": overlap_of(trace),
            "picture": layer.picture.name,
            "best": best_of(trace),
            "left": left_of(layer),
            "kept": kept_of(layer),
            "terms": count_word(trace.columns.shape[1], Claim("inner", (), "window")),
            "channels": count_word(len(stack.image), Claim("entry", (0,), "depth")),
            "kernels": count_word(len(stack.kernels), Claim("entry", (0,), "kernels")),
            "padding": Numeral(layer.padding, Claim("entry", (0,), "strides")),
            "stride": Numeral(layer.stride, Claim("entry", (1,), "strides")),
            "long": Numeral(stack.trace.columns.shape[1], Claim("inner", (), "stack")),
        }
