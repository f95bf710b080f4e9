"""A walk and its fetches: what the matrices, the rack and the counts show after each access."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from manim import Animation, Transform, VGroup

from mathcore import CacheTrace, fetches_of_lines, lines_held
from scenes.acts.writing_gemm.bench_geometry import MATRICES
from scenes.acts.writing_gemm.matrices import Matrices
from scenes.kit.ground.motion import TRAVEL
from scenes.kit.memory.tray_rack import EMPTY, TrayRack

RESET, ARC = 0.4, -0.35  # seconds, radians


class Fetching(VGroup):
    """The matrices, the rack, and what else shows how many accesses a walk has made.

    Parameters
    ----------
    matrices, rack
        What shows the trays.
    trace : CacheTrace
        The walk, and what it fetches.
    most : int
        The most fetches of a tray: the deepest tint.
    *beside
        Further things that have ``show_at(accesses)``.
    """

    def __init__(
        self, matrices: Matrices, rack: TrayRack, trace: CacheTrace, most: int, *beside: Any
    ) -> None:
        self.matrices, self.rack, self.trace, self.most = matrices, rack, trace, most
        self.beside = beside
        super().__init__(matrices, rack, *beside)

    def show_at(self, accesses: int) -> Fetching:
        """Show what has been fetched by then, and what is at hand."""
        held = lines_held(self.trace, accesses)
        fetches = fetches_of_lines(self.trace, accesses)
        for name, low in self._first_trays():
            of_one = fetches[low : low + self.matrices.trays]
            here = {tray - low for tray in held.tolist()}
            self.matrices.stored[name].tint(of_one.tolist(), here, self.most)
        self.rack.hold(held.tolist())
        for each in self.beside:
            each.show_at(accesses)
        return self

    def _first_trays(self) -> Iterator[tuple[str, int]]:
        for number, name in enumerate(MATRICES):
            yield name, number * self.matrices.trays

    def empty(self) -> Animation:
        """Return the going of all that an earlier walk has left; call ``show_at(0)`` after it."""
        stored = [each.copy() for each in self.matrices.stored.values()]
        for each in stored:
            each.tint((0,) * self.matrices.trays, (), 1)
        goal = VGroup(*stored, self.rack.copy().hold([EMPTY] * self.trace.lines))
        return Transform(VGroup(*self.matrices.stored.values(), self.rack), goal, run_time=RESET)

    def bring(self, access: int, run_time: float = TRAVEL) -> Animation:
        """Return a tray's being carried to its slot; call ``show_at(access + 1)`` after it."""
        slot = int(self.trace.place[access])
        goal = self.rack.copy().hold(lines_held(self.trace, access + 1).tolist()).tray(slot)
        carried = self._on_shelf(int(self.trace.fetched[access]))
        return Transform(carried, goal, path_arc=ARC, remover=True, run_time=run_time)

    def take_back(self, access: int, run_time: float = TRAVEL) -> Animation:
        """Return the leaving of the tray that makes room for an access."""
        slot = int(self.trace.place[access])
        carried, goal = self.rack.tray(slot), self._on_shelf(int(self.trace.evicted[access]))
        held = list(self.rack.held)
        held[slot] = EMPTY
        self.rack.hold(held)
        return Transform(carried, goal, path_arc=ARC, remover=True, run_time=run_time)

    def _on_shelf(self, tray: int) -> VGroup:
        """Return a copy of a tray of the memory where it lies."""
        number, within = divmod(tray, self.matrices.trays)
        return self.matrices.stored[MATRICES[number]].tray(within)
