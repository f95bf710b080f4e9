"""The title of what is being shown."""

from scenes.kit.ground.motion import appear
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.heading import Heading


class Example(Chapter):
    def construct(self) -> None:
        self.beat("shown", appear(Heading(self.theme, self.book.name[self.lang])))
