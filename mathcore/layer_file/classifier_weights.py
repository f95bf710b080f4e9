"""The weights of a classifier as people have them: upright or turned, of two classes or one."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from mathcore.layer_file.tensor_files import TensorFile
from mathcore.readers.named_arrays import NamedArrays
from mathcore.readers.numbers import MOST_ENTRIES, Exact, Numbers, frozen

BIAS = ("bias", "intercept")
ALSO_BIAS = ("b", "b_")
WEIGHT = "weight"


def read_weights(
    file: TensorFile, size: tuple[int, int], classes: int | None, transposed: bool | None
) -> tuple[Exact, list[str]]:
    """Read weights, and lay them out with a row a pixel and a column a class.

    Parameters
    ----------
    file : TensorFile
        Where they are.
    size : (rows, columns)
        Of a picture.
    classes : int, optional
        How many there are; None takes as many as there are in the file.
    transposed : bool, optional
        Whether a row is a class.  It has to be said only where both would fit.

    Returns
    -------
    weights, said
        (pixels, classes) array of Fraction; what was done, in short sentences.

    Raises
    ------
    ValueError
        If they do not fit, or there is a bias too; the message goes on from the file's name.
    """
    numbers, arrays, name = file.read(MOST_ENTRIES)
    pixels = size[0] * size[1]
    is_turned = _is_turned(numbers, size, classes, transposed)
    said = list[str]()
    exact = numbers.exact.reshape(len(numbers.floats), -1)
    if is_turned:
        exact = exact.T
        said.append(
            f"weights {file.named} {numbers.shape} are turned: a row of them is a class, a column "
            "a pixel"
        )
    _refuse_bias(arrays, name, exact.shape[1])
    if exact.shape[1] == 1:
        exact = np.hstack([np.full((pixels, 1), Fraction(0), dtype=object), exact])
        said.append(
            f"weights {file.named} has one score for two classes: the first class scores 0, "
            "the second what they say"
        )
    return frozen(exact.copy()), said


def _is_turned(
    numbers: Numbers, size: tuple[int, int], classes: int | None, transposed: bool | None
) -> bool:
    """Tell whether a row is a class; by the shape, or else by what the layer file says."""
    pixels, shape = size[0] * size[1], numbers.shape
    rows, columns = shape if len(shape) == 2 else (*shape, 1) if len(shape) == 1 else (0, 0)
    upright = rows == pixels and _fits(columns, classes)
    turned = columns == pixels and _fits(rows, classes)
    ways = [way for way, fits in ((False, upright), (True, turned)) if fits]
    if len(ways) == 2 and not (numbers.floats == numbers.floats.T).all():
        if transposed is None:
            raise ValueError(
                f"has as many rows as columns, {rows}: write transposed = false where a row is a "
                "pixel, transposed = true where a row is a class, as in PyTorch and scikit-learn"
            )
        return transposed
    if not ways:
        raise ValueError(
            f"has shape {shape}; it needs {size[1]} × {size[0]} = {pixels} rows, a pixel each, of "
            f"{classes or '2 to 10'} entries, a class each; or the same transposed"
        )
    if transposed is not None and transposed not in ways:
        is_, other = ("a pixel", "true") if transposed is False else ("a class", "false")
        raise ValueError(f"has shape {shape}: a row is not {is_}; write transposed = {other}")
    return ways[0]


def _fits(count: int, classes: int | None) -> bool:
    """Tell whether there is a score for each class; of two, one will do."""
    if classes is None:
        return 1 <= count <= 10
    return count == classes or (count, classes) == (1, 2)


def _refuse_bias(arrays: NamedArrays, weights: str, scores: int) -> None:
    """Refuse weights that come with a bias: to leave it out would be another classifier."""
    for name in _biases(arrays, weights):
        shape = arrays.shapes[name]
        if np.prod(shape, dtype=object) == scores and arrays.read(name).floats.any():
            raise ValueError(
                f'also holds "{name}", which is not 0, and here scores have no bias: train with '
                "bias=False in PyTorch, fit_intercept=False in scikit-learn"
            )


def _biases(arrays: NamedArrays, weights: str) -> Iterator[str]:
    """Go through the arrays that by their names are the bias of these weights."""
    if weights.endswith(WEIGHT) and weights.removesuffix(WEIGHT) + "bias" in arrays.shapes:
        yield weights.removesuffix(WEIGHT) + "bias"
        return
    for name in arrays.shapes:
        if name in ALSO_BIAS or any(word in name.lower() for word in BIAS):
            yield name
