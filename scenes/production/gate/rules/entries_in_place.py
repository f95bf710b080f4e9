"""The entries of a matrix stand in its rows and columns: i from top to bottom, j from left to right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from scenes.production.gate.finding import Finding
from scenes.production.gate.moment import Moment, SeenNumber
from scenes.production.gate.performance import Performance

FIX = "build the cells of one quantity with one MatrixGrid, from the array itself"
NEAR = 4.0  # pixels


def check(performance: Performance) -> Iterator[Finding]:
    """Find entries that stand in another entry's place, or twice."""
    for moment in performance.moments:
        for quantity, cells in _grids(moment).items():
            for number, fault in _misplaced(quantity, cells):
                yield Finding(moment.beat, moment.seconds, fault, number.box, number.name)


def _grids(moment: Moment) -> dict[str, list[SeenNumber]]:
    grids: dict[str, list[SeenNumber]] = defaultdict(list)
    for number in moment.numbers:
        if number.claim and "/Cell" in number.role and len(number.claim.at) == 2:
            grids[number.claim.quantity].append(number)
    return grids


def _misplaced(quantity: str, cells: list[SeenNumber]) -> Iterator[tuple[SeenNumber, str]]:
    rows, columns = _indices(cells, 0), _indices(cells, 1)
    seen: set[tuple[int, ...]] = set()
    for cell in cells:
        at = cell.claim.at if cell.claim else ()
        place = (rows[round(cell.baseline)], columns[round(cell.box.centre[0])])
        if at in seen:
            yield cell, f"{quantity}{list(at)} is shown twice"
        elif at != place:
            yield cell, f"{quantity}{list(at)} stands in the place of {quantity}{list(place)}"
        seen.add(at)


def _indices(cells: list[SeenNumber], axis: int) -> dict[int, int]:
    """Return the index of each place along an axis, counted by the places themselves.

    The first place has the smallest index that is claimed, since a part of a matrix may stand alone.
    """
    at = [round(cell.baseline if axis == 0 else cell.box.centre[0]) for cell in cells]
    claimed = sorted({cell.claim.at[axis] for cell in cells if cell.claim})
    groups: list[list[int]] = []
    for place in sorted(set(at)):
        if groups and place - groups[-1][-1] <= NEAR:
            groups[-1].append(place)
        else:
            groups.append([place])
    known = [*claimed, *range(claimed[-1] + 1, claimed[-1] + 1 + len(groups))]
    return {place: known[n] for n, group in enumerate(groups) for place in group}
