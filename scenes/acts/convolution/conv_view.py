"""A convolution in view: the picture, the kernel, the output, and the window between them."""

from __future__ import annotations

from collections.abc import Sequence

from manim import Animation, AnimationGroup, FadeOut, VGroup, VMobject

from mathcore import ConvTrace
from scenes.acts.convolution.conv_geometry import LABEL_GAP, LABEL_ROOM, ConvPlace
from scenes.acts.convolution.numeral_room import printed
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.shapes import for_the_eye, rectangle
from scenes.kit.ground.sizes import CELL, LEADING, SMALL, SMALLEST
from scenes.kit.ground.text import Label, paragraph
from scenes.kit.ground.theme import Theme
from scenes.kit.images.feature_map import kernel, picture
from scenes.kit.images.kernel_window import BEHIND, KernelWindow
from scenes.kit.product.cell import Cell
from scenes.kit.product.grid_geometry import GridPlace, numeral_size
from scenes.kit.product.labelled_product import LabelledProduct
from scenes.kit.stage.claims import Claim

TIE_ROOM = 6.0
OF_CELL, OF_HEIGHT = 0.58, 0.55  # of its height: the size of a numeral here, and usually


class ConvView(VGroup):
    """A picture of one channel and one kernel; the output's cells are empty until computed.

    ``of`` is the source that the numbers claim to be of, ``pixels`` that of the picture.
    """

    def __init__(
        self,
        theme: Theme,
        trace: ConvTrace,
        place: ConvPlace,
        names: tuple[str, str],
        of: str = "window",
        pixels: str = "picture",
    ) -> None:
        self.theme, self.trace, self.place, self.of = theme, trace, place, of
        self.matmul = trace.matmul()
        self.product = LabelledProduct(self.matmul, of)
        self.picture = picture(
            theme, place.picture, trace.image[0], lambda y, x: Claim("entry", (y, x), pixels)
        )
        wide = trace.windows.kernel[1]
        self.kernel = kernel(
            theme,
            place.kernel,
            trace.kernels[0, 0],
            lambda y, x: Claim("share", (y * wide + x, 0), of),
        )
        self.output = output_cells(theme, place.output, of, printed(trace.result))
        self.names = names
        self.output_label = self.name_of_output()
        self.kernel_label = name_below(
            theme, names[1], place.kernel.box, "right", floor=self._floor
        )
        self.window: KernelWindow | None = None
        self.ground = ground_of(theme, place.picture.box)
        super().__init__(
            self.ground,
            self.picture,
            self.kernel,
            *self.output,
            self.output_label,
            self.kernel_label,
        )

    @property
    def _floor(self) -> float:
        """Where the lower one of output and kernel ends: their names share a baseline."""
        return max(self.place.output.box.bottom, self.place.kernel.box.bottom)

    @property
    def label_baseline(self) -> float:
        """The baseline of the names, or of their first lines."""
        return baseline_below(self._floor)

    def name_of_output(self) -> GroupOf[Label]:
        """Return the name of the output, below it."""
        return name_below(self.theme, self.names[0], self.place.output.box, floor=self._floor)

    def window_box(self, p: int) -> Box:
        """Return what output position ``p`` sees of the picture."""
        first, last = self.trace.windows.places[p][[0, -1]].tolist()
        return self.picture.box(tuple(first), tuple(last))

    def is_clear(self, p: int) -> bool:
        """Tell whether the lines from window ``p`` to its cell pass above the output's name."""
        start, end = self.window_box(p), self.output[p].box
        left = self.place.output.box.centre[0] - lettering.width(self.names[0], SMALL) / 2
        if end.right <= left:
            return True
        share = (left - start.right) / (end.right - start.right)
        height = start.bottom + (end.bottom - start.bottom) * share
        return height + TIE_ROOM <= self._floor + LABEL_GAP

    def look_at(self, p: int, run_time: float, *, tied: bool = True) -> Animation:
        """Return the motion that brings the window to position ``p``, tied to its cell or not."""
        cell = self.place.output.cell(*divmod(p, self.place.output.columns)) if tied else None
        there = KernelWindow(self.theme, self.window_box(p), cell)
        before, self.window = self.window, there
        return there.come(before, run_time)

    def look_away(self, run_time: float) -> Animation:
        """Return the going of the window, which is untied; it comes anew wherever it looks next."""
        gone, self.window = self.window, None
        assert gone is not None
        return FadeOut(gone.outline, run_time=run_time)

    def output_filled(self) -> list[Cell]:
        """Return the output's cells, all of them made."""
        cells = output_cells(self.theme, self.place.output, self.of, printed(self.trace.result))
        totals = self.matmul.result[:, 0].tolist()
        return [cell.fill(total, "filled") for cell, total in zip(cells, totals, strict=True)]

    def focus_on(self, p: int, run_time: float, before: int | None = None) -> Animation:
        """Return the change of focus to output ``p``; the one before it has been made."""
        left = [] if before is None else [self.output[before].to("filled", run_time)]
        return AnimationGroup(self.output[p].to("focus", run_time), *left)


def ground_of(theme: Theme, box: Box) -> VMobject:
    """Return what hides the lines of the window where they pass under the picture."""
    ground = rectangle(box, fill=theme.background)
    ground.set_z_index(BEHIND + 1)
    return for_the_eye(ground, "the ground of the picture, in the colour of all grounds")


def output_cells(theme: Theme, place: GridPlace, of: str, numerals: Sequence[str]) -> list[Cell]:
    """Return the empty cells of an output, position by position, with room for all numerals."""
    fitting = numeral_size([*numerals], place.cell_width, place.cell_height / OF_HEIGHT)
    size = max(SMALLEST, min(CELL, OF_CELL * place.cell_height, fitting))
    return [
        Cell(
            theme,
            place.cell(*divmod(p, place.columns)),
            state="empty",
            size=size,
            halo=True,
            reach=place.halo_reach,
            claim=Claim("result", (p, 0), of),
        )
        for p in range(place.rows * place.columns)
    ]


def name_below(
    theme: Theme, name: str, box: Box, anchor: str = "center", floor: float | None = None
) -> GroupOf[Label]:
    """Return the name below a grid, or below a ``floor``, in as many lines as it needs."""
    lines = lettering.wrap(name, SMALL, LABEL_ROOM)
    x = {"left": box.x, "center": box.centre[0], "right": box.right}[anchor]
    baseline = baseline_below(floor or box.bottom)
    return paragraph(
        lines, SMALL, theme.muted, x=x, baseline=baseline, leading=LEADING, anchor=anchor
    )


def baseline_below(floor: float) -> float:
    """Return the baseline of a name below something that ends at ``floor``."""
    return floor + LABEL_GAP + lettering.CAP_HEIGHT * SMALL
