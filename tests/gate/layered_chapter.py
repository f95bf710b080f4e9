"""A chapter whose numerals come from a layer file: a row, a column, their terms and their sum."""

from __future__ import annotations

from fractions import Fraction

from manim import VGroup

from mathcore import MatmulTrace
from scenes.kit.ground.motion import appear
from scenes.kit.ground.text import Number
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Claim, Quantity
from scenes.kit.stage.layers import sources
from scenes.kit.stage.numeral import Numeral

LINES = {"value": 300, "share": 420, "product": 560}  # baselines


class LayeredChapter(Chapter):
    """One row meets one column of a tiny layer."""

    layer_kind, default_layer = "tiny", "stripes"

    def construct(self) -> None:
        """Show the factors, then the terms with their total."""
        trace = sources(self.layer_path)["mix"]
        assert isinstance(trace, MatmulTrace)
        steps = list(trace.entry(0, 0))
        self.numbers: dict[tuple[Quantity, tuple[int, ...]], float | Fraction]
        self.numbers = {("value", (0, s.k)): s.left for s in steps}
        self.numbers |= {("share", (s.k, 0)): s.right for s in steps}
        self.beat("factors", appear(VGroup(*(self.number(*each) for each in self.numbers))))
        self.numbers = {("product", (0, 0, s.k)): s.product for s in steps}
        terms = [self.number(*each) for each in self.numbers]
        total = self.number("result", (0, 0), trace.result[0, 0])
        self.beat(
            "terms",
            appear(VGroup(*terms, total)),
            terms=Numeral(len(steps), Claim("inner", (), "mix")),
        )

    def number(
        self, quantity: Quantity, at: tuple[int, ...], value: float | Fraction | None = None
    ) -> Number:
        """Return a numeral in the line of its quantity, in the column of its term."""
        k = {"value": at[-1], "share": at[0], "product": at[-1]}.get(quantity, 3)
        shown = self.numbers[quantity, at] if value is None else value
        x, baseline = 400 + 300 * k, LINES.get(quantity, LINES["product"])
        claim = Claim(quantity, at, "mix")
        return Number(
            shown, 44, self.theme.ink, anchor="right", claim=claim, x=x, baseline=baseline
        )
