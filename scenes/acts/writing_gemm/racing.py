"""Beats five to eight: one walk after another, its fetches counted live."""

from __future__ import annotations

from collections.abc import Mapping

from manim import Succession, VGroup, VMobject, Wait

from mathcore import CacheTrace
from mathcore.layer_file.cache import CacheLayer
from scenes.acts.writing_gemm.bench_geometry import BLOCKS, CORNER, MATRICES, in_block
from scenes.acts.writing_gemm.fetching import Fetching
from scenes.acts.writing_gemm.looping import listing
from scenes.acts.writing_gemm.marks import Marks
from scenes.acts.writing_gemm.programs import BODY, head_of, loops, tiled
from scenes.acts.writing_gemm.shelving import Shelving
from scenes.acts.writing_gemm.tile_frames import tile_frames
from scenes.acts.writing_gemm.walk_chart import WalkRow, chart_head
from scenes.kit.code.code_line import CodeLine
from scenes.kit.code.listing import Listing, rewrite
from scenes.kit.ground.motion import DRAW, appear, together, vanish
from scenes.kit.ground.sizes import CELL
from scenes.kit.ground.theme import Theme
from scenes.kit.memory.live_count import LiveCount
from scenes.kit.memory.moving import Relocating, Walking
from scenes.kit.memory.storage_geometry import rack
from scenes.kit.memory.tray_rack import boxes_of
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.motions import Motions

UNSTORE, GLANCE = 1.0, 0.6  # seconds
SLOW, BRISK, FAST = (2.2, 1.4, 2.4), (0.9, 0.8, 1.4), (0.4, 0.5, 1.3)  # of the loops, inside out
NAME_GAP = 16.0

Paces = tuple[float, ...]


class Racing:
    """Walks through the same cache, and a chart of what each has fetched."""

    def __init__(
        self, theme: Theme, layer: CacheLayer, before: Shelving, names: Mapping[str, str], head: str
    ) -> None:
        self.theme, self.layer, self.before, self.names = theme, layer, before, names
        self.matrices, self.most_of_a_tray = before.matrices, before.fetching.most
        self.most = max(layer.traces[name].total for name in names)
        self.rows: dict[str, WalkRow] = {}
        self.head = chart_head(theme, head)
        self.code: Listing | None = None
        self.marks: Marks | None = None
        self.fetching = before.fetching
        self.counts, self.frames = VGroup(), VGroup()

    def unstore(self) -> Motions:
        """Put the matrices back where they meet, their trays still to be seen."""
        place = rack(CORNER, self.layer.lines, self.layer.line)
        yield together(vanish(self.before.boards, self.before.room), self.fetching.empty())
        self.fetching.show_at(0)
        room = self.before.room.place(CORNER.x, CORNER.y - NAME_GAP)
        yield together(
            self.matrices.rearrange(in_block, run_time=UNSTORE),
            Relocating(self.before.rack, boxes_of(place), run_time=UNSTORE),
            Succession(Wait(run_time=UNSTORE - DRAW), appear(room)),
        )

    def first(self) -> Motions:
        """Walk as one writes it first: down the columns of B."""
        yield from self._write("ijk", loops("ijk"), self.head)
        yield from self._walk("ijk", SLOW, tells=True)
        yield NEXT_LINE

    def along(self) -> Motions:
        """Walk along the rows."""
        yield from self._write("ikj", loops("ikj"))
        yield from self._walk("ikj", BRISK)
        yield NEXT_LINE
        yield Wait(run_time=GLANCE)

    def down(self) -> Motions:
        """Walk down two columns at once."""
        yield from self._write("jki", loops("jki"))
        yield from self._walk("jki", FAST)
        yield NEXT_LINE

    def tile(self) -> Motions:
        """Walk tile by tile."""
        self.frames = tile_frames(self.theme, self.matrices, self.layer)
        yield from self._write("tiles", tiled("ikj"), self.frames)
        yield from self._walk("tiles", BRISK)
        yield NEXT_LINE

    def _write(self, name: str, lines: tuple[CodeLine, ...], *more: VMobject) -> Motions:
        """Write a program, clear the rack of what the last one left, and begin to count."""
        code, trace = listing(self.theme, lines), self.layer.traces[name]
        if self.code is None:
            yield appear(code)
        else:
            gone = vanish(*(part for part in (self.marks, *self.counts) if part is not None))
            yield together(gone, self.fetching.empty(), rewrite(self.code, code))
        self.code, self.counts = code, self._live(name, trace)
        row = WalkRow(self.theme, self.names[name], name, trace, len(self.rows), self.most)
        self.rows[name], self.marks = row, self._marks(trace)
        beside = (self.marks, *self.counts, row)
        rack_of = self.before.rack
        self.fetching = Fetching(self.matrices, rack_of, trace, self.most_of_a_tray, *beside)
        self.fetching.show_at(0)
        yield appear(*self.counts, row, *more)

    def _marks(self, trace: CacheTrace) -> Marks:
        return Marks(self.theme, trace.walk, self.matrices, len(MATRICES))

    def _walk(self, name: str, paces: Paces, *, tells: bool = False) -> Motions:
        """Walk loop by loop, from the innermost out; the line of each is lit meanwhile."""
        trace, code = self.layer.traces[name], self.code
        assert code is not None
        order, done = trace.walk.order, 0
        lines = [code.number(each) for each in (BODY, head_of(order[1]), head_of(order[0]))]
        ends = [len(MATRICES) * trace.walk.tile**depth for depth in range(1, len(order) + 1)]
        if ends[-1] < trace.touches:
            lines, ends, paces = [*lines, 0], [*ends, trace.touches], (*paces, paces[-1])
        for number, (line, end, seconds) in enumerate(zip(lines, ends, paces, strict=True)):
            if tells and number == 1:
                yield NEXT_LINE
            yield together(code.light(line), Walking(self.fetching, done, end, run_time=seconds))
            done = end

    def _live(self, name: str, trace: CacheTrace) -> VGroup:
        """Return the count of fetches beside the name of each matrix."""
        return VGroup(
            *(
                LiveCount(
                    trace.counts[:, number],
                    f"running_{name}",
                    (number,),
                    size=CELL,
                    colour=self.theme.ink,
                    x=BLOCKS[matrix].right,
                    baseline=BLOCKS[matrix].y - NAME_GAP,
                    anchor="right",
                )
                for number, matrix in enumerate(MATRICES)
            )
        )
