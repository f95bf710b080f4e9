"""How far colours are apart, in normal sight and without one of the three kinds of cones.

Sight is that of Machado, Oliveira and Fernandes (2009) at full severity, distance that of CAM02-UCS
(Luo, Cui and Li 2006): about 1 is the least that can be told apart side by side.
Pure: NumPy and colorspacious.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import numpy as np
from colorspacious import cspace_convert
from numpy.typing import NDArray

from scenes.production.gate.contrast import channels

# as colorspacious names them; at full severity the -anomalies are the -anopias
SIGHTS = {
    "normal": None,
    "deuteranopic": "deuteranomaly",
    "protanopic": "protanomaly",
    "tritanopic": "tritanomaly",
}


@dataclass(frozen=True)
class Pair:
    """Two colours, by their places in the palette, and their distance in one kind of sight."""

    one: int
    other: int
    sight: str
    distance: float


@cache
def distances(colours: tuple[str, ...]) -> tuple[Pair, ...]:
    """Return the distances of every two colours in every kind of sight, the smallest first."""
    return tuple(sorted(_distances(colours), key=lambda pair: pair.distance))


def _distances(colours: Sequence[str]) -> Iterator[Pair]:
    for sight in SIGHTS:
        places = cspace_convert(seen(colours, sight), "sRGB1", "CAM02-UCS")
        for one, other in combinations(range(len(colours)), 2):
            apart = float(np.linalg.norm(places[one] - places[other]))
            yield Pair(one, other, sight, apart)


def seen(colours: Sequence[str], sight: str) -> NDArray[np.float64]:
    """Return colours as they look in one kind of sight: red, green and blue of 0 to 1."""
    shown: NDArray[np.float64] = np.array([channels(colour) for colour in colours]) / 255
    if SIGHTS[sight] is None:
        return shown
    lacking = {"name": "sRGB1+CVD", "cvd_type": SIGHTS[sight], "severity": 100}
    looks: NDArray[np.float64] = np.clip(cspace_convert(shown, lacking, "sRGB1"), 0, 1)
    return looks
