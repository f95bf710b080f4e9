"""A program in type; the line that runs is lit, and two lines change places."""

from scenes.kit.code.code_line import CodeLine
from scenes.kit.code.listing import Listing, rewrite
from scenes.kit.ground.motion import appear
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        before, after = (self.loops(order) for order in ("ij", "ji"))
        self.beat(
            "shown",
            appear(*before.written, lag=0.5),
            before.light(2),
            before.light(-1),
            rewrite(before, after),
        )

    def loops(self, order: str) -> Listing:
        """Return two loops in this order."""
        heads = [CodeLine(depth, f"for {each} in range(n):") for depth, each in enumerate(order)]
        body = CodeLine(2, "C[i, j] = A[j, i]")
        return Listing(self.theme, [*heads, body], x=600, y=430, width=660)
