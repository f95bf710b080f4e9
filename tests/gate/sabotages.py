"""What can be wrong in a reader, a formatter, a loader or a trace: a list for each chapter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from math import floor
from typing import Any

import numpy as np
import numpy.typing as npt

from mathcore import kernels, layers, learning, numerals, shrinking, tasting, windows
from mathcore.layer_file import classifier, classifier_weights, picture, picture_parts
from mathcore.layer_file.classifier_samples import Samples
from mathcore.layer_file.picture_kernels import Kernels
from mathcore.recipe_file import mixtures, numbers, properties
from mathcore.recipe_file.amounts import Amounts
from mathcore.windows import Windows
from scenes.kit.bar import ticks
from tests.gate.cache_sabotages import CACHE
from tests.gate.sabotage import (
    Sabotage,
    after,
    before,
    given,
    instead,
    method,
    printed,
    rounded,
    trace,
    value,
)

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def ends_changed(found: Sequence[Any]) -> tuple[Any, ...]:
    return (found[-1], *found[1:-1], found[0])


def each(change: Callable[[Fraction], Fraction]) -> Callable[[np.ndarray], Any]:
    """Change every entry of a table of exact numbers."""
    return np.vectorize(change, otypes=[object])


SHARES: dict[str, Sabotage] = {
    "reader: each ingredient has its neighbour's share": method(
        Amounts, "along", lambda row: [*row[1:], *row[:1]]
    ),
    "reader: the outer mixtures change places": after(mixtures.read_mixtures, ends_changed),
    "printing: a percentage without its sign": after(
        numerals.format_percent, lambda text: text.removesuffix("%")
    ),
    "printing: a percentage with a space": after(
        numerals.format_percent, lambda text: text.replace("%", f"{NO_BREAK_SPACE}%")
    ),
    "printing: no 0 before the point": printed(
        lambda text: text[1:] if text.startswith("0.") else text
    ),
}
RECIPES: dict[str, Sabotage] = {
    "reader: every value twice as large": after(numbers.read_value, lambda value: 2 * value),
    "reader: each ingredient has its neighbour's value": method(
        Amounts, "along", lambda row: [*row[1:], *row[:1]]
    ),
    "reader: the last ingredient is forgotten": method(
        Amounts, "along", lambda row: [*row[:-1], Fraction(0)]
    ),
    "reader: the outer properties change places": after(properties.read_properties, ends_changed),
    "reader: values are cut to whole numbers": after(
        numbers.read_value, lambda value: Fraction(int(value))
    ),
    "product: each term is its neighbour's": trace(
        products=lambda t: np.roll(t.products, -1, axis=-1)
    ),
    "product: the sum begins at the second term": trace(
        partials=lambda t: t.partials - t.products[..., :1]
    ),
    "product: the sum runs backwards": trace(
        partials=lambda t: np.cumsum(t.products[..., ::-1], axis=-1)
    ),
    "product: the result lacks its second term": trace(
        result=lambda t: t.result - t.products[..., 1]
    ),
    "product: the result is turned round": trace(result=lambda t: t.result[:, ::-1]),
    "scale: its marks are half as high": after(
        ticks.ticks, lambda marks: tuple(mark / 2 for mark in marks)
    ),
    "printing: the last digit is lost": printed(lambda text: text[:-1] if "." in text else text),
    "printing: a comma for the point": printed(lambda text: text.replace(".", ",")),
    "printing: one more zero": printed(lambda text: f"{text}0" if "." in text else text),
}


def linear(scores: npt.ArrayLike) -> np.ndarray:
    positive: np.ndarray = np.maximum(np.asarray(scores, float), 0)
    shares: np.ndarray = positive / positive.sum()
    return shares


def without_half(run: learning.Descent) -> learning.Descent:
    return learning.Descent(run.inputs, run.targets, run.weights, 2 * run.losses)


def too_early(run: learning.Descent) -> learning.Descent:
    weights, losses = (np.roll(told, -1, axis=0) for told in (run.weights, run.losses))
    return learning.Descent(run.inputs, run.targets, weights, losses)


def weights(change: Callable[[Fraction], Fraction]) -> Callable[[Any], Any]:
    """Change every weight of a classifier, and not what is said of them."""
    return lambda read: (each(change)(read[0]), read[1])


CLASSIFIER: dict[str, Sabotage] = {
    "printing: cut instead of rounded": rounded(int),
    "printing: always rounded down": rounded(floor),
    "printing: a hyphen for the minus sign": value(numerals, "MINUS", "-"),
    "printing: zeros at the end are left out": given(numerals._digits, strip=True),
    "loader: weights are held below a tenth": after(
        classifier_weights.read_weights, weights(lambda w: min(w, Fraction(1, 10)))
    ),
    "loader: small weights lose their sign": after(
        classifier_weights.read_weights,
        weights(lambda w: abs(w) if abs(w) < Fraction(1, 20) else w),
    ),
    "loader: all weights are twice as large": after(
        classifier_weights.read_weights, weights(lambda w: 2 * w)
    ),
    "loader: all pixels are half as bright": method(Samples, "exactly", lambda row: row / 2),
    "loader: the classes are named one further": after(
        classifier._read_classes, lambda names: (*names[1:], *names[:1])
    ),
    "product: the score lacks its last pixels": trace(
        result=lambda t: t.partials[..., -6:][..., 0]
    ),
    "softmax: to the base of two": before(
        layers.softmax, lambda scores: np.asarray(scores, float) * np.log(2)
    ),
    "softmax: scores as they are": instead(layers.softmax, linear),
    "softmax: shares nearer to each other": after(
        layers.softmax, lambda shares: (shares + 1 / shares.size) / 2
    ),
    "learning: steps twice as long": value(tasting, "PACE", 1 / 3),
    "learning: another seed": given(tasting.learn_recipes, seed=6),
    "learning: the error without its half": after(learning.gradient_descent, without_half),
    "learning: each step is told too early": after(learning.gradient_descent, too_early),
}


def columnwise(rows: np.ndarray) -> np.ndarray:
    """Lay each window out column after column."""
    side = 3
    order = np.arange(rows.shape[1]).reshape(-1, side, side).transpose(0, 2, 1).ravel()
    return rows[:, order]


def one_early(starts: np.ndarray) -> np.ndarray:
    return np.concatenate([starts[:1], starts[1:] - 1])


CONVOLUTION: dict[str, Sabotage] = {
    "loader: negative numbers lose their sign": after(numbers.read_value, abs),
    "loader: the pictures are turned on their side": after(
        kernels.read_image, lambda image: image.transpose(0, 2, 1)
    ),
    "loader: the last channel comes first": after(
        kernels.read_image, lambda image: np.roll(image, 1, axis=0)
    ),
    "loader: the kernels change places": after(
        kernels.read_kernels, lambda read: (read[0][::-1], read[1])
    ),
    "convolution: the kernel is flipped": after(
        kernels.read_kernels, lambda read: (read[0][:, :, ::-1, ::-1], read[1])
    ),
    "convolution: windows are read column by column": method(Windows, "unroll", columnwise),
    "convolution: the windows come in reverse": method(Windows, "unroll", lambda rows: rows[::-1]),
    "convolution: all windows but the first begin early": method(Windows, "_along", one_early),
    "convolution: the rim is at the top and the left alone": after(
        windows._sides, lambda sides: tuple((sum(pair), 0) for pair in sides)
    ),
    "product: each term is its neighbour's": trace(
        products=lambda t: np.roll(t.products, -1, axis=-1)
    ),
    "product: the sum lacks its last term": trace(result=lambda t: t.result - t.products[..., -1]),
}


def mean(colours: np.ndarray) -> np.ndarray:
    brightness: np.ndarray = colours.sum(axis=-1) // 3
    return brightness


def darker(colours: np.ndarray) -> np.ndarray:
    brightness: np.ndarray = colours @ np.array([299, 587, 114]) // 1000
    return brightness


PICTURE: dict[str, Sabotage] = {
    "loader: blue for red": after(shrinking.area_mean, lambda pixels: pixels[..., ::-1]),
    "loader: the picture stands on its head": after(
        shrinking.area_mean, lambda pixels: pixels[::-1]
    ),
    "loader: all colours are equally bright": instead(picture.brightness, mean),
    "loader: brightness is cut, not rounded": instead(picture.brightness, darker),
    "loader: another pixel: its row for its column": after(
        picture_parts.read_pixel, lambda pixel: pixel[::-1]
    ),
    "loader: the weight is turned half as far": after(
        picture_parts.read_turn, lambda turn: replace(turn, to=turn.to / 2)
    ),
    "maps: all one brighter": method(Kernels, "maps", lambda maps: maps + 1),
    "maps: the kernels are turned on their side": after(
        picture_parts.read_kernels, lambda made: replace(made, table=made.table.transpose(0, 2, 1))
    ),
    "maps: a kernel begins one pixel later": method(
        Kernels, "maps", lambda maps: np.roll(maps, -1, axis=2)
    ),
    "maps: the recipes begin with the last map": method(
        picture.Picture, "weights", lambda weights: weights[::-1]
    ),
    "product: each term is its neighbour's": trace(
        products=lambda t: np.roll(t.products, -1, axis=-1)
    ),
    "printing: a comma between thousands": printed(
        lambda text: f"{text[:-3]},{text[-3:]}" if len(text) > 3 and text.isdigit() else text
    ),
}

SABOTAGES = {
    "recipes_to_matrix": SHARES,
    "row_by_column": RECIPES,
    "fully_connected": CLASSIFIER,
    "convolution": CONVOLUTION,
    "feature_fusion": PICTURE,
    "writing_gemm": CACHE,
}
