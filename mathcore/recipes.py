"""An example file becomes labelled matrices: `shares` and `values`."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy.typing as npt

from mathcore.recipe_file.ingredients import BOTTLES, Ingredient
from mathcore.recipe_file.mixtures import Mixture
from mathcore.recipe_file.properties import CHANNELS, Property
from mathcore.recipe_file.reader import read_example
from mathcore.recipe_file.texts import LANGUAGES, Names

__all__ = ["BOTTLES", "LANGUAGES", "Ingredient", "Mixture", "Names", "Property", "RecipeBook"]


@dataclass(frozen=True, eq=False)
class RecipeBook:
    """An example: ``values @ shares`` tells each property of each mixture.

    The numbers are those that are printed: what had to be rounded was rounded before it is
    multiplied, so that the terms on screen sum to the total on screen.

    Attributes
    ----------
    path : Path
        The file.
    name, note : mapping of language to str
        Its title, and a line for the end card (None if it has none).
    words : mapping of str to mapping of language to str
        How it says "ingredient", "glass", "pours"; see `DEFAULT_WORDS`.
    free_weights : bool
        Whether shares may be any numbers; values may be so in any case.
    ingredients, mixtures, properties : tuple
        The labels of the axes: K, n and P of them.
    shares : (K, n) array of Fraction
        A mixture a column.
    values : (P, K) array of Fraction
        A property a row.
    rounded : tuple of str
        What was rounded, in short sentences; empty if nothing.
    """

    path: Path
    name: Names
    note: Names | None
    words: Mapping[str, Names]
    free_weights: bool
    ingredients: tuple[Ingredient, ...]
    mixtures: tuple[Mixture, ...]
    properties: tuple[Property, ...]
    shares: npt.NDArray[Any]
    values: npt.NDArray[Any]
    rounded: tuple[str, ...]

    @classmethod
    def load(
        cls,
        path: str | os.PathLike[str],
        has_character: Callable[[str], bool] | None = None,
    ) -> RecipeBook:
        """Read and check an example file.

        Parameters
        ----------
        path : str or path
            A TOML file; named in the messages as given.
        has_character : callable, optional
            Tells whether the font has a character; None lets every one pass.

        Returns
        -------
        RecipeBook
            With read-only matrices.

        Raises
        ------
        ExampleError
            With every fault of the file, each saying file, place, value and fix.

        Examples
        --------
        >>> book = RecipeBook.load("assets/examples/cocktails.toml")
        >>> [drink["en"] for drink in (m.short for m in book.mixtures)]
        ['Cuba Libre', 'Long Island', 'Tequila Sunrise']
        >>> [int(strength) for strength in (book.values @ book.shares)[0]]
        [17, 30, 14]
        """
        return cls(path=Path(path), **read_example(path, has_character))

    @property
    def channels(self) -> tuple[int, int, int] | None:
        """Where red, green and blue stand among the properties; None if these are no colours.

        Examples
        --------
        >>> RecipeBook.load("assets/examples/paint.toml").channels
        (0, 1, 2)
        """
        given = [each.channel for each in self.properties]
        if not any(given):
            return None
        red, green, blue = (given.index(channel) for channel in CHANNELS)
        return red, green, blue
