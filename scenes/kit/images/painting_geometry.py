"""A picture as runs of equal tones, so that thousands of pixels are a few shapes.  Pure."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Tones = npt.NDArray[np.int64]  # (H, W): which tone of a palette a pixel has
Span = tuple[float, float]
OUTLIERS = 1.0  # per cent of the pixels, at either end, that take the last tone
OVERLAP = 0.6  # pixels of the frame by which runs cover each other, so that no seam is seen


def span_of(values: npt.NDArray[np.float64]) -> Span:
    """Return the values that the darkest and the brightest tone stand for."""
    low, high = np.percentile(values.astype(float), (OUTLIERS, 100 - OUTLIERS))
    return float(low), float(max(high, low + 1e-9))


def tones_of(values: npt.NDArray[np.float64], span: Span, count: int) -> Tones:
    """Return the tone of every value: the greater, the brighter.

    >>> tones_of(np.array([[0, 5, 9, 20]]), (0, 10), 10)
    array([[0, 5, 9, 9]])
    """
    low, high = span
    share = (values.astype(float) - low) / (high - low)
    return np.clip(np.floor(share * count), 0, count - 1).astype(np.int64)


def runs(tones: Tones) -> npt.NDArray[np.int64]:
    """Return the runs of equal tones, row by row: (tone, row, first column, column after the last).

    >>> runs(np.array([[7, 7, 3], [3, 3, 3]])).tolist()
    [[7, 0, 0, 2], [3, 0, 2, 3], [3, 1, 0, 3]]
    """
    height, width = tones.shape
    starts = np.ones((height, width), dtype=bool)
    starts[:, 1:] = tones[:, 1:] != tones[:, :-1]
    row, first = np.nonzero(starts)
    flat = row * width + first
    after = np.append(flat[1:], height * width)
    return np.column_stack([tones[row, first], row, first, first + after - flat])


def outlines(found: npt.NDArray[np.int64], side: float) -> npt.NDArray[np.float64]:
    """Return each run as three straight curves (n, 12, 2), in pixels of ``side``."""
    _, top, left, right = found.T.astype(float)
    right, bottom = right + OVERLAP / side, top + 1 + OVERLAP / side
    corners = np.stack([[left, top], [right, top], [right, bottom], [left, bottom]]).transpose(
        2, 0, 1
    )
    start, way = corners[:, :-1, None], np.diff(corners, axis=1)[:, :, None]
    shares = np.array([0, 1 / 3, 2 / 3, 1])[None, None, :, None]
    drawn: npt.NDArray[np.float64] = (start + shares * way).reshape(-1, 12, 2)
    return drawn


def palette_of(colours: npt.NDArray[np.int64], count: int) -> tuple[npt.NDArray[np.int64], Tones]:
    """Return ``count`` colours (count, 3) that a coloured picture can do with, and its tones.

    The box of colours that is widest is halved, until there are enough: the median cut.
    """
    flat = colours.reshape(-1, 3)
    boxes = [np.arange(len(flat))]
    while len(boxes) < count:
        widest = max(range(len(boxes)), key=lambda n: float(np.ptp(flat[boxes[n]], axis=0).max()))
        box = boxes.pop(widest)
        if len(box) < 2:
            boxes.append(box)
            break
        order = box[np.argsort(flat[box, np.ptp(flat[box], axis=0).argmax()], kind="stable")]
        boxes += [order[: len(order) // 2], order[len(order) // 2 :]]
    tones = np.zeros(len(flat), dtype=np.int64)
    for tone, box in enumerate(boxes):
        tones[box] = tone
    means = np.array([flat[box].mean(axis=0) for box in boxes])
    return np.round(means).astype(np.int64), tones.reshape(colours.shape[:2])
