"""The rule of the matrix product, what its symbols name, then the rule for all rows."""

from scenes.kit.product.rule import Rule, state
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        glosses = {symbol: self.label(symbol) for symbol in ("y", "x", "w")}
        rule = Rule(self.theme, glosses)
        self.beat("one_row", state(rule))
