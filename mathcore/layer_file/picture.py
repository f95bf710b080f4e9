"""Feature fusion: a photograph, its feature maps, and the recipes that mix them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mathcore.conv import conv2d
from mathcore.errors import ExampleError
from mathcore.layer_file.picture_defaults import telling_place, with_defaults
from mathcore.layer_file.picture_parts import (
    SIDE,
    Part,
    Turn,
    read_credits,
    read_image,
    read_maps,
    read_pixel,
    read_recipes,
    read_turn,
)
from mathcore.layer_file.reading import open_file
from mathcore.matmul import MatmulTrace, trace_matmul
from mathcore.recipe_file.texts import Names, read_names

__all__ = ["Part", "Picture", "Turn", "brightness", "fuse", "load", "pointwise"]

KEYS = ("name", "image", "size", "crop", "pixel", "maps", "recipes", "turn", "credits")
FILES = ("image",)
TURNS = 20  # steps in which a weight is turned

Matrix = npt.NDArray[Any]


@dataclass(frozen=True, eq=False)
class Picture:
    """A layer file of kind ``picture``: every pixel's channels, mixed by the same recipes.

    The maps are rounded to whole numbers *before* they are mixed, so that the terms on screen sum
    to the total on screen.  They are smaller than the picture by its rim of one pixel.

    Attributes
    ----------
    path : Path
        The file.
    name : mapping of language to str
        What the picture shows.
    image : (H, W) or (H, W, 3) array of int
        0 to 255.
    pixel : (row, column)
        The one that is looked at, in the picture.
    features, recipes : tuple of Part
        F maps, each with the 9 numbers of its kernel; R recipes, each with a weight a map.
    turn : Turn
        The weight that is turned.
    credits : tuple of mapping of language to str
        What the end of a film says of its material.
    sentences : tuple of str
        What was done to its picture.
    """

    path: Path
    name: Names
    image: npt.NDArray[np.int64]
    pixel: tuple[int, int]
    features: tuple[Part, ...]
    recipes: tuple[Part, ...]
    turn: Turn
    credits: tuple[Names, ...] = ()
    sentences: tuple[str, ...] = ()

    @cached_property
    def kernels(self) -> Matrix:
        """What makes each map of the brightness: (F, 3, 3)."""
        return _table(self.features).reshape(-1, SIDE, SIDE)

    @cached_property
    def weights(self) -> Matrix:
        """The recipes, one a column: (F, R)."""
        return _table(self.recipes).T

    @cached_property
    def maps(self) -> npt.NDArray[np.int64]:
        """The feature maps: (F, H - 2, W - 2), whole numbers."""
        scale = math.lcm(*(weight.denominator for weight in self.kernels.flat))
        whole = np.vectorize(int, otypes=[object])(self.kernels * scale)  # quicker than fractions
        sums = conv2d(brightness(self.image).astype(object)[None], whole[:, None])
        nearest = np.vectorize(lambda each: round(Fraction(each, scale)), otypes=[np.int64])
        maps: npt.NDArray[np.int64] = nearest(sums)
        return maps

    @property
    def spot(self) -> tuple[int, int]:
        """Where the pixel that is looked at stands in the maps."""
        return self.pixel[0] - SIDE // 2, self.pixel[1] - SIDE // 2

    @cached_property
    def mixing(self) -> MatmulTrace:
        """The pixel's channels as one row, times the recipes."""
        return trace_matmul(self.channels, self.weights)

    @property
    def channels(self) -> npt.NDArray[np.int64]:
        """What the maps hold at the pixel: (1, F)."""
        return self.maps[:, self.spot[0], self.spot[1]][None]

    @cached_property
    def fused(self) -> Matrix:
        """Every pixel mixed by every recipe: (R, H - 2, W - 2)."""
        return fuse(self.maps, self.weights)

    @cached_property
    def turned_weights(self) -> Matrix:
        """The weights, with the one that is turned."""
        weights = self.weights.copy()
        weights[self.turn.map, self.turn.recipe] = self.turn.to
        weights.setflags(write=False)
        return weights

    @cached_property
    def turning(self) -> MatmulTrace:
        """The pixel's channels times the recipe that is turned, a column for each step."""
        recipe = self.weights[:, [self.turn.recipe]]
        steps = np.repeat(recipe, TURNS + 1, axis=1)
        way = self.turn.to - recipe[self.turn.map, 0]
        for step in range(TURNS + 1):
            steps[self.turn.map, step] += Fraction(step, TURNS) * way
        return trace_matmul(self.channels, steps)

    @cached_property
    def turned_maps(self) -> npt.NDArray[np.float64]:
        """The fused map at each step of the turn: (steps, H - 2, W - 2), as floats."""
        return fuse(self.maps.astype(float), self.turning.right.astype(float))


def brightness(picture: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Turn colours into brightness, 0 to 255: ``0.299 R + 0.587 G + 0.114 B``, rounded.

    Examples
    --------
    >>> brightness(np.array([[[255, 255, 255], [255, 0, 0]]]))
    array([[255,  76]])
    """
    if picture.ndim == 2:
        return picture
    bright: npt.NDArray[np.int64] = (picture @ np.array([299, 587, 114]) + 500) // 1000
    return bright


def fuse(maps: Matrix, weights: Matrix) -> Matrix:
    """Mix the maps by recipes: a convolution with kernels of one pixel.

    Parameters
    ----------
    maps : (F, H, W) array
        What is mixed.
    weights : (F, R) array
        A recipe a column.

    Returns
    -------
    (R, H, W) array
        A fused map a recipe.

    Examples
    --------
    >>> fuse(np.array([[[1, 2]], [[3, 4]]]), np.array([[1], [10]]))
    array([[[31, 42]]])
    """
    return conv2d(maps, pointwise(weights))


def pointwise(weights: Matrix) -> Matrix:
    """Return recipes (F, R) as kernels of one pixel: (R, F, 1, 1)."""
    return weights.T[:, :, None, None]


def load(
    path: Path, table: Mapping[str, Any], has_character: Callable[[str], bool] | None = None
) -> Picture:
    """Check a layer file that has been read.

    All but the name and the image may be left out: see `mathcore.layer_file.picture_defaults`.

    Parameters
    ----------
    path : Path
        Named in the messages; the picture is named from its folder.
    table : mapping
        What the TOML file holds.
    has_character : callable, optional
        Tells whether the font has a character; None lets every one pass.

    Raises
    ------
    ExampleError
        With every fault of the file.
    """
    root = open_file(path, with_defaults(table), KEYS, has_character, FILES)
    name, image = read_names(root, "name"), read_image(root, path)
    features = read_maps(root)
    recipes = read_recipes(root, len(features))
    pixel, turn = read_pixel(root, image), read_turn(root, features, recipes)
    thanks = read_credits(root)
    if root.inspection.faults or name is None or image is None or turn is None:
        raise ExampleError(root.inspection.faults)
    said = tuple(root.inspection.sentences)
    layer = Picture(path, name, image, pixel or (1, 1), features, recipes, turn, thanks, said)
    return layer if pixel else replace(layer, pixel=_telling_pixel(layer))


def _telling_pixel(layer: Picture) -> tuple[int, int]:
    row, column = telling_place(layer.maps)
    return row + SIDE // 2, column + SIDE // 2


def _table(parts: tuple[Part, ...]) -> Matrix:
    table = np.array([part.numbers for part in parts], dtype=object)
    table.setflags(write=False)
    return table
