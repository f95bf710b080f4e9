"""A picture of one's own that a classifier is shown: that of a file, or a table of its pixels."""

from __future__ import annotations

import math
from fractions import Fraction
from pathlib import Path

import numpy as np

from mathcore.classifying import classify
from mathcore.layer_file.classifier_samples import Samples
from mathcore.layer_file.framing import read_framed
from mathcore.layer_file.picture import brightness
from mathcore.layer_file.reading import file_named
from mathcore.layer_file.tensor_files import TensorFile
from mathcore.readers.numbers import Exact, Numbers, frozen
from mathcore.readers.pictures import is_picture
from mathcore.recipe_file.tables import Table, show
from mathcore.shrinking import WHITE


def read_own(
    root: Table, file: TensorFile, size: tuple[int, int], brightest: int, samples: Samples
) -> Exact | None:
    """Give the pixels of the file that ``shown`` names, row by row; None after its faults.

    A picture is cut to the shape that is needed and shrunk; one that is dark on light is turned
    into light on dark, as 0 is no ink, and that is said.  Its 0 to 255 become 0 to ``brightest``,
    rounded, halves up, if the pixels of all samples are whole.  A table has the pixels of one
    sample, in their rows or all in one.

    Returns
    -------
    (rows * columns,) array of Fraction, or None
    """
    if is_picture(file.path):
        return _of_picture(root, file.path, size, brightest, samples)
    try:
        numbers, _, _ = file.read(math.prod(size))
    except ValueError as fault:
        root.fault(f"shown: {file.named} {fault}")
        return None
    pixels, reach = numbers.exact, numbers.floats
    if pixels.size != math.prod(size) or reach.min() < 0 or reach.max() > brightest:
        root.fault(
            f"shown: {file.named} has shape {pixels.shape}; it needs {size[0]} × {size[1]} pixels, "
            f"each from 0 to {brightest}"
        )
        return None
    return frozen(pixels.reshape(-1))


def with_own(samples: Samples, pixels: Exact, weights: Exact) -> Samples:
    """Add a picture to samples, as the last of them: of the class that the weights say."""
    floats = pixels.astype(float)
    (label,) = classify(floats[np.newaxis], lambda _: pixels, weights).tolist()
    last = np.concatenate([[Fraction(label)], pixels])[np.newaxis]
    known, count = samples.numbers, samples.count

    def exactly(where: slice) -> Exact:
        first, after, _ = where.indices(count + 1)
        found = known.exactly(slice(first, min(after, count)))
        return np.concatenate([found, last]) if after > count else found

    return Samples(Numbers(np.vstack([known.floats, last.astype(float)]), exactly))


def _of_picture(
    root: Table, path: Path, size: tuple[int, int], brightest: int, samples: Samples
) -> Exact | None:
    rows, columns = size
    image = read_framed(
        root, path, lambda own: (min(own[0], columns), min(own[1], rows)), rows * columns, "shown"
    )
    if image is None:
        return None
    name = f"shown: {show(file_named(root.get('shown')))}"
    if image.shape[:2] != size:
        high, wide = image.shape[:2]
        root.fault(f"{name} is {wide} × {high} pixels; it needs at least {columns} × {rows}")
        return None
    bright = brightness(image)
    if is_dark_on_light(bright):
        bright = WHITE - bright
        root.say(f"{name} is dark on light, and is turned into light on dark: 0 is no ink")
    exact = np.vectorize(lambda each: Fraction(int(each) * brightest, WHITE), otypes=[object])
    scaled = exact(bright.reshape(-1))
    if (samples.pixels == np.rint(samples.pixels)).all():
        scaled = np.array([Fraction(math.floor(each + Fraction(1, 2))) for each in scaled])
    return frozen(scaled)


def is_dark_on_light(bright: np.ndarray) -> bool:
    """Tell whether a picture of 0 to 255 has a light edge: the mean around it is above half.

    Examples
    --------
    >>> is_dark_on_light(np.array([[255, 255, 255], [255, 0, 255], [255, 255, 0]]))
    True
    >>> is_dark_on_light(np.array([[0, 0], [0, 255]]))
    False
    """
    edge = np.concatenate([bright[0], bright[-1], bright[1:-1, 0], bright[1:-1, -1]])
    return bool(2 * int(edge.sum()) > WHITE * len(edge))
