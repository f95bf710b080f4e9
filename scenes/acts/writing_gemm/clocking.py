"""The ninth beat: what was counted beside what a clock says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from manim import VGroup

from mathcore.layer_file.cache import CacheLayer
from mathcore.layer_file.seconds import WALKS
from scenes.acts.writing_gemm.clock_geometry import (
    COUNTED_X,
    HEAD_BASELINE,
    NOTE_LEADING,
    NOTE_WIDE,
    TIMED_X,
    WIDEST,
    ClockPlace,
    note_baseline,
    row_pitch,
)
from scenes.acts.writing_gemm.clock_row import ClockBar, CountedRow, Timing, row_name
from scenes.acts.writing_gemm.racing import Racing
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.motion import SHORT, animate, appear, together, vanish
from scenes.kit.ground.sizes import LABEL, SMALL
from scenes.kit.ground.text import Label, paragraph
from scenes.kit.ground.theme import Theme
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.motions import Motions

STORY = ("jki", "ijk", "ikj", "tiles")
"""The walks as the table has them: by rights from the slowest to the quickest."""
LOOPS, TILES = ("jki", "ikj"), ("tiles",)
RUN = 2.8  # seconds: of the film, for the longest that was measured


class Clocking:
    """The table of counts and seconds.

    ``words`` are its texts: ``counted`` and ``timed`` above the columns, ``note`` below.
    """

    def __init__(
        self, theme: Theme, layer: CacheLayer, race: Racing, words: Mapping[str, str], library: str
    ) -> None:
        self.theme, self.layer, self.race, self.words = theme, layer, race, words
        self.note = self._note()
        names = (*STORY, "library")
        pitch = row_pitch(len(names), len(self.note) if layer.measured else 1)
        self.places = {name: ClockPlace(row, pitch) for row, name in enumerate(names)}
        self.rows = [self._row(name) for name in STORY]
        self.library, self.timed = library, VGroup()
        self.heads = VGroup(
            *(
                Label(words[key], LABEL, theme.muted, x=x, baseline=HEAD_BASELINE)
                for key, x in (("counted", COUNTED_X), ("timed", TIMED_X))
            )
        )

    def _note(self) -> GroupOf[Label]:
        """Return what is said of the measurement: below it, or in its place."""
        measured = self.layer.measured is not None
        room = NOTE_WIDE if measured else WIDEST
        lines = lettering.wrap(self.words["note"], SMALL, room)
        beside = TIMED_X, HEAD_BASELINE + 2 * NOTE_LEADING
        x, first = (frame.LEFT, note_baseline(len(lines))) if measured else beside
        return paragraph(
            lines, SMALL, self.theme.muted, x=x, baseline=first, leading=NOTE_LEADING, anchor="left"
        )

    def set_out(self) -> Motions:
        """Let all go but the chart, whose rows become those of the table."""
        race = self.race
        gone = [part for part in (race.code, race.marks, race.frames, *race.counts) if part]
        yield vanish(*gone, race.matrices, race.before.rack, race.before.room, race.head)
        yield together(*(row.arrive() for row in self.rows))
        yield appear(self.heads, self.note)

    def _row(self, name: str) -> CountedRow:
        walk = list(self.layer.traces).index(name)
        claim = Claim("entry", (walk, 3), "misses")
        return CountedRow(self.theme, self.race.rows[name], self.places[name], claim, frame.LEFT)

    def all(self) -> VGroup:
        """Return all that stands there at the end."""
        return VGroup(*self.rows, self.heads, self.note, *self.timed)

    def run(self) -> Motions:
        """Let all clocks run at once, if somebody has measured; then point at what is said."""
        bars = dict(zip(self.places, self._bars(), strict=False))
        if bars:
            name = row_name(self.theme, self.library, self.places["library"], frame.LEFT)
            self.timed.add(name, *bars.values())
            yield appear(self.timed)
            yield Timing(list(bars.values()), run_time=RUN)
        yield NEXT_LINE
        yield from self._point(bars, LOOPS, ())
        yield NEXT_LINE
        yield from self._point(bars, TILES, LOOPS)

    def _bars(self) -> list[ClockBar]:
        measured = self.layer.measured
        if measured is None:
            return []
        row = len(measured.sizes) - 1
        return [
            ClockBar(
                self.theme,
                place,
                measured.of(name)[row],
                max(measured.seconds[row]),
                Claim("entry", (row, WALKS.index(name)), "seconds"),
            )
            for name, place in self.places.items()
        ]

    def _point(
        self, bars: Mapping[str, ClockBar], now: Sequence[str], before: Sequence[str]
    ) -> Motions:
        """Bring some seconds into focus, and others out of it."""
        colours = {**dict.fromkeys(before, self.theme.ink), **dict.fromkeys(now, self.theme.focus)}
        if bars:
            yield together(
                *(
                    animate(bars[name].number, run_time=SHORT).set_fill(colour)
                    for name, colour in colours.items()
                )
            )
