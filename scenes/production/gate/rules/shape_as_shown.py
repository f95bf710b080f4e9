"""The rows that a shape line tells are the rows that stand on stage at the end of a beat.

How many terms and columns there are, the product itself knows; of its rows a chapter may show some.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenes.production.gate.finding import Finding
from scenes.production.gate.moment import Moment
from scenes.production.gate.performance import Performance

FIX = "let the shape line follow when rows come or go"


def check(performance: Performance) -> Iterator[Finding]:
    """Find counts of rows that are not those of the numbers in the picture."""
    for moment in performance.settled:
        for number in moment.numbers:
            claim = number.claim
            if claim is None or claim.quantity != "rows":
                continue
            shown = _rows(moment, claim.of)
            if shown and len(shown) != number.value:
                what = f"{number.text} rows are told of, {len(shown)} stand on stage"
                yield Finding(moment.beat, moment.seconds, what, number.box, number.name)


def _rows(moment: Moment, of: str) -> set[int]:
    claims = (number.claim for number in moment.numbers if number.claim)
    return {
        claim.at[0] for claim in claims if claim.of == of and claim.quantity in ("value", "result")
    }
