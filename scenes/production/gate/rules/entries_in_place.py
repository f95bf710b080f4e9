"""Entries in one row or column of the picture are in one row or column of the matrix.

Along it the other index rises: from left to right, or from top to bottom.  That holds for a matrix,
for its columns while they still lie as lines, and wherever a whole row or column stands in one
line, as in a formula.  Cells of a layer, as of a window that is unrolled, are in the order of their
indices.  Shares beside a glass are in the order of its layers, the first at the bottom.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise

from mathcore import MatmulTrace
from scenes.kit.ground.frame import Box
from scenes.kit.stage.claims import Ledger
from scenes.production.gate.finding import Finding
from scenes.production.gate.moment import Moment, SeenNumber
from scenes.production.gate.performance import Performance

FIX = "build the cells of one quantity from the array itself, cell (i, j) from entry (i, j)"
NEAR = 4.0  # pixels
BESIDE = ("/ShareLabel/", "/ShareMark/")  # what holds a share beside a glass
APART = 40.0  # pixels between the frames of two cells that belong to different matrices


def check(performance: Performance) -> Iterator[Finding]:
    """Find entries that stand in another entry's place, or twice."""
    for moment in performance.moments:
        for line in (*_lines(moment, _row), *_lines(moment, _column)):
            whole = _is_whole(line, performance.ledger)
            for before, after in pairwise(line):
                if not _follows(before, after) and (whole or _beside(moment, before, after)):
                    what = f"{after.claim} stands beside {before.claim}, out of order"
                    yield Finding(moment.beat, moment.seconds, what, after.box, after.name)
        for below, above in _beside_glasses(moment):
            if below.claim and above.claim and below.claim.at >= above.claim.at:
                what = f"{above.claim} stands above {below.claim}, beside another layer"
                yield Finding(moment.beat, moment.seconds, what, above.box, above.name)


def _beside_glasses(moment: Moment) -> Iterator[tuple[SeenNumber, SeenNumber]]:
    """Go through the shares beside one glass, each with the next one above it."""
    glasses: dict[tuple[str, int], list[SeenNumber]] = defaultdict(list)
    for number in moment.numbers:
        claim = number.claim
        if claim and claim.quantity == "share" and any(name in number.role for name in BESIDE):
            glasses[claim.of, claim.at[1]].append(number)
    for shares in glasses.values():
        for below, above in pairwise(sorted(shares, key=lambda share: -share.baseline)):
            if abs(below.box.x - above.box.x) < below.size:
                yield below, above


def _row(number: SeenNumber) -> tuple[float, float]:
    return number.baseline, number.box.centre[0]


def _column(number: SeenNumber) -> tuple[float, float]:
    x, y = number.box.centre
    return x, y


def _lines(
    moment: Moment, place: Callable[[SeenNumber], tuple[float, float]]
) -> Iterator[list[SeenNumber]]:
    """Go through the cells of one quantity that stand in line, each line in its order."""
    cells: dict[tuple[str, str], list[SeenNumber]] = defaultdict(list)
    for number in moment.numbers:
        claim = number.claim
        if claim and "/Cell" in number.role and (len(claim.at) == 2 or claim.quantity == "entry"):
            cells[claim.of, claim.quantity].append(number)
    for entries in cells.values():
        line: list[SeenNumber] = []
        for entry in sorted(entries, key=lambda entry: place(entry)[0]):
            if line and place(entry)[0] - place(line[-1])[0] > NEAR:
                yield sorted(line, key=lambda entry: place(entry)[1])
                line = []
            line.append(entry)
        yield sorted(line, key=lambda entry: place(entry)[1])


def _follows(before: SeenNumber, after: SeenNumber) -> bool:
    """Tell whether one index is the same and the other one rises; of a layer, their order."""
    one, other = (number.claim for number in (before, after) if number.claim)
    if one.of:
        return one.at < other.at
    (i, j), (m, n) = one.at, other.at
    return (i == m and j < n) or (j == n and i < m)


def _is_whole(line: list[SeenNumber], ledger: Ledger) -> bool:
    """Tell whether a line has every entry of one row or of one column of a matrix, each once."""
    claims = [number.claim for number in line if number.claim]
    source = ledger.source(claims[0].of) if claims and not claims[0].of else None
    if len(claims) < 2 or not isinstance(source, MatmulTrace):
        return False
    matrices = {"value": source.left, "share": source.right, "result": source.result}
    rows, columns = matrices[
        claims[0].quantity
    ].shape  # no other quantity has two indices and cells
    first, second = ({claim.at[axis] for claim in claims} for axis in (0, 1))
    row = len(first) == 1 and len(claims) == len(second) == columns
    return row or (len(second) == 1 and len(claims) == len(first) == rows)


def _beside(moment: Moment, before: SeenNumber, after: SeenNumber) -> bool:
    """Tell whether two entries stand in one matrix, and not in two that are level by chance."""
    one, other = (_frame(moment, number) for number in (before, after))
    across = max(other.x - one.right, one.x - other.right)
    down = max(other.y - one.bottom, one.y - other.bottom)
    return max(across, down) <= APART


def _frame(moment: Moment, number: SeenNumber) -> Box:
    """Return the box of the cell that an entry stands in."""
    x, y = number.box.centre
    boxes = [shape.box for shape in moment.shapes if "/Cell" in shape.name]
    around = [box for box in boxes if box.x < x < box.right and box.y < y < box.bottom]
    return min(around, key=lambda box: box.width * box.height, default=number.box)
