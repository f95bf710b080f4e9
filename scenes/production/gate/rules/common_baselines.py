"""Labels that belong to one row share a baseline: almost the same one is a slip.

Of one row are the numerals in equal cells of one quantity, the terms of a sum, the heading with its
shape line, and the texts of one kind (heads, names, shares) at one height.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from scenes.production.gate.finding import Finding
from scenes.production.gate.moment import Moment, SeenNumber, SeenText
from scenes.production.gate.performance import Performance

FIX = "set them on one baseline: cap_centred of one middle, or the same first baseline"
EQUAL = 1.5  # pixels
ROW = 0.4  # of the size: baselines that are nearer are meant to be one


def check(performance: Performance) -> Iterator[Finding]:
    """Find texts of one row that stand a little higher or lower than the others."""
    for moment in performance.moments:
        for kin in _kinds(moment):
            for upper, lower in pairwise(sorted(kin, key=lambda text: text.baseline)):
                apart = lower.baseline - upper.baseline
                if EQUAL < apart < ROW * min(upper.size, lower.size):
                    what = f'"{upper.text}" and "{lower.text}" are {apart:.1f} px off one baseline'
                    yield Finding(moment.beat, moment.seconds, what, lower.box, lower.name)


def _kinds(moment: Moment) -> Iterator[list[SeenText]]:
    kinds: dict[object, list[SeenText]] = defaultdict(list)
    for text in moment.texts:
        kinds[_kind(text)].append(text)
    yield from kinds.values()


def _kind(text: SeenText) -> object:
    if "/Heading" in text.role or "/ShapeLine" in text.role:
        return "heading"
    role = text.role.replace("/Group", "")  # a group is made where a part of it is taken away
    if isinstance(text, SeenNumber) and text.claim:
        quantity = text.claim.quantity
        if quantity in ("product", "result") and "/Cell" not in role:
            return "term"
        return role, quantity, text.cell and (round(text.cell.width), round(text.cell.height))
    return role
