"""Numerals that count together, each to what it claims to be."""

from scenes.kit.ground.counting import Count, Counted
from scenes.kit.ground.sizes import TOTAL
from scenes.kit.ground.text import Number
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Claim


class Example(Chapter):
    def construct(self) -> None:
        values = self.book.values[0]
        numbers = [
            Number(
                0, TOTAL, self.theme.hue(k + 1).text, x=450 + 340 * k, baseline=560, anchor="center"
            )
            for k in range(len(values))
        ]
        counted = [
            Counted(number, 0, value, Claim("value", (0, k)))
            for k, (number, value) in enumerate(zip(numbers, values, strict=True))
        ]
        for each in counted:
            each.number.claim = each.claim
        self.beat("shown", Count(counted, run_time=1.5))
