"""Integrated loudness after ITU-R BS.1770-4, written out: to hold FFmpeg's against."""

from __future__ import annotations

import numpy as np

BLOCK, STEP = 19_200, 4_800  # 400 ms at 48 kHz, three quarters overlapped
SHELF = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (-1.69065929318241, 0.73248077421585),
)
PASS = ((1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621))


def integrated_loudness(samples: np.ndarray) -> float:
    """Return the loudness of 48 kHz samples in LUFS: gated at −70, then at 10 below the mean."""
    quick = samples.shape[1] + -samples.shape[1] % BLOCK  # a length that the transform likes
    weighted = np.fft.irfft(np.fft.rfft(samples, quick) * _response(quick), quick)
    starts = range(0, samples.shape[1] - BLOCK + 1, STEP)
    power = np.array([(weighted[:, at : at + BLOCK] ** 2).mean(axis=1).sum() for at in starts])
    power = power[_lufs(power) > -70]
    return float(_lufs(power[_lufs(power) > _lufs(power.mean()) - 10].mean()))


def _lufs(power: np.ndarray) -> np.ndarray:
    loudness: np.ndarray = -0.691 + 10 * np.log10(np.maximum(power, 1e-12))
    return loudness


def _response(length: int) -> np.ndarray:
    """Return what the two filters of the K-weighting do to each frequency."""
    delay = np.exp(-2j * np.pi * np.fft.rfftfreq(length))
    response: np.ndarray = np.ones_like(delay)
    for (b0, b1, b2), (a1, a2) in (SHELF, PASS):
        response *= (b0 + b1 * delay + b2 * delay**2) / (1 + a1 * delay + a2 * delay**2)
    return response
