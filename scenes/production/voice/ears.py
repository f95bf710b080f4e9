"""A voice is heard in both ears, and from one loudspeaker too, however it was recorded.

It is decided block by block, of those in which somebody speaks, and then for all of a recording:

- In a block of *opposite phase* one loudspeaker, which plays the sum of both ears, has less than
  half the amplitude that their difference has. Where more than a few blocks are so, one ear is
  turned over in them.
- In a *one-sided* block one ear is 12 dB louder than the other. Where at least half are so, both
  ears get the sum.

What is none of these stays as it was recorded.
"""

from __future__ import annotations

from enum import StrEnum
from typing import cast

import numpy as np
import numpy.typing as npt

from scenes.production.voice.sound import RATE, Samples

BLOCK = RATE // 10 * 4  # 0.4 s, as loudness is measured
SPEAKS = 1e-3  # of the power of the loudest block
LOUDER = 10**1.2  # 12 dB, in power: what the ear takes for "from that side"
VANISHES = 4  # times the power of the sum: half the amplitude
FEW = 0.05  # of the blocks

Blocks = npt.NDArray[np.bool_]


class Ears(StrEnum):
    """What was done, so that a voice is heard in both ears."""

    KEPT = "as recorded"
    TURNED = "one ear turned over: they were of opposite phase"
    PARTLY_TURNED = "one ear turned over now and then: there they were of opposite phase"
    SUM = "the sum in both ears: it was in one ear"


def in_both_ears(samples: Samples) -> tuple[Samples, Ears]:
    """Return a voice so that it is heard in both ears, and what that took.

    Parameters
    ----------
    samples : (2, n) array
        The left ear and the right one.

    Examples
    --------
    >>> voice = np.sin(np.arange(RATE, dtype=np.float32))
    >>> both, done = in_both_ears(np.stack([voice, 0 * voice]))
    >>> done.name, bool((both == voice).all())
    ('SUM', True)
    >>> in_both_ears(np.stack([voice, -voice]))[1].name
    'TURNED'
    """
    left, right = samples - samples.mean(axis=1, keepdims=True)
    speaks, done = _speaks(left, right), Ears.KEPT
    opposite = _is_opposite(left, right)[speaks]
    if opposite.mean() > FEW:
        right = right * _signs(speaks, opposite, len(right))
        done = Ears.TURNED if opposite.mean() >= 1 - FEW else Ears.PARTLY_TURNED
    if _is_one_sided(left, right)[speaks].mean() >= 1 / 2:
        return np.stack([left + right] * 2), Ears.SUM
    return (samples, done) if done is Ears.KEPT else (np.stack([left, right]), done)


def _is_opposite(left: Samples, right: Samples) -> Blocks:
    """Tell of each block whether one loudspeaker would lose it."""
    return VANISHES * _power(left + right) < _power(left - right)


def _is_one_sided(left: Samples, right: Samples) -> Blocks:
    """Tell of each block whether it is in one ear."""
    quiet, loud = np.sort([_power(left), _power(right)], axis=0)
    one_sided: Blocks = LOUDER * quiet <= loud
    return one_sided


def _speaks(left: Samples, right: Samples) -> Blocks:
    power = _power(left) + _power(right)
    return cast(Blocks, power >= SPEAKS * power.max())


def _signs(speaks: Blocks, opposite: Blocks, length: int) -> npt.NDArray[np.float32]:
    """Return for each sample 1, or −1 where one ear is turned over, without a jump between them."""
    middles = BLOCK * (np.flatnonzero(speaks) + 0.5)
    signs = np.interp(np.arange(length), middles, np.where(opposite, -1.0, 1.0))
    return signs.astype(np.float32)


def _power(ear: Samples) -> npt.NDArray[np.float64]:
    """Return the power of every block; the last one may be short."""
    squares = np.square(ear, dtype=np.float64)
    return np.add.reduceat(squares, np.arange(0, len(squares), BLOCK))
