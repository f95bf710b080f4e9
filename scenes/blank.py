"""A scene to copy: rename this file, ``blank.toml`` and the class, then change the beats."""

from __future__ import annotations

from collections.abc import Iterator

from manim import Animation

from mathcore import trace_matmul
from scenes.kit.ground.motion import appear, vanish
from scenes.kit.product.product_view import ProductView
from scenes.kit.stage.chapter import NEXT_LINE, Chapter
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.phrases import measured


class Blank(Chapter):
    """Two beats: what is shown, and one of its parts while a second line is said."""

    def construct(self) -> None:
        """List the beats: each has a table of its name in the .toml, and one or more motions."""
        trace = trace_matmul(self.book.values, self.book.shares)
        self.picture = ProductView(self.theme, self.book, self.lang)
        first = Claim("result", (0, 0))  # what the number is: the gate looks it up
        total = measured(trace.result[0, 0], first, self.book.properties[0])
        self.beat("the_picture", appear(self.picture))
        self.beat("the_recipes", self.keep_the_recipes(), total=total)

    def keep_the_recipes(self) -> Iterator[Animation | str]:
        """Yield motions one after another; each is made when the one before has been played."""
        view = self.picture
        yield vanish(view.row, view.bottles, view.row_names, view.dot, view.equals)
        yield NEXT_LINE
        yield vanish(view.result, view.vessels, view.result_names)
