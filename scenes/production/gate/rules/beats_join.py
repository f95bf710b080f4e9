"""The last frame of a beat is the first of the next, so that clips can be shown one by one.

Captions count too: they change only from the second frame on.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from scenes.kit.ground.frame import WIDTH, Box
from scenes.production.gate.contrast import Pixels
from scenes.production.gate.finding import Finding
from scenes.production.gate.screening import Screening

PIXELS = True
FIX = "bring it in with a motion of the next beat; do not add or remove it between the beats"
DIFFERENT = 16  # levels; less is what rounding does
MOST_PIXELS = 12


def check(film: Screening) -> Iterator[Finding]:
    """Find jumps between beats."""
    for before, after in pairwise(film.joins):
        box = jump(before.last, after.first)
        if box is not None:
            what = f"the picture jumps from the end of {before.beat}"
            yield Finding(after.beat, after.start, what, box)


def jump(before: Pixels, after: Pixels) -> Box | None:
    """Return where two pictures differ, if they do."""
    apart = np.abs(before.astype(np.int16) - after).max(axis=-1) > DIFFERENT
    if apart.sum() <= MOST_PIXELS:
        return None
    scale = WIDTH / before.shape[1]
    rows, columns = (np.flatnonzero(apart.any(axis=axis)) * scale for axis in (1, 0))
    x, y = float(columns[0]), float(rows[0])
    return Box(x, y, float(columns[-1]) - x + scale, float(rows[-1]) - y + scale)
