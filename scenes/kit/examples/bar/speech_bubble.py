"""A guest says a word."""

from scenes.kit.bar.speech_bubble import SpeechBubble
from scenes.kit.ground.motion import appear
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        bubble = SpeechBubble(self.theme, self.label("word"), x=760, y=440)
        self.beat("shown", appear(bubble))
