"""A product on stage: its layout, and how its entries are made, in one thing that lays all out."""

from __future__ import annotations

from functools import cache

from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    Mobject,
    ReplacementTransform,
    VGroup,
)

from scenes.kit.ground.motion import DRAW, SHORT, TRAVEL
from scenes.kit.ground.theme import Theme
from scenes.kit.product.cell import restyle
from scenes.kit.product.entries import clear_away, first_entry, other_entries, quick_entry
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.labelled_product import LabelledProduct
from scenes.kit.product.likenesses import Likenesses
from scenes.kit.product.meeting import Meeting
from scenes.kit.product.more_rows import fill_in_a_wave
from scenes.kit.stage.motions import Motions
from scenes.kit.sums.running_sum import RunningSum, running_sum


class ProductStage:
    """A product in Falk's layout, and for each row the running sum that its entries share.

    ``show`` it, then ``make_first`` and ``make_others`` of a row, or ``fill`` what is left at once;
    ``settle`` clears what only served the sums.

    Parameters
    ----------
    product : LabelledProduct
        (m, K) · (K, n).
    language : str
        ``"en"`` or ``"zh"``.
    likenesses : Likenesses, optional
        What is drawn for an inner index or a column.
    head_room : float, optional
        Pixels above the matrix of a single row for what stands on its columns.

    Raises
    ------
    LayoutError
        If the product needs more room than there is.
    """

    def __init__(
        self,
        theme: Theme,
        product: LabelledProduct,
        language: str,
        likenesses: Likenesses | None = None,
        head_room: float = 0.0,
    ) -> None:
        self.product = product
        self.view = FalkView(
            theme, product, language, staged=True, likenesses=likenesses, head_room=head_room
        )
        if self.view.place.left.rows > 1:
            self.view.without_entry_heads()
        self.made: list[Meeting] = []

    @cache  # noqa: B019  a stage lives as long as its scene
    def chart(self, i: int) -> RunningSum:
        """Return the running sum of row ``i``."""
        return running_sum(self.view, i)

    def meetings(self, i: int = 0) -> list[Meeting]:
        """Return what makes each entry of row ``i``, from left to right."""
        return [Meeting(self.view, self.chart(i), i, j) for j in range(self.product.sizes[2])]

    def show(self, run_time: float = DRAW) -> Animation:
        """Let the factors appear, and the empty cells of the result."""
        return FadeIn(self.view, run_time=run_time)

    def make_first(self, i: int = 0) -> Motions:
        """Make the first entry of row ``i`` term by term; it says two further lines."""
        self.made = self.meetings(i)
        yield from first_entry(self.made[0])

    def make_quickly(self, i: int = 0, j: int = 0) -> Motions:
        """Make entry ``j`` of row ``i``, the first by default, all its terms at once."""
        self.made = self.meetings(i)[j:]
        yield from quick_entry(self.made[0])

    def make_others(self) -> Motions:
        """Make the other entries of that row; the next line is said before the third, if any."""
        yield from other_entries(self.made)

    def fill(self) -> Motions:
        """Fill all that is still empty, in a wave."""
        yield from fill_in_a_wave(self.view)

    def settle(self) -> Motions:
        """Clear the sums and the light away; all that is left is calm again."""
        if not self.made:
            return
        *_, last = [each for each in self.made if each.cell.number is not None]
        view, self.made = self.view, []
        yield from clear_away(last)
        yield AnimationGroup(
            FadeOut(last.beam, run_time=SHORT),
            last.cell.to("filled"),
            restyle([*view.left.all_cells(), *view.matrix.all_cells()], "on"),
            *(head.to("plain") for head in (*view.column_heads, *view.inner_heads())),
        )


def carry_on(before: ProductStage, after: ProductStage) -> Motions:
    """Let a result become the left factor of the next product, whose own result is still empty."""
    yield from before.settle()
    old, new = before.view, after.view
    taken = zip(old.result.all_cells(), new.left.all_cells(), strict=True)
    same = old.product.trace.right.shape == new.product.trace.right.shape
    gone: list[Mobject] = [old.left, old.entry_heads, old.left_heads]
    yield AnimationGroup(
        *(FadeOut(each, run_time=SHORT) for each in gone),
        *(ReplacementTransform(a, b, run_time=2 * TRAVEL) for a, b in taken),
        ReplacementTransform(old.result.brackets, new.left.brackets, run_time=2 * TRAVEL),
        *(_matrix(old, new) if same else [FadeOut(old.matrix, old.column_heads, old.row_heads)]),
    )
    come = VGroup(
        new.result, new.left_heads, *([new.entry_heads] if new.entry_heads in new else [])
    )
    if not same:
        come.add(new.matrix, new.column_heads, new.row_heads)
    yield FadeIn(come, run_time=DRAW)


def _matrix(old: FalkView, new: FalkView) -> list[Animation]:
    """Return how the matrix goes to its place in the next layout, its names with it."""
    pairs = [
        *zip(old.matrix.all_cells(), new.matrix.all_cells(), strict=True),
        (old.matrix.brackets, new.matrix.brackets),
        *zip(old.column_heads, new.column_heads, strict=True),
        *zip(old.row_heads, new.row_heads, strict=True),
    ]
    return [ReplacementTransform(a, b, run_time=2 * TRAVEL) for a, b in pairs]
