"""Everything that is written can be read: 4.5 : 1 on what is really under it (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from scenes.kit.ground.frame import WIDTH, Box
from scenes.production.gate.contrast import Pixels, contrast, over, reached
from scenes.production.gate.finding import Finding
from scenes.production.gate.screening import Screening, Shot
from scenes.production.gate.sight import Lettering

PIXELS = True
FIX = "take a stronger role (ink on a hue's ground, a hue on the background), or a calmer ground"
LEAST = 4.5
DIFFERENT = 12  # levels by which a pixel differs from the ground where something is written
MOST = 0.9  # of the ground has to be calm enough: single pixels are edges
AROUND = 2  # pixels that a box is widened by
NEAR = 1  # pixels around the letters that count as their ground


def check(film: Screening) -> Iterator[Finding]:
    """Find lettering that is too faint on its ground."""
    for shot in film.shots:
        for letters in shot.letters:
            ratio = measure(shot, letters)
            if ratio < LEAST:
                what = f'"{letters.name}" {letters.colour} has a contrast of {ratio:.2f} : 1'
                yield Finding(shot.beat, shot.seconds, what, letters.box, letters.name)


def measure(shot: Shot, letters: Lettering) -> float:
    """Return the contrast of lettering with the worst of the ground close to it."""
    place = window(shot.ground, letters.box)
    ground, picture = shot.ground[place], shot.picture[place]
    apart = np.abs(picture.astype(np.int16) - ground).max(axis=-1) > DIFFERENT
    near = _spread(apart) if apart.any() else np.ones_like(apart)
    under = ground[near]
    if not len(under):
        return 21.0  # out of the frame
    return reached(contrast(over(under, letters.colour, letters.opacity), under), MOST)


def window(picture: Pixels, box: Box) -> tuple[slice, slice]:
    """Return the rows and columns of a picture that a box of the frame covers."""
    scale = picture.shape[1] / WIDTH
    spans = ((box.y, box.bottom), (box.x, box.right))
    rows, columns = (
        slice(max(0, int(low * scale) - AROUND), max(0, int(high * scale) + AROUND + 1))
        for low, high in spans
    )
    return rows, columns


def _spread(mask: np.ndarray) -> np.ndarray:
    """Return a mask with the pixels around it."""
    wide = np.pad(mask, NEAR)
    steps = range(2 * NEAR + 1)
    rows, columns = mask.shape
    shifted = [wide[r : r + rows, c : c + columns] for r in steps for c in steps]
    spread: np.ndarray = np.any(shifted, axis=0)
    return spread
