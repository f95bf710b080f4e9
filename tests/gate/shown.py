"""Numbers on a small stage: factors, terms, their total; and the rules about numbers they break."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any

import pytest
from manim import Animation, Mobject

from scenes.kit.ground.motion import appear
from scenes.kit.ground.text import Number
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.numeral import Numeral
from scenes.production.gate.judging import all_rules
from scenes.production.gate.performance import rehearse

SCRIPT = """
title = { en = "Try", zh = "试" }
[first]
en = "A line: {number}."
zh = "一行：{number}。"
[second]
en = "Another."
zh = "再一行。"
"""


Making = Callable[[Chapter], Iterable[Animation]]
TOTAL = Claim("result", (0, 0))
SAID = Numeral(17, TOTAL)


@pytest.fixture
def broken_rules(tried: Callable[..., type[Chapter]]) -> Callable[..., set[str]]:
    """Return a function that plays motions in two beats and names the number rules they break."""

    def play(
        *beats: Making, number: Numeral = SAID, words: str = SCRIPT, example: str = "cocktails"
    ) -> set[str]:
        def construct(self: Chapter) -> None:
            for name, motions in zip(("first", "second"), beats, strict=False):
                self.beat(name, later(self, motions), number=number)

        scene = tried(words, construct=construct)
        performance = rehearse(scene, example=example, frame_rate=15)
        return {name for name in NUMBER_RULES if list(all_rules()[name].check(performance))}

    return play


NUMBER_RULES = (
    "caption_as_written",
    "drawn_as_said",
    "entries_in_place",
    "equation_adds_up",
    "ledger_agrees_with_oracle",
    "numeral_has_source",
    "numeral_is_true",
    "result_after_its_sum",
    "scale_in_proportion",
    "shape_as_shown",
)
INK = "#FFFFFF"


def later(scene: Chapter, motions: Making) -> Iterator[Animation]:
    """Make the motions when the beat has begun, as a chapter does."""
    yield from motions(scene)


def number(
    value: float | Fraction,
    claim: Claim | None = None,
    *,
    x: float = 500.0,
    baseline: float = 500.0,
    **options: Any,
) -> Number:
    return Number(value, 44, INK, x=x, baseline=baseline, claim=claim, **options)


def terms(
    *products: float | Fraction,
    total: float | Fraction = 17,
    claims: Sequence[tuple[int, ...]] = ((0, 0, 0), (0, 0, 1), (0, 0, 2), (0, 0, 3)),
) -> list[Number]:
    """Return ``8 + 9 + 0 + 0 = 17``, after every factor was seen."""
    line = [
        number(value, Claim("product", at), x=200 + 100 * n)
        for n, (value, at) in enumerate(zip(products, claims, strict=False))
    ]
    return [*line, number(total, Claim("result", (0, 0)), x=900)]


def factors() -> list[Number]:
    """Return the first row and the first column of the cocktails, out of the way."""
    row = [number(v, Claim("value", (0, k)), baseline=200) for k, v in enumerate((40, 20, 0, 0))]
    shares = (Fraction(1, 5), Fraction(9, 20), Fraction(1, 10), Fraction(1, 4))
    return row + [number(s, Claim("share", (k, 0)), baseline=300) for k, s in enumerate(shares)]


def showing(*labels: Mobject) -> Making:
    return lambda scene: [appear(*labels)]
