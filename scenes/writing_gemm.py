"""Episode: write a matrix product by hand, then make it faster."""

from __future__ import annotations

from typing import ClassVar

from scenes.acts.writing_gemm.looping import Looping
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.numeral import Numeral
from scenes.kit.stage.script import Text


class WritingGemm(Chapter):
    """Three loops, the trays that they fetch, and why their order counts."""

    layer_kind: ClassVar[str | None] = "cache"
    default_layer: ClassVar[str | None] = "eight_by_eight"

    def construct(self) -> None:
        """Tell the episode, beat by beat."""
        loops = Looping(self.theme, self.layer, self.label("products"))
        self.beat("the_interview", loops.write())
        self.beat("three_loops", loops.run(), **self.counted())
        self.beat("two_walks", loops.swap(), **self.counted())

    def counted(self) -> dict[str, Text | str]:
        """Return the counts that the spoken lines name."""
        steps = self.layer.traces["ijk"].walk.steps
        return {"products": Numeral(len(steps), Claim("entry", (0,), "steps"))}
