"""The fourth beat: memory is a shelf, one fetch brings a whole tray, and few trays are at hand."""

from __future__ import annotations

import numpy as np
from manim import VGroup

from mathcore import CacheTrace
from mathcore.layer_file.cache import CacheLayer
from scenes.acts.writing_gemm.bench_geometry import (
    MATRICES,
    ROOM_BASELINE,
    SHELF_RACK,
    board,
    on_plank,
)
from scenes.acts.writing_gemm.fetching import Fetching
from scenes.acts.writing_gemm.matrices import Matrices, hue_of
from scenes.kit.bar.plank import Plank
from scenes.kit.ground import frame
from scenes.kit.ground.motion import DRAW, appear, together, vanish
from scenes.kit.ground.shapes import rectangle
from scenes.kit.ground.sizes import SMALL
from scenes.kit.ground.text import Label
from scenes.kit.ground.theme import Theme
from scenes.kit.memory.moving import Walking
from scenes.kit.memory.storage_geometry import rack
from scenes.kit.memory.tray_rack import TrayRack
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.motions import Motions

STORE, FIRST, NEXT, SWEEP, BACK = 1.6, 1.0, 0.5, 1.6, 0.7  # seconds
SLOWLY = 3  # trays that are carried one by one
EDGE, GROWN = 4.0, 4.0  # pixels


def first_eviction(trace: CacheTrace) -> int | None:
    """Return the first access for which a tray has to leave; none, if all have room."""
    leaving = np.flatnonzero(trace.evicted >= 0)
    return int(leaving[0]) if len(leaving) else None


class Shelving:
    """The shelf, the rack, and the first fetches of a walk."""

    def __init__(
        self, theme: Theme, layer: CacheLayer, matrices: Matrices, most: int, room: str
    ) -> None:
        self.theme, self.trace = theme, layer.traces["ijk"]
        place = rack(SHELF_RACK, layer.lines, layer.line)
        hues = [hue_of(theme, name) for name in MATRICES]
        self.rack = TrayRack(theme, place, hues, matrices.trays)
        self.boards = VGroup(*(Plank(theme, board(name)) for name in MATRICES))
        self.room = Label(room, SMALL, theme.muted, x=frame.LEFT, baseline=ROOM_BASELINE)
        self.matrices = matrices
        self.fetching = Fetching(matrices, self.rack, self.trace, most)

    def store(self, before: VGroup) -> Motions:
        """Put the matrices on the shelf, row after row."""
        yield vanish(before)
        yield together(
            appear(self.boards, run_time=STORE),
            self.matrices.rearrange(on_plank, shelved=True, run_time=STORE),
        )
        yield NEXT_LINE

    def fetch(self) -> Motions:
        """Carry the first trays, slowly once; then let others come until one has to leave."""
        fetching, trace = self.fetching, self.trace
        access, *others = np.flatnonzero(trace.missed)[:SLOWLY].tolist()
        wanted = self._around(access)
        yield appear(self.rack, self.room, wanted)
        yield fetching.bring(access, FIRST)
        fetching.show_at(access + 1)
        yield vanish(wanted)
        for access in others:
            yield fetching.bring(access, NEXT)
            fetching.show_at(access + 1)
        yield NEXT_LINE
        full = first_eviction(trace)
        yield Walking(fetching, access + 1, trace.touches if full is None else full, run_time=SWEEP)
        if full is not None:
            yield from self._make_room(full)

    def _make_room(self, access: int) -> Motions:
        """Let the tray that was unused longest leave, and the next one come."""
        wanted = self._around(access)
        yield appear(wanted, run_time=DRAW)
        yield self.fetching.take_back(access, BACK)
        yield self.fetching.bring(access, BACK)
        self.fetching.show_at(access + 1)
        yield vanish(wanted)

    def _around(self, access: int) -> VGroup:
        """Return an outline around the number that is wanted."""
        walk = self.trace.walk
        name = MATRICES[int(walk.matrix[access])]
        place = int(walk.row[access]) * walk.n + int(walk.column[access])
        box = on_plank(name, walk.n, self.trace.line)[place].grown(GROWN)
        return VGroup(rectangle(box, edge=self.theme.focus, edge_width=EDGE, radius=GROWN))
