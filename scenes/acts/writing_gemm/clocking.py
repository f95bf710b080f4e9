"""The eighth beat: what was counted beside what a clock says."""

from __future__ import annotations

from collections.abc import Mapping

from manim import VGroup

from mathcore.layer_file.cache import CacheLayer
from mathcore.layer_file.seconds import WALKS
from scenes.acts.writing_gemm.clock_geometry import (
    COUNTED_X,
    HEAD_BASELINE,
    NOTE_BASELINE,
    NOTE_LEADING,
    NOTE_WIDE,
    TIMED_X,
    WIDEST,
    ClockPlace,
)
from scenes.acts.writing_gemm.clock_row import ClockBar, CountedRow, Timing, row_name
from scenes.acts.writing_gemm.racing import Racing
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.motion import appear, together, vanish
from scenes.kit.ground.sizes import LABEL, SMALL
from scenes.kit.ground.text import Label, paragraph
from scenes.kit.ground.theme import Theme
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.motions import Motions

STORY = ("jki", "ijk", "ikj", "tiles")
"""The walks as the table has them: by rights from the slowest to the quickest."""
RUN = 3.2  # seconds: of the film, for the longest that was measured


class Clocking:
    """The table of counts and seconds.

    ``words`` are its texts: ``counted`` and ``timed`` above the columns, ``note`` below.
    """

    def __init__(
        self, theme: Theme, layer: CacheLayer, race: Racing, words: Mapping[str, str], library: str
    ) -> None:
        self.theme, self.layer, self.race, self.words = theme, layer, race, words
        self.places = {name: ClockPlace(row) for row, name in enumerate((*STORY, "library"))}
        self.rows = [self._row(name) for name in STORY]
        self.library, self.timed = library, VGroup()
        self.heads = VGroup(
            *(
                Label(words[key], LABEL, theme.muted, x=x, baseline=HEAD_BASELINE)
                for key, x in (("counted", COUNTED_X), ("timed", TIMED_X))
                if words[key]
            )
        )
        self.note = self._note()

    def _note(self) -> GroupOf[Label]:
        """Return what is said of the measurement: below it, or in its place."""
        measured = self.layer.measured is not None
        room = NOTE_WIDE if measured else WIDEST
        x, first = (
            (frame.LEFT, NOTE_BASELINE)
            if measured
            else (TIMED_X, HEAD_BASELINE + 2 * NOTE_LEADING)
        )
        lines = lettering.wrap(self.words["note"], SMALL, room)
        return paragraph(
            lines, SMALL, self.theme.muted, x=x, baseline=first, leading=NOTE_LEADING, anchor="left"
        )

    def set_out(self) -> Motions:
        """Let all go but the chart, whose rows become those of the table."""
        race = self.race
        gone = [part for part in (race.code, race.marks, race.frames, *race.counts) if part]
        yield vanish(*gone, race.matrices, race.before.rack, race.head)
        yield together(*(row.arrive() for row in self.rows))
        yield appear(self.heads, self.note)
        yield NEXT_LINE

    def _row(self, name: str) -> CountedRow:
        walk = list(self.layer.traces).index(name)
        claim = Claim("entry", (walk, 3), "misses")
        return CountedRow(
            self.theme, self.race.rows[name], self.places[name], claim, frame.LEFT
        )

    def all(self) -> VGroup:
        """Return all that stands there at the end."""
        return VGroup(*self.rows, self.heads, self.note, *self.timed)

    def run(self) -> Motions:
        """Let all clocks run at once, if somebody has measured."""
        measured = self.layer.measured
        if measured is not None:
            row = len(measured.sizes) - 1
            most = max(measured.seconds[row])
            bars = [
                ClockBar(
                    self.theme,
                    place,
                    measured.of(name)[row],
                    most,
                    Claim("entry", (row, WALKS.index(name)), "seconds"),
                )
                for name, place in self.places.items()
            ]
            name = row_name(self.theme, self.library, self.places["library"], frame.LEFT)
            self.timed.add(name, *bars)
            yield appear(self.timed)
            yield Timing(bars, run_time=RUN)
        yield NEXT_LINE
