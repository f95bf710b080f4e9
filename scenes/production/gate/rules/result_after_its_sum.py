"""No result is shown before its factors, nor, in a row that is summed on stage, before its sum.

The factors of a layer may be pictures: of its results one is only asked that a sum which has begun
is complete.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenes.kit.stage.claims import Claim
from scenes.production.gate.finding import Finding
from scenes.production.gate.performance import Performance

FIX = "fill the cell when its sum is complete: Meeting.finish, or fill_in_a_wave"


def check(performance: Performance) -> Iterator[Finding]:
    """Find results that are there too early."""
    seen, told = set[Claim](), set[Claim]()
    summed = {
        number.claim.at[0]
        for moment in performance.moments
        for number in moment.numbers
        if number.claim and number.claim.quantity == "partial" and not number.claim.of
    }
    for moment in performance.moments:
        shown = [n for n in moment.numbers if n.claim is not None and not n.counting]
        seen |= {number.claim for number in shown if number.claim}
        for number in shown:
            if number.claim and number.claim.quantity == "result" and number.claim not in told:
                told.add(number.claim)
                inner = performance.ledger.inner(number.claim.of)
                for fault in _missing(number.claim, seen, summed, inner):
                    yield Finding(moment.beat, moment.seconds, fault, number.box, number.name)


def _missing(claim: Claim, seen: set[Claim], summed: set[int], inner: int) -> Iterator[str]:
    (i, j), of = claim.at, claim.of
    partials = [Claim("partial", (i, j, k), of) for k in range(inner)]
    begun = not seen.isdisjoint(partials) if of else i in summed
    if begun and partials[-1] not in seen:
        yield f"{claim} is shown before its running sum is complete"
    if of:
        return
    factors = [c for k in range(inner) for c in (Claim("value", (i, k)), Claim("share", (k, j)))]
    absent = [str(factor) for factor in factors if factor not in seen]
    if absent:
        yield f"{claim} is shown before {absent[0]} was"
