"""A caption in its band: one line, or two where it is long."""

from scenes.kit.ground.motion import appear
from scenes.kit.stage.caption import Caption
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        self.captions = False  # a chapter shows the line of every beat itself
        line = self.script.beat("shown").lines[0][self.lang]
        self.beat("shown", appear(Caption(self.theme, line, self.lang)))
