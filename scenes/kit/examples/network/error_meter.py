"""The error of a recorded run of learning, as a bar and as a number."""

from mathcore import learn_recipes
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.network.error_meter import ErrorMeter
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Ledger
from scenes.kit.stage.ledgers.learning import sources


class Example(Chapter):
    def ledger(self) -> Ledger:
        return super().ledger().joined(sources(self.book))

    def construct(self) -> None:
        losses = learn_recipes(self.book.shares.astype(float)).losses
        words = self.label("error"), self.label("step")
        meter = ErrorMeter(self.theme, Box(560, 400, 800, 160), losses, *words)
        self.beat("shown", appear(meter.show_step(5)))
