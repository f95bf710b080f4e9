"""A row meets a column: term by term, while a running sum rises."""

from scenes.kit.ground.motion import appear
from scenes.kit.product.entries import first_entry
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.meeting import Meeting
from scenes.kit.stage.chapter import Chapter
from scenes.kit.sums.running_sum import running_sum


class Example(Chapter):
    def construct(self) -> None:
        view = FalkView(self.theme, self.product("bill"), self.lang)
        meeting = Meeting(view, running_sum(view, 0), 0, 1)
        self.beat("shown", appear(view), first_entry(meeting))
