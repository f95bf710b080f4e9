"""Every graphic that carries meaning stands out from its ground: 3 : 1 (WCAG 2.2, 1.4.11).

All that is drawn carries meaning, but what is declared to be only for the eye.  A stroke has to
stand out from one of its two sides, an area from its surroundings along a third of its outline.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from scenes.kit.ground.frame import WIDTH
from scenes.production.gate.contrast import Pixels, channels, contrast, over, reached
from scenes.production.gate.finding import Finding
from scenes.production.gate.screening import Screening, Shot, standing
from scenes.production.gate.sight import Graphic

PIXELS = True
FIX = "draw its edge in a stronger role; if it carries no meaning, declare it for_the_eye"
LEAST = 3.0
BESIDE = 2.5  # pixels of the frame from a line to the ground beside it
FAR = 40.0  # levels between a line and its ground from which it is known whether it is covered
LINE, AREA = 0.8, 1 / 3  # of an outline has to stand out: a line may meet others


def check(film: Screening) -> Iterator[Finding]:
    """Find graphics that are too faint on their ground."""
    for shot in standing(film):
        for graphic in shot.graphics:
            ratio = measure(shot, graphic)
            if ratio < LEAST:
                colour = graphic.stroke or graphic.fill
                what = f"{graphic.name} {colour} has a contrast of {ratio:.2f} : 1"
                yield Finding(shot.beat, shot.seconds, what, graphic.box, graphic.name)


def measure(shot: Shot, graphic: Graphic) -> float:
    """Return the contrast of a graphic along its outline, where it is not covered."""
    line = graphic.stroke is not None
    colour = (graphic.stroke if line else graphic.fill) or ""
    opacity = graphic.stroke_opacity if line else graphic.fill_opacity
    aside = graphic.across * ((graphic.stroke_width / 2 if line else 0) + BESIDE)
    sides = [pixels_at(shot.ground, graphic.outline + way) for way in (aside, -aside)]
    ratios = np.max([contrast(over(side, colour, opacity), side) for side in sides], axis=0)
    seen = _uncovered(pixels_at(shot.ground, graphic.outline), colour, sides)
    near = ratios[seen & _inside(shot.ground, graphic.outline)]
    return reached(near, LINE if line else AREA) if len(near) else 21.0


def pixels_at(picture: Pixels, places: np.ndarray) -> Pixels:
    """Return the pixels of a picture at places of the frame."""
    rows, columns = picture.shape[:2]
    at = np.floor(places * (columns / WIDTH)).astype(int)
    found: Pixels = picture[np.clip(at[:, 1], 0, rows - 1), np.clip(at[:, 0], 0, columns - 1)]
    return found


def _inside(picture: Pixels, places: np.ndarray) -> np.ndarray:
    high = picture.shape[0] * WIDTH / picture.shape[1]
    inside: np.ndarray = np.all((places >= 0) & (places < (WIDTH, high)), axis=1)
    return inside


def _uncovered(drawn: Pixels, colour: str, sides: list[Pixels]) -> np.ndarray:
    """Return where a line can be seen; where it is near to its ground it counts as seen."""
    own = channels(colour).astype(float)
    away = np.linalg.norm(drawn - own, axis=1)
    ground = np.max([np.linalg.norm(side - own, axis=1) for side in sides], axis=0)
    seen: np.ndarray = (ground < FAR) | (away < 0.75 * ground)
    return seen
