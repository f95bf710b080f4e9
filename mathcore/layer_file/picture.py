"""Feature fusion: a photograph, its feature maps, and the recipes that mix them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mathcore.conv import conv2d
from mathcore.errors import ExampleError
from mathcore.layer_file.credits import read_credits
from mathcore.layer_file.picture_checks import check_length, check_turn
from mathcore.layer_file.picture_defaults import default_turn, telling_place, with_defaults
from mathcore.layer_file.picture_kernels import Kernels
from mathcore.layer_file.picture_parts import (
    TURNS,
    Part,
    Turn,
    read_image,
    read_kernels,
    read_maps,
    read_pixel,
    read_recipes,
    read_turn,
)
from mathcore.layer_file.reading import beside, open_file, refuse_faults
from mathcore.matmul import MatmulTrace, trace_matmul
from mathcore.recipe_file.texts import Names, read_names

__all__ = ["Part", "Picture", "Turn", "brightness", "fuse", "load", "pointwise"]

KEYS = ("name", "image", "size", "crop", "pixel", "maps", "recipes", "turn", "credits")
FILES = ("image",)
MOST_CREDITS = 2  # lines: there is room below the mixing desk

Matrix = npt.NDArray[Any]


@dataclass(frozen=True, eq=False)
class Picture:
    """A layer file of kind ``picture``: every pixel's channels, mixed by the same recipes.

    The maps are rounded to whole numbers *before* they are mixed, so that the terms on screen sum
    to the total on screen.  They are smaller than the picture by the rim that kernels need.

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
        F maps, each with its kernel; R recipes, each with a weight a map.
    kernels : Kernels
        What makes each map of the brightness, all at one size.
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
    kernels: Kernels
    turn: Turn
    credits: tuple[Names, ...] = ()
    sentences: tuple[str, ...] = ()

    @cached_property
    def weights(self) -> Matrix:
        """The recipes, one a column: (F, R)."""
        return _table(self.recipes).T

    @cached_property
    def maps(self) -> npt.NDArray[np.int64]:
        """The feature maps: (F, H - kh + 1, W - kw + 1), whole numbers."""
        return self.kernels.maps(brightness(self.image))

    @property
    def spot(self) -> tuple[int, int]:
        """Where the pixel that is looked at stands in the maps."""
        (row, column), (above, left) = self.pixel, self.kernels.middle
        return row - above, column - left

    @property
    def inside(self) -> npt.NDArray[np.int64]:
        """The picture without the rim that its maps lack: (H - kh + 1, W - kw + 1), or with 3."""
        rows, columns = self.kernels.places(self.image.shape[:2])
        return self.image[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]

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
        """Every pixel mixed by every recipe: (R, H - kh + 1, W - kw + 1)."""
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
        steps[self.turn.map] = self.turn.steps(recipe[self.turn.map, 0])
        return trace_matmul(self.channels, steps)

    @cached_property
    def turned_maps(self) -> npt.NDArray[np.float64]:
        """The fused map at each step of the turn: (steps, H - kh + 1, W - kw + 1), as floats."""
        return fuse(self.maps.astype(float), self.turning.right.astype(float))

    @property
    def printed(self) -> dict[str, list[Any]]:
        """The numbers of the one pixel that are printed, by what they are."""
        mixing, turning = self.mixing, self.turning
        return {
            "a channel": list(self.channels.flat),
            "a weight": [*self.weights.flat, *turning.right.flat],
            "a product": list(mixing.products.flat),
            "a sum": list(mixing.partials.flat),
            "a sum on the way of the turn": list(turning.result.flat),
        }


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
    kernels, recipes = read_kernels(root, features, image), read_recipes(root, len(features))
    pixel, turn = read_pixel(root, image, kernels), read_turn(root, features, recipes)
    seen = [] if image is None else [beside(path.parent, table["image"])]
    thanks = read_credits(root, seen, MOST_CREDITS)
    if root.inspection.faults or name is None:
        raise ExampleError(root.inspection.faults)
    assert image is not None
    assert kernels is not None
    maps, said = kernels.maps(brightness(image)), tuple(root.inspection.sentences)
    (row, column), (above, left) = telling_place(maps), kernels.middle
    pixel = pixel or (row + above, column + left)
    turn = turn or Turn(0, *default_turn(list(recipes[0].numbers), maps))
    layer = Picture(path, name, image, pixel, features, recipes, kernels, turn, thanks, said)
    check_turn(root, turn, layer.weights, maps)
    check_length(root, layer.printed)
    refuse_faults(root)
    return layer


def _table(parts: tuple[Part, ...]) -> Matrix:
    table = np.array([part.numbers for part in parts], dtype=object)
    table.setflags(write=False)
    return table
