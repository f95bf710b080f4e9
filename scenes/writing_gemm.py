"""Episode: write a matrix product by hand, then make it faster."""

from __future__ import annotations

from typing import ClassVar

from scenes.acts.writing_gemm.cases import TOLD, most_of_a_tray, said_of
from scenes.acts.writing_gemm.clocking import Clocking
from scenes.acts.writing_gemm.levels_view import LevelsView
from scenes.acts.writing_gemm.looping import Looping
from scenes.acts.writing_gemm.racing import Racing
from scenes.acts.writing_gemm.shelving import Shelving
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.motions import Motions
from scenes.kit.stage.script import Text


class WritingGemm(Chapter):
    """Three loops, the trays that they fetch, and why their order counts."""

    layer_kind: ClassVar[str | None] = "cache"
    default_layer: ClassVar[str | None] = "eight_by_eight"

    def construct(self) -> None:
        """Tell the episode, beat by beat."""
        counted = self.counted()
        loops = Looping(self.theme, self.layer, self.label("products"))
        self.beat("the_interview", loops.write())
        self.beat("three_loops", loops.run(), **counted)
        self.beat("two_walks", loops.swap(), **counted)

        shelf = self.shelf(loops)
        self.beat("the_tray", shelf.store(loops.clear()), shelf.fetch(), **counted)
        race = self.race(shelf)
        self.beat("down_the_column", race.unstore(), race.first(), **counted)
        self.beat("along_the_row", race.along(), **counted)
        self.beat("down_two_columns", race.down(), **counted)
        self.beat("tiles", race.tile(), **counted)
        clock = self.clock(race)
        self.beat("the_clock", clock.set_out(), clock.run(), **counted)
        if self.layer.levels:
            self.beat("all_the_way_down", *self.descend(clock), **counted)

    def shelf(self, loops: Looping) -> Shelving:
        """Return the shelf that the matrices are put on."""
        at_hand = self.label("room", **self.counted())
        most = most_of_a_tray(self.layer)
        return Shelving(self.theme, self.layer, loops.matrices, most, at_hand)

    def race(self, shelf: Shelving) -> Racing:
        """Return the walks that are counted."""
        names = {name: self.label(f"walk_{name}") for name in TOLD}
        return Racing(self.theme, self.layer, shelf, names, self.label("fetched"))

    def clock(self, race: Racing) -> Clocking:
        """Return the table of counts and seconds."""
        words = {key: self.label(key, **self.counted()) for key in ("counted", "timed", "note")}
        return Clocking(self.theme, self.layer, race, words, self.label("walk_library"))

    def descend(self, clock: Clocking) -> tuple[Motions, ...]:
        """Return the tiles of a real machine's levels, one around another."""
        adds = [self.label(f"adds_{what}") for what in ("vectors", "packing", "cores")]
        view = LevelsView(self.theme, self.lang, self.layer, adds, self.label("scale"))
        return view.innermost(clock.all()), view.outwards()

    def counted(self) -> dict[str, Text | str]:
        """Return the counts that the spoken lines name, and the cases that they are told by."""
        return said_of(self.layer)
