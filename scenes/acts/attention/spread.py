"""How sums spread: a histogram for every length, and the line that is as wide as its spread."""

from __future__ import annotations

from collections.abc import Sequence

from manim import Animation, AnimationGroup, FadeIn, LaggedStart, Transform, VGroup, VMobject

from scenes.acts.attention.spread_geometry import SpreadPlace
from scenes.kit.ground.motion import TRAVEL, travel
from scenes.kit.ground.shapes import area, path
from scenes.kit.ground.sizes import LABEL
from scenes.kit.ground.text import Label, cap_centred
from scenes.kit.ground.theme import Theme

WIDE, THIN, LOW, TICK = 4.0, 2.0, 24.0, 8.0  # the line of a spread, below its floor
BESIDE = 16.0  # from the line to its number


class Spread(VGroup):
    """How sums of so many terms spread, a ``histograms[n]`` for every length, with its numbers.

    Parameters
    ----------
    places : sequence of SpreadPlace
        From :func:`spread_places`.
    left : float
        Pixels: where the lengths stand.
    lengths : sequence of str
        How many terms each sum has, in words.
    spreads : sequence of str
        How wide each is, in words.
    """

    def __init__(
        self,
        theme: Theme,
        places: Sequence[SpreadPlace],
        left: float,
        lengths: Sequence[str],
        spreads: Sequence[str],
    ) -> None:
        self.theme, self.places, self.words = theme, list(places), list(spreads)
        counted = range(len(self.places))
        self.histograms = VGroup(*(self._histogram(n) for n in counted))
        self.lines = VGroup(*(self._line(n) for n in counted))
        self.lengths = VGroup(*(self._length(n, left, text) for n, text in enumerate(lengths)))
        self.spreads = VGroup(*(self._spread(n) for n in counted))
        super().__init__(self.histograms, self.lines, self.lengths, self.spreads)

    def come(self) -> Animation:
        """Let one histogram appear after the other, each with its numbers."""
        parts = zip(self.lengths, self.histograms, self.lines, self.spreads, strict=True)
        return LaggedStart(
            *(AnimationGroup(*map(FadeIn, each), run_time=TRAVEL) for each in parts), lag_ratio=0.5
        )

    def divide(self, run_time: float = 2 * TRAVEL) -> Animation:
        """Let every sum be divided by the root of its length: all are as wide as one term."""
        changes: list[Animation] = []
        for n in range(len(self.places)):
            changes += [
                Transform(self.histograms[n], self._histogram(n, divided=True), run_time=run_time),
                Transform(self.lines[n], self._line(n, divided=True), run_time=run_time),
            ]
        self.once = VGroup(*(self._spread(n, divided=True) for n in range(len(self.places))))
        self.traces = VGroup(*(self._trace(n) for n in range(1, len(self.places))))
        changes.append(FadeIn(self.traces, run_time=run_time))
        for old, new in zip(self.spreads, self.once, strict=True):
            changes.append(travel(old, new, run_time))
        return AnimationGroup(*changes)

    @property
    def seen(self) -> list[VMobject]:
        """All of it that is there once it is divided."""
        return [self.histograms, self.lines, self.lengths, self.once, self.traces]

    def _histogram(self, n: int, *, divided: bool = False) -> VMobject:
        return area(self.places[n].outline(divided=divided), self.theme.muted)

    def _trace(self, n: int) -> VMobject:
        """Return the outline that a histogram leaves when it is divided."""
        return path(self.places[n].outline(), self.theme.ink, THIN).set_z_index(-1)

    def _line(self, n: int, *, divided: bool = False) -> VMobject:
        start, end, row = self._ends(n, divided=divided)
        ticks = [(start, row - TICK), (start, row + TICK), (start, row)]
        ends = [(end, row), (end, row - TICK), (end, row + TICK)]
        return path([*ticks, *ends], self.theme.focus, WIDE)

    def _ends(self, n: int, *, divided: bool) -> tuple[float, float, float]:
        place = self.places[n]
        half = place.unit if divided else place.spread
        return place.middle - half, place.middle + half, place.floor + LOW

    def _length(self, n: int, left: float, text: str) -> Label:
        row = self.places[n].floor - LABEL / 2
        return Label(text, LABEL, self.theme.ink, x=left, baseline=cap_centred(row, LABEL))

    def _spread(self, n: int, *, divided: bool = False) -> Label:
        """Return how wide a line is; once divided, as wide as that of a single term."""
        _, end, row = self._ends(n, divided=divided)
        return Label(
            self.words[0 if divided else n], LABEL, self.theme.focus, x=end + BESIDE,
            baseline=cap_centred(row, LABEL), bold=True,
        )  # fmt: skip
