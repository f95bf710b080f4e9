"""A cell: a box, and what stands in it."""

from __future__ import annotations

from fractions import Fraction

from manim import Animation, AnimationGroup, Transform, VGroup, VMobject

from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import for_the_eye, rectangle
from scenes.kit.ground.sizes import CELL, SMALLEST
from scenes.kit.ground.text import Label, Number, cap_centred
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.product.cell_style import CellStyle, State, cell_style
from scenes.kit.product.grid_geometry import HALO
from scenes.kit.stage.claims import Claim

HALO_STEPS = ((1 / 3, 0.09), (2 / 3, 0.06), (1.0, 0.05))  # share of its reach, opacity
QUIET = ("soft", "idle", "empty")  # states in which a frame is but a hint
DIM = 0.25  # seconds


def cell_size(box_height: float) -> float:
    """Return the size of a numeral in a cell of this height."""
    return max(SMALLEST, min(CELL, box_height * 0.55))


class Cell(VGroup):
    """One entry of a matrix, in one of the states of :mod:`scenes.kit.product.cell_style`.

    A cell that can come into focus has a ``halo``, invisible in its other states, so that one
    state morphs into another.

    Parameters
    ----------
    box : Box
        Pixels.
    state : str, optional
        ``"on"``, ``"act"``, ``"soft"``, ``"idle"``, ``"empty"``, ``"focus"``, ``"filled"`` or
        ``"waiting"``.
    hue : Hue, optional
        That of its inner index.
    value : float or Fraction, optional
        What stands in it; nothing, if not given.
    size : float, optional
        Of the type, in pixels; what fits the box, if not given.
    signed : bool, optional
        Print a sign in any case.
    halo : bool, optional
        Whether it can come into focus.
    reach : float, optional
        Pixels: how far the halo reaches.
    places : int, optional
        How many decimals.
    claim : Claim, optional
        What the number is.
    """

    def __init__(
        self,
        theme: Theme,
        box: Box,
        *,
        state: State = "on",
        hue: Hue | None = None,
        value: float | Fraction | None = None,
        size: float | None = None,
        signed: bool = False,
        halo: bool = False,
        reach: float = HALO,
        places: int | None = None,
        claim: Claim | None = None,
    ) -> None:
        self.theme, self.box, self.hue, self.state, self.reach = theme, box, hue, state, reach
        self.size, self.signed = size or cell_size(box.height), signed
        self.places, self.claim = places, claim
        style = cell_style(theme, state, hue)
        rings = HALO_STEPS if halo or style.halo else ()
        self.halo = VGroup(*(self._ring(by, share, style) for by, share in rings))
        self.frame = rectangle(
            box,
            fill=style.fill,
            edge=style.edge,
            edge_width=style.edge_width,
            radius=self._radius(),
        )
        for_the_eye(self.halo, "the glow around the focus: its edge tells it")
        self._hush()
        super().__init__(self.halo, self.frame)
        self.number: Number | None = None
        if value is not None:
            self.number = self.numeral(value, style)
            self.add(self.number)

    @property
    def written(self) -> Number:
        """The numeral of a cell that has to have one.

        Raises
        ------
        ValueError
            If the cell is empty.
        """
        if self.number is None:
            raise ValueError(f"The cell at {self.box} is empty; fill it before its number is used.")
        return self.number

    def _radius(self) -> float:
        return 10.0 if self.box.height > 50 else 7.0

    def _hush(self) -> None:
        """Declare that the frame is but a hint, in the states in which it is."""
        quiet = "the frame of a cell that is not meant now: its numeral tells it"
        for_the_eye(self.frame, quiet if self.state in QUIET else "")

    def _ring(self, by: float, share: float, style: CellStyle) -> VMobject:
        opacity = share * self.theme.glow if style.halo else 0.0
        return rectangle(
            self.box.grown(by * self.reach),
            fill=self.theme.focus,
            opacity=opacity,
            radius=self._radius() + by * self.reach,
        )

    def numeral(self, value: float | Fraction, style: CellStyle | None = None) -> Number:
        """Return the numeral of ``value`` as it stands in this cell in its state."""
        style = style or cell_style(self.theme, self.state, self.hue)
        x, y = self.box.centre
        return Number(
            value,
            self.size,
            style.text,
            signed=self.signed,
            x=x,
            baseline=cap_centred(y, self.size),
            anchor="center",
            bold=style.bold,
            places=self.places,
            claim=self.claim,
        )

    def question(self) -> Label:
        """Return the mark that stands here while its value is asked for."""
        x, y = self.box.centre
        return Label(
            "?",
            self.size,
            self.theme.focus,
            x=x,
            baseline=cap_centred(y, self.size),
            anchor="center",
            bold=True,
        )

    def copy_in(self, state: State, value: float | Fraction | None = None) -> Cell:
        """Return this cell in another state, with its value or a new one."""
        if value is None and self.number is not None:
            value = self.number.value
        return Cell(
            self.theme,
            self.box,
            state=state,
            hue=self.hue,
            value=value,
            size=self.size,
            signed=self.signed,
            halo=len(self.halo) > 0,
            reach=self.reach,
            places=self.places,
            claim=self.claim,
        )

    def to(self, state: State, run_time: float = DIM) -> Animation:
        """Return the change into another state."""
        target = self.copy_in(state)
        self.state = state
        self._hush()
        return Transform(self, target, run_time=run_time)

    def dress(self, state: State, hue: Hue | None, run_time: float = DIM) -> Animation:
        """Return the change of the frame into a state, or another hue; its numeral stays."""
        self.state, self.hue = state, hue
        self._hush()
        return Transform(self.frame, self.copy_in(state).frame, run_time=run_time)

    def begin(self, value: float | Fraction) -> Number:
        """Put in a numeral that will count."""
        self.number = self.numeral(value, cell_style(self.theme, "focus"))
        self.add(self.number)
        return self.number

    def let_go(self) -> Number:
        """Give the numeral away: the cell is to be filled anew."""
        gone, self.number = self.written, None
        self.remove(gone)
        return gone

    def made(self, run_time: float = DIM) -> Animation:
        """Return the change of a cell whose numeral has counted to the end: it is the entry."""
        self.written.claim, self.hue = self.claim, None
        return self.to("filled", run_time)

    def take(self, number: Number) -> Cell:
        """Adopt a numeral that has arrived, as this cell's own."""
        self.number = number
        self.add(number)
        return self

    def fill(self, value: float | Fraction | None, state: State) -> Cell:
        """Show a value at once, without motion; with none, only the state is another one."""
        new = self.copy_in(state, value)
        self.submobjects, self.halo, self.frame = new.submobjects, new.halo, new.frame
        self.number, self.state = new.number, state
        self._hush()
        return self


def restyle(cells: list[Cell], state: State, run_time: float = DIM) -> Animation:
    """Return the change of several cells into a state, together."""
    return AnimationGroup(*(cell.to(state, run_time) for cell in cells))
