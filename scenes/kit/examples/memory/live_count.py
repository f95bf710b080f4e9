"""A count that is true at every moment of a walk."""

from scenes.kit.ground.motion import appear
from scenes.kit.ground.sizes import TOTAL
from scenes.kit.memory.live_count import LiveCount
from scenes.kit.memory.moving import Walking
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    layer_kind, default_layer = "cache", "eight_by_eight"

    def construct(self) -> None:
        trace = self.layer.traces["ijk"]
        counts, ink = trace.counts.sum(axis=1), self.theme.ink
        fetched = LiveCount(
            counts, "total_ijk", size=TOTAL, colour=ink, x=960, baseline=560, anchor="center"
        )
        whole = Walking(fetched, 0, trace.touches, run_time=2)
        self.beat("shown", appear(fetched), whole)
