"""The ingredients of the example on their shelf; the first one is elsewhere."""

from scenes.kit.bar.shelf import Shelf
from scenes.kit.bar.shelf_geometry import wide_shelf
from scenes.kit.ground.motion import appear
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        shelf = Shelf(self.theme, self.book, wide_shelf(self.book, self.lang))
        self.beat("shown", appear(shelf.plank, shelf.names, *shelf.bottles[1:], shelf.ghost(0)))
