"""The first three beats: the program, its loops, and two of them changing places."""

from __future__ import annotations

from manim import VGroup

from mathcore import Walk
from mathcore.layer_file.cache import CacheLayer
from scenes.acts.writing_gemm.bench_geometry import COUNTED, LISTING
from scenes.acts.writing_gemm.filling import Filling
from scenes.acts.writing_gemm.matrices import Matrices
from scenes.acts.writing_gemm.programs import BODY, head_of, whole
from scenes.kit.code.code_line import CodeLine
from scenes.kit.code.listing import Listing, rewrite
from scenes.kit.ground.motion import appear, together, vanish
from scenes.kit.ground.sizes import SMALL, TOTAL
from scenes.kit.ground.text import Label
from scenes.kit.ground.theme import Theme
from scenes.kit.memory.live_count import LiveCount
from scenes.kit.memory.moving import Walking
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.motions import Motions

TYPED, TYPING_LAG, BRISK = 0.5, 0.6, 0.5  # seconds a line, of them, and how much of a pace is left
PACE = (2.4, 1.7, 2.4)  # seconds: the innermost loop, then the middle one, then the outermost
UNIT = 54.0  # pixels from a count to what is counted


def listing(theme: Theme, lines: tuple[CodeLine, ...]) -> Listing:
    """Return a program at its place."""
    return Listing(theme, lines, x=LISTING.x, y=LISTING.y, width=LISTING.width)


class Looping:
    """The program and the matrices that it works on, before anyone thinks of memory."""

    def __init__(self, theme: Theme, layer: CacheLayer, unit: str) -> None:
        self.theme, self.layer = theme, layer
        self.matrices = Matrices(theme, layer)
        self.code = listing(theme, whole("ijk"))
        self.unit = Label(unit, SMALL, theme.muted, x=COUNTED.x, baseline=COUNTED.y + TOTAL + UNIT)
        self.filling = self._filling("ijk")

    def _filling(self, name: str) -> Filling:
        walk: Walk = self.layer.traces[name].walk
        steps = range(len(walk.steps) + 1)
        count = LiveCount(
            steps,
            "products",
            size=TOTAL,
            colour=self.theme.ink,
            x=COUNTED.x,
            baseline=COUNTED.y + TOTAL,
            bold=True,
        )
        return Filling(self.theme, walk, self.matrices, count)

    def write(self) -> Motions:
        """Type the program; then show what it multiplies."""
        yield appear(*self.code.written, run_time=TYPED, lag=TYPING_LAG)
        yield NEXT_LINE
        yield appear(*self.matrices, lag=0.1)

    def run(self) -> Motions:
        """Run the loops from the innermost out: a cell, a row, all of them."""
        yield appear(self.filling.beside[0], self.unit)
        yield from self._loop_by_loop("ijk", 1.0, asks=True)
        yield NEXT_LINE

    def swap(self) -> Motions:
        """Let two loops change places, and run them."""
        yield together(vanish(self.filling), self.code.light(-1))
        self.filling = self._filling("ikj")
        other = listing(self.theme, whole("ikj"))
        yield rewrite(self.code, other)
        self.code = other
        yield appear(self.filling)
        yield from self._loop_by_loop("ikj", BRISK)
        yield NEXT_LINE

    def _loop_by_loop(self, order: str, pace: float, *, asks: bool = False) -> Motions:
        n, done = self.layer.n, 0
        lines = (BODY, head_of(order[1]), head_of(order[0]))
        for number, (line, seconds) in enumerate(zip(lines, PACE, strict=True)):
            yield self.code.light(self.code.number(line))
            if number == 1 and asks:
                yield NEXT_LINE
            end = n ** (number + 1)
            yield Walking(self.filling, done, end, run_time=seconds * pace)
            done = end

    def clear(self) -> VGroup:
        """Return all that goes before the memory is looked at."""
        return VGroup(self.code, self.filling, self.unit)
